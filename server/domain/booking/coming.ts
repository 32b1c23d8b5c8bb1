/** BK7: how many people come at a slot, counted as bookings come and go, so that a booking does not look at all of its date. */
import type { Booking, Bookings } from './bookings.ts';

type Place = Pick<Booking, 'date' | 'slot' | 'people'>;

/** Booked, checked in, or given back and not free yet. @param sign more of them (1), or fewer (-1) */
export function come(
  { coming }: Pick<Bookings, 'coming'>,
  { date, slot, people }: Place,
  sign: 1 | -1,
): void {
  if (slot === null) return;
  const ofDate = coming.get(date) ?? new Map();
  const left = (ofDate.get(slot) ?? 0) + sign * people;
  if (left === 0) ofDate.delete(slot);
  else ofDate.set(slot, left);
  if (ofDate.size === 0) coming.delete(date);
  else coming.set(date, ofDate);
}
