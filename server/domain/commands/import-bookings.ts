/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type ImportBookings = Extract<Command, { type: 'ImportBookings' }>;

export function importBookings(
  _state: State,
  _command: ImportBookings,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
