/** Whoever was sent away may come back with the same number: whether the last date for it is over. */
import type { TicketView } from '../../server/contract/views.ts';

/** `now`: milliseconds of the hub's clock. The page loads nothing more for it: a phone at 3G waits for each file. */
export function isTooLate({ state, returnUntil, date, office }: TicketView, now: number | null): boolean {
  if (state !== 'incomplete' || now === null) return false;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: office.timeZone, dateStyle: 'short' }).format(
    now,
  );
  return today > (returnUntil ?? date);
}
