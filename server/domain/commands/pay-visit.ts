/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type PayVisit = Extract<Command, { type: 'PayVisit' }>;

export function payVisit(_state: State, _command: PayVisit, _at: Instant, _fresh: Fresh): Decision<never> {
  return refuse('not-possible');
}
