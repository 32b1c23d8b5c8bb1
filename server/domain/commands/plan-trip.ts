/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type PlanTrip = Extract<Command, { type: 'PlanTrip' }>;

export function planTrip(_state: State, _command: PlanTrip, _at: Instant, _fresh: Fresh): Decision<never> {
  return refuse('not-possible');
}
