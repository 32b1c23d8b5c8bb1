/** Told ranges of clock times as they are shown: none begins before now, and what is over is not said. */
import type { TicketView } from '../../server/contract/views.ts';
import { clockTime } from './format.ts';

export type Told = NonNullable<TicketView['estimate']>;

/** `10:20–10:40`; one time where both are the same minute. */
export function between(from: string | number, to: string, timeZone: string): string {
  const [first, last] = [clockTime(from, timeZone), clockTime(to, timeZone)];
  return first === last ? first : `${first}–${last}`;
}

/** Of somebody who comes now. Null: nobody can tell. `now`: milliseconds of the hub's clock; null: before the first view. */
export function rangeAhead(told: Told | null, now: number | null, timeZone: string): string | null {
  if (told === null || isOver(told.to, now)) return null;
  return between(Math.max(Date.parse(told.from), now ?? 0), told.to, timeZone);
}

export const isOver = (at: string, now: number | null): boolean => now !== null && Date.parse(at) <= now;

/** `10:40` of a moment that is still to come; null: it is not. */
export const timeAhead = (at: string | null, now: number | null, timeZone: string): string | null =>
  at === null || isOver(at, now) ? null : clockTime(at, timeZone);
