/** Who comes with a booking and how, and who booked and does not come. */
import type { Person, PlannedBooking, PlannedCheckIn, PlannedTry } from './affairs.ts';
import { type Day, personOf } from './booked-day.ts';
import { kindAt, laterOf, madeBefore, slotFor } from './check-in-times.ts';
import { placesOf } from './places.ts';
import type { InventedVisit } from './plan.ts';
import { triesOf } from './tries.ts';
import { waitForPlaces } from './waiting-list.ts';

const minute = 60_000;

export interface Booked {
  readonly visits: readonly InventedVisit[];
  readonly bookings: readonly PlannedBooking[];
  readonly tries: readonly PlannedTry[];
}

const contactOf = (id: number): string => `+62812${String(10_000_000 + id * 37)}`;

export function planBookings(day: Day, visits: readonly InventedVisit[]): Booked {
  const { office, rules, chance, date } = day;
  const bookings: PlannedBooking[] = [];
  let left = Math.floor(0.6 * (placesOf(office, rules.service, date)?.booking ?? Infinity));

  function book(
    visit: Pick<InventedVisit, 'arrivesAt' | 'people'> | null,
    made: Partial<PlannedBooking>,
  ): number {
    const id = bookings.length;
    const count = Math.min(visit?.people ?? 1, rules.party);
    bookings.push({
      ...{
        id,
        by: chance.happens(0.7) ? 'integration' : 'kiosk',
        madeAt: null,
        date,
        slot: day.slots[0] ?? 0,
      },
      people: peopleOf(id, count, day),
      contact: chance.happens(0.85) ? contactOf(id) : null,
      ...{ waitUntil: null, later: null, ...made },
    });
    left -= count;
    return id;
  }

  const withBookings = visits.map((visit) => {
    const isAsked = visit.service === rules.service && visit.lane === null && visit.patience === null;
    if (!isAsked || left < visit.people || !chance.happens(0.4)) return visit;
    const comes = kindAt(bookings.length);
    const found = slotFor(comes, visit.arrivesAt, day);
    if (!found) return visit;
    const before = madeBefore(visit.arrivesAt, found.slot, day);
    const later = laterOf(comes, found, day);
    const id = book(visit, {
      ...found,
      ...(later.from ?? {}),
      madeAt: later.later ? null : before,
      later: later.later,
    });
    const people = bookings[id]?.people.length ?? 1;
    const booking: PlannedCheckIn = { booking: id, comes, again: chance.happens(0.15) };
    return { ...visit, people, temperatures: visit.temperatures.slice(0, people), booking };
  });
  const missing = Math.ceil(visits.length * 0.05);
  for (let index = 0; index < missing && left > 0; index += 1) {
    const slot = chance.pick(day.slots.filter((at) => at > day.from + 30 * minute));
    const isCancelled = index % 2 === 1;
    book(null, {
      slot,
      later: isCancelled ? { what: 'cancelled', at: day.from + (5 + index) * minute } : null,
    });
  }
  waitForPlaces(day, book);
  return { visits: withBookings, bookings, tries: triesOf(day) };
}

/** One in ten is old or very young, and is told that nobody of that age needs to book. */
function peopleOf(id: number, count: number, { chance, date }: Day): Person[] {
  const age = () =>
    chance.weighted([
      [35, 8],
      [70, 1],
      [2, 1],
    ] as const);
  return Array.from({ length: count }, (_, index) => personOf(`Pemohon ${id}-${index + 1}`, age(), date));
}
