/**
 * What frees places by itself, and what else changes about bookings. QU5: places of cancelled tickets. BK11: places held back become free. BK13: who did not come loses the place. WL2: the
 * waiting list gets it. WL3: who waited until the last slot does so no more. BK12: names go, and the bookings with them.
 */

import type { State } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import { dateIn } from '../hours/hours.ts';
import { slotsOn } from '../hours/opens.ts';
import type { Instant } from '../instant.ts';
import { later } from '../instant.ts';
import type { BookingEvent } from './booking-events.ts';
import type { Booking } from './bookings.ts';
import { lastDateOf } from './bookings.ts';
import { type Freeing, offersIn, type Trial, trialOf } from './waiting-list.ts';

type Make = (dated: Instant) => DomainEvent | readonly DomainEvent[];
type Look = (at: Instant, make: Make) => void;

/** BK12: the first date on which nothing of a visit is known any more, in days after it. */
const keptFor = 31;

/**
 * Looked at after each batch. The makes are called in the order of the looks, those that are due.
 * @param until what is later need not be told: two weeks of bookings are made for nothing
 */
export function bookingDeadlines(state: State, until: Instant, look: Look): void {
  const trial = lazily(() => trialOf(state));
  const due: [at: Instant, make: Make][] = [];
  const add: Look = (at, make) => void due.push([at, make]);
  eachHeldBack(state, trial, add);
  eachCancelled(state, trial, add);
  eachMissed(state, trial, until, add);
  eachWaitedInVain(state, trial, add);
  // Places go to the waiting list in the order in which they become free.
  for (const [at, make] of due.sort(([one], [other]) => one - other)) look(at, make);
  eachForgotten(state, look);
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What frees places, with those who get them. */
function withOffers(
  state: State,
  trial: () => Trial,
  freeing: readonly Freeing[],
  date: string,
  at: Instant,
): readonly DomainEvent[] {
  if (state.calendar.bookings.waiting.size === 0) return freeing;
  for (const event of freeing) trial().apply(event);
  return [...freeing, ...offersIn(trial(), date, at)];
}

/** BK11. */
function eachHeldBack(state: State, trial: () => Trial, look: Look): void {
  for (const { id, date, until } of state.calendar.bookings.heldBack.values())
    look(until, (at) => withOffers(state, trial, [{ type: 'PlacesFreed', at, held: id }], date, at));
}

/** QU5: places of cancelled tickets, once nobody can expect them to go to a friend any more. */
function eachCancelled(state: State, trial: () => Trial, look: Look): void {
  const { calendar, day } = state;
  const holdBack = calendar.office?.booking?.holdBack ?? 0;
  for (const code of day.heldBack) {
    const endedAt = day.visits.get(code)?.endedAt;
    // After the day nobody comes on it any more.
    if (endedAt == null || later(endedAt, holdBack) >= day.endsAt) continue;
    look(later(endedAt, holdBack), (at) =>
      withOffers(state, trial, [{ type: 'PlaceFreed', at, code }], day.date, at),
    );
  }
}

/** BK13: together, whoever has the same slot. */
function eachMissed(state: State, trial: () => Trial, until: Instant, look: Look): void {
  const { bookings, office } = state.calendar;
  for (const [slot, codes] of bookings.live) {
    const missedAt = later(slot, office?.booking?.expire ?? 0);
    if (missedAt > until) continue;
    look(missedAt, (at) => {
      const expired = [...codes].map((code): BookingEvent => ({ type: 'BookingExpired', at, code }));
      const [first = ''] = codes;
      return withOffers(state, trial, expired, bookings.all.get(first)?.date ?? '', at);
    });
  }
}

/** WL3. */
function eachWaitedInVain(state: State, trial: () => Trial, look: Look): void {
  const { bookings } = state.calendar;
  const lastSlots = new Map<string, Instant | null>();
  for (const code of bookings.waiting) {
    const booking = bookings.all.get(code);
    if (!booking || lastDateOf(booking) > state.day.date) continue;
    const key = lastDateOf(booking) < state.day.date ? 'over' : `today ${booking.service} ${booking.lane}`;
    if (!lastSlots.has(key))
      lastSlots.set(key, key === 'over' ? state.day.beganAt : lastSlot(state, booking));
    const at = lastSlots.get(key);
    if (at == null) continue;
    look(at, (dated) => {
      if (!trial().state.calendar.bookings.waiting.has(code)) return [];
      const expired: BookingEvent = { type: 'BookingExpired', at: dated, code };
      trial().apply(expired);
      return expired;
    });
  }
}

/** When the last slot of today begins; null: nobody can say any more, and the date's end decides. */
function lastSlot({ calendar: { office }, day }: State, booking: Booking): Instant | null {
  const service = office?.services.find(({ id }) => id === booking.service);
  const lane = office?.lanes.find(({ id }) => id === booking.lane);
  if (!office?.booking || !service || !lane) return null;
  return slotsOn(office, service, lane, day.date, office.booking.slot).at(-1) ?? day.beganAt;
}

/** BK12: at the beginning of the day, a date at a time. */
function eachForgotten({ calendar: { bookings }, day }: State, look: Look): void {
  if (bookings.byLastDate.size === 0) return;
  const until = dateIn(day.date, -keptFor);
  for (const [date, codes] of bookings.byLastDate)
    if (date <= until) look(day.beganAt, (at) => ({ type: 'BookingsEmptied', at, codes: [...codes] }));
}
