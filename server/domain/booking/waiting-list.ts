/**
 * The waiting list. WL1: who waits is in the order of asking. WL2: places that become free go to it first, to the longest
 * wait of those whom they are enough for.
 */
import { applyToCalendar } from '../apply-to-calendar.ts';
import type { CalendarEvent } from '../calendar-events.ts';
import type { Day } from '../day.ts';
import type { State } from '../decision.ts';
import type { DayEvent } from '../events.ts';
import { dateAfter } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import { bookable } from './bookable.ts';
import type { BookingEvent } from './booking-events.ts';
import { placeFor } from './booking-place.ts';
import type { Booking } from './bookings.ts';
import { copyOfBookings, placeKey } from './bookings.ts';

export type BookingPlaced = Extract<BookingEvent, { type: 'BookingPlaced' }>;
/** What can free places. */
export type Freeing =
  | BookingEvent
  | Extract<CalendarEvent, { type: 'OfficeConfigured' }>
  | Extract<DayEvent, { type: 'PlaceFreed' | 'LaneChanged' }>;

/** Bookings, walk-ins and office of its own: what is tried on it happens to nobody. */
export interface Trial {
  readonly state: State;
  apply(event: Freeing): void;
}

export function trialOf({ calendar, day }: State): Trial {
  const bookings = copyOfBookings(calendar.bookings);
  const walkIns = new Map(day.walkIns);
  const state: State = { calendar: { ...calendar, bookings }, day: { ...day, walkIns } };
  return {
    state,
    apply(event) {
      if (event.type === 'PlaceFreed') moveWalkIn(state.day, event.code, null);
      else if (event.type === 'LaneChanged') moveWalkIn(state.day, event.code, event.lane);
      else applyToCalendar(state.calendar, event);
    },
  };
}

/** @param to the lane in which it takes its places from now on; null: it takes none any more */
function moveWalkIn({ visits, walkIns }: Day, code: string, to: string | null): void {
  const visit = visits.get(code);
  if (!visit?.takesPlace) return;
  const count = (lane: string, people: number): void => {
    const key = placeKey(visit.service, lane);
    walkIns.set(key, (walkIns.get(key) ?? 0) + people);
  };
  count(visit.lane, -visit.people);
  if (to !== null) count(to, visit.people);
}

/**
 * WL2: who gets the places that are free on the date once these events have happened. They are decided together with
 * the events, so that nobody comes in between.
 * @param freeing what is about to be recorded, and is not in the state yet
 */
export function offers(
  state: State,
  date: string,
  at: Instant,
  freeing: readonly Freeing[] = [],
): BookingPlaced[] {
  if (state.calendar.bookings.waiting.size === 0) return [];
  const trial = trialOf(state);
  for (const event of freeing) trial.apply(event);
  return offersIn(trial, date, at);
}

/** WL2: on every date that somebody waits for: another office may have more places on any. */
export function offersOnAll(state: State, at: Instant, freeing: readonly Freeing[]): BookingPlaced[] {
  if (state.calendar.bookings.waiting.size === 0) return [];
  const trial = trialOf(state);
  for (const event of freeing) trial.apply(event);
  return datesWaitedFor(state).flatMap((date) => offersIn(trial, date, at));
}

/** The same, on a trial that goes on: whoever gets a place has it there. */
export function offersIn(trial: Trial, date: string, at: Instant): BookingPlaced[] {
  const { state } = trial;
  const { all, waiting } = state.calendar.bookings;
  if (date < state.day.date) return [];
  const placed: BookingPlaced[] = [];
  for (const code of [...waiting]) {
    const booking = all.get(code);
    const slot = booking ? slotFor(state, booking, date, at) : null;
    if (slot === null) continue;
    const event: BookingPlaced = { type: 'BookingPlaced', at, code, date, slot };
    trial.apply(event);
    placed.push(event);
  }
  return placed;
}

/** Null: the date would not do, or has no room for them. */
function slotFor(state: State, booking: Booking, date: string, at: Instant): Instant | null {
  const { service, lane, people } = booking;
  if (date < booking.date || date > (booking.waitUntil ?? booking.date)) return null;
  const found = bookable(state, service, lane);
  if (typeof found === 'string') return null;
  const place = placeFor(state, { ...found, date, people, onlyLane: true }, at);
  return place.ok ? place.slot : null;
}

function datesWaitedFor({ calendar: { bookings }, day }: State): string[] {
  const dates = new Set<string>();
  for (const code of bookings.waiting) {
    const { date = '', waitUntil = null } = bookings.all.get(code) ?? {};
    const last = waitUntil ?? date;
    for (let each = date < day.date ? day.date : date; each <= last; each = dateAfter(each)) dates.add(each);
  }
  return [...dates].sort();
}
