/** A date that is filled, three who wait for a place on it, and one of the first who gives theirs back. */
import type { Later, PlannedBooking } from './affairs.ts';
import { type Day, otherDates, personOf } from './booked-day.ts';
import { placesOf } from './places.ts';

const minute = 60_000;

/** More than this many bookings are not made to fill a date. */
const mostToFill = 30;

export function waitForPlaces(day: Day, book: (visit: null, made: Partial<PlannedBooking>) => number): void {
  const { office, rules, from, chance } = day;
  const [next] = otherDates(day);
  const places = next && placesOf(office, rules.service, next.date)?.booking;
  if (!next || places === undefined || Math.ceil(places / rules.party) > mostToFill) return;
  const family = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => personOf(`${name} ${index + 1}`, 40, next.date));
  const at = (made: Partial<PlannedBooking>, index: number, count: number) =>
    book(null, {
      ...{ by: 'integration', contact: null, date: next.date, slot: chance.pick(next.slots) },
      ...{ people: family(`Keluarga ${index}`, count), ...made },
    });
  for (let left = places, index = 0; left > 0; left -= rules.party, index += 1) {
    const later: Later | null = index === 0 ? { what: 'cancelled', at: from + 20 * minute } : null;
    at({ later }, index, Math.min(rules.party, left));
  }
  const waiting = [Math.min(2, rules.party), rules.party, 1];
  for (const [index, count] of waiting.entries())
    at({ waitUntil: next.date, madeAt: from + (2 + 2 * index) * minute }, 100 + index, count);
}
