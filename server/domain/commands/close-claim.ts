/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type CloseClaim = Extract<Command, { type: 'CloseClaim' }>;

export function closeClaim(
  _state: State,
  _command: CloseClaim,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
