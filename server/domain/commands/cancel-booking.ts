/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type CancelBooking = Extract<Command, { type: 'CancelBooking' }>;

export function cancelBooking(
  _state: State,
  _command: CancelBooking,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
