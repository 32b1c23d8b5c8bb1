/** How events make bookings, and the places that they take. */
import type { Office } from '../contract/office.ts';
import type { BookingEvent } from './booking-events.ts';
import type { Booking, Bookings } from './bookings.ts';
import { placeKey } from './bookings.ts';
import type { Instant } from './instant.ts';
import { later } from './instant.ts';

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

function put({ all, byDate, waiting }: Bookings, booking: Booking): void {
  const former = all.get(booking.code);
  all.set(booking.code, booking);
  if (booking.state === 'waiting') waiting.add(booking.code);
  else waiting.delete(booking.code);
  if (former && former.date !== booking.date) byDate.get(former.date)?.delete(booking.code);
  if (booking.slot === null) return;
  const ofDate = byDate.get(booking.date) ?? new Set();
  byDate.set(booking.date, ofDate.add(booking.code));
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
  const { code, date, service, lane, people } = former;
  const id = `${code} ${date} ${at}`;
  heldBack.set(id, { id, date, service, lane, people, until: later(at, holdBack) });
}

function forget({ all, byShortCode, byDate }: Bookings, code: string): void {
  const booking = all.get(code);
  if (!booking) return;
  all.delete(code);
  if (byShortCode.get(booking.shortCode) === code) byShortCode.delete(booking.shortCode);
  byDate.get(booking.date)?.delete(code);
}
