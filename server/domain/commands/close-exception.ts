/** OT3: the head of the office has looked at something that was done out of turn, and says what of it. */
import type { DayCommand } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

export function closeException(
  { day }: State,
  { id, note, by }: Extract<DayCommand, { type: 'CloseException' }>,
  at: Instant,
): Decision<Record<string, never>> {
  const entry = day.outOfTurn.get(id);
  if (!entry) return refuse('unknown-exception');
  if (entry.closed) return refuse('not-possible');
  return accept({}, { type: 'ExceptionClosed', at, id, note, by });
}
