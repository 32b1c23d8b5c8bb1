/** How events make bookings, and the places that they take. */
import type { Office } from '../../contract/office.ts';
import type { Instant } from '../instant.ts';
import { later } from '../instant.ts';
import type { BookingEvent } from './booking-events.ts';
import type { Booking, Bookings } from './bookings.ts';
import { lastDateOf, placeKey } from './bookings.ts';

type Event = Exclude<
  BookingEvent,
  { type: 'BookingSeen' | 'ListImported' | 'ComebacksNoted' | 'ComebackPaid' | 'ComebackTaken' }
>;

export function applyToBookings(bookings: Bookings, office: Office | null, event: Event): void {
  const holdBack = office?.booking?.holdBack ?? 0;
  switch (event.type) {
    case 'BookingMade':
      make(bookings, event);
      return;
    case 'BookingMoved': {
      const former = bookings.all.get(event.code);
      if (!former) return;
      const { date, slot } = event;
      if (former.date !== date) hold(bookings, former, event.at, holdBack);
      put(bookings, { ...former, date, slot });
      if (former.date !== date) take(bookings, { ...former, date }, 1);
      return;
    }
    case 'BookingPlaced':
      change(bookings, event.code, { date: event.date, slot: event.slot, waitUntil: null, state: 'live' }, 1);
      return;
    case 'BookingCancelled': {
      const former = bookings.all.get(event.code);
      if (former?.state === 'live') hold(bookings, former, event.at, holdBack);
      change(bookings, event.code, { state: 'cancelled', cancelledAt: event.at });
      return;
    }
    case 'BookingExpired': {
      const hadPlace = bookings.all.get(event.code)?.state === 'live';
      change(bookings, event.code, { state: 'expired' }, hadPlace ? -1 : 0);
      return;
    }
    case 'BookingUsed':
      change(bookings, event.code, { state: 'used', ticket: event.ticket }, event.again ? 1 : 0);
      return;
    case 'BookingGivenUp': {
      const former = bookings.all.get(event.code);
      if (former) hold(bookings, former, event.at, holdBack);
      change(bookings, event.code, { cancelledAt: event.at });
      return;
    }
    case 'PlacesFreed': {
      const held = bookings.heldBack.get(event.held);
      if (!held) return;
      bookings.heldBack.delete(event.held);
      take(bookings, held, -1);
      return;
    }
    case 'BookingsEmptied':
      for (const code of event.codes) forget(bookings, code);
      return;
    case 'PlacesReleased': {
      const { released } = bookings;
      const ofDate = released.get(event.date) ?? new Map<string, number>();
      ofDate.set(event.quota, (ofDate.get(event.quota) ?? 0) + event.places);
      released.set(event.date, ofDate);
      return;
    }
  }
}

function make(bookings: Bookings, event: Extract<Event, { type: 'BookingMade' }>): void {
  const { code, shortCode, service, lane, date, slot, people, source } = event;
  const booking: Booking = {
    ...{ code, shortCode, service, lane, date, slot, people, source },
    waitUntil: event.waitUntil ?? null,
    state: slot === null ? 'waiting' : 'live',
    madeAt: event.at,
    cancelledAt: null,
    ticket: null,
    personal: event.personal ?? null,
  };
  bookings.byShortCode.set(shortCode, code);
  put(bookings, booking);
  if (slot !== null) take(bookings, booking, 1);
}

/** @param places how many times its people: taken (1) or given back (-1) */
function change(bookings: Bookings, code: string, part: Partial<Booking>, places: -1 | 0 | 1 = 0): void {
  const former = bookings.all.get(code);
  if (!former) return;
  const booking = { ...former, ...part };
  put(bookings, booking);
  if (places !== 0) take(bookings, booking, places);
}

function put(bookings: Bookings, booking: Booking): void {
  const { all, byDate, live, byLastDate, waiting } = bookings;
  const former = all.get(booking.code);
  if (former) unlist(bookings, former);
  all.set(booking.code, booking);
  if (booking.state === 'waiting') waiting.add(booking.code);
  else waiting.delete(booking.code);
  enter(byLastDate, lastDateOf(booking), booking.code);
  if (booking.slot === null) return;
  enter(byDate, booking.date, booking.code);
  if (booking.state === 'live') enter(live, booking.slot, booking.code);
}

/** From whatever it may change its place in. */
function unlist({ byDate, live, byLastDate }: Bookings, booking: Booking): void {
  const { code, date, slot } = booking;
  leave(byLastDate, lastDateOf(booking), code);
  leave(byDate, date, code);
  if (slot !== null) leave(live, slot, code);
}

function enter<K>(lists: Map<K, Set<string>>, key: K, code: string): void {
  const codes = lists.get(key) ?? new Set();
  lists.set(key, codes.add(code));
}

function leave<K>(lists: Map<K, Set<string>>, key: K, code: string): void {
  const codes = lists.get(key);
  codes?.delete(code);
  if (codes?.size === 0) lists.delete(key);
}

type Places = Pick<Booking, 'date' | 'service' | 'lane' | 'people'>;

function take({ taken }: Bookings, { date, service, lane, people }: Places, sign: 1 | -1): void {
  const ofDate = taken.get(date) ?? new Map<string, number>();
  const key = placeKey(service, lane);
  ofDate.set(key, (ofDate.get(key) ?? 0) + sign * people);
  taken.set(date, ofDate);
}

/** Places stay taken until `PlacesFreed`. */
function hold({ heldBack }: Bookings, former: Booking, at: Instant, holdBack: number): void {
  const { code, date, slot, service, lane, people } = former;
  let id = `${code} ${date} ${at}`;
  // Moved away, back, and away again within a millisecond: each time there is something to be freed.
  while (heldBack.has(id)) id += '+';
  heldBack.set(id, { id, date, slot, service, lane, people, until: later(at, holdBack) });
}

/** BK12: with the last one of a date goes what was counted for it. */
function forget(bookings: Bookings, code: string): void {
  const { all, byShortCode, byDate, waiting, taken, released } = bookings;
  const booking = all.get(code);
  if (!booking) return;
  unlist(bookings, booking);
  all.delete(code);
  waiting.delete(code);
  if (byShortCode.get(booking.shortCode) === code) byShortCode.delete(booking.shortCode);
  if (byDate.has(booking.date)) return;
  taken.delete(booking.date);
  released.delete(booking.date);
}
