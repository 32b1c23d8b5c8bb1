/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type CancelTrip = Extract<Command, { type: 'CancelTrip' }>;

export function cancelTrip(
  _state: State,
  _command: CancelTrip,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
