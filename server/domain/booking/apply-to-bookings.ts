/** How events make bookings, and the places that they take. */
import type { Office } from '../../contract/office.ts';
import type { Instant } from '../instant.ts';
import { later } from '../instant.ts';
import type { PeopleEvent } from '../people/people-events.ts';
import type { BookingEvent } from './booking-events.ts';
import type { Booking, Bookings, HeldBack } from './bookings.ts';
import { heldBackOf, lastDateOf, placeKey } from './bookings.ts';
import { come } from './coming.ts';
import { forgetMarks, forgetPeople } from './forget-people.ts';
import { noteReference } from './import/references.ts';

type Event =
  | Exclude<
      BookingEvent,
      { type: 'BookingSeen' | 'ListImported' | 'ComebacksNoted' | 'ComebackPaid' | 'ComebackTaken' }
    >
  | Extract<PeopleEvent, { type: 'PersonErased' }>;

export function applyToBookings(bookings: Bookings, office: Office | null, event: Event): void {
  const holdBack = office?.booking?.holdBack ?? 0;
  switch (event.type) {
    case 'BookingMade':
      make(bookings, event);
      return;
    case 'BookingMoved':
      move(bookings, event, holdBack);
      return;
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
      letGo(bookings, held);
      take(bookings, held, -1);
      return;
    }
    case 'BookingsEmptied':
      for (const code of event.codes) forget(bookings, code);
      return;
    case 'PersonErased':
      forgetPeople(bookings, event.code, event.personal?.marks ?? []);
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
  noteReference(bookings, booking, true);
  put(bookings, booking);
  if (slot !== null) take(bookings, booking, 1);
}

/** BK10: places of its own that are held back on the new date are taken again; others stay taken until they are free. */
function move(bookings: Bookings, event: Extract<Event, { type: 'BookingMoved' }>, holdBack: number): void {
  const { code, date, slot, at } = event;
  const former = bookings.all.get(code);
  if (!former) return;
  put(bookings, { ...former, date, slot });
  if (former.date === date) return;
  const own = heldBackOf(bookings, code).find((held) => held.date === date);
  if (own) letGo(bookings, own);
  else take(bookings, { ...former, date }, 1);
  hold(bookings, former, at, holdBack);
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
  if (comes(booking)) come(bookings, booking, 1);
  all.set(booking.code, booking);
  if (booking.state === 'waiting') waiting.add(booking.code);
  else waiting.delete(booking.code);
  enter(byLastDate, lastDateOf(booking), booking.code);
  if (booking.slot === null) return;
  enter(byDate, booking.date, booking.code);
  if (booking.state === 'live') enter(live, booking.slot, booking.code);
}

/** Of a ticket that was given up: its places are held back, or free. */
const comes = ({ state, cancelledAt }: Booking): boolean =>
  state === 'live' || (state === 'used' && cancelledAt === null);

/** From whatever it may change its place in. */
function unlist(bookings: Bookings, booking: Booking): void {
  const { byDate, live, byLastDate } = bookings;
  const { code, date, slot } = booking;
  if (comes(booking)) come(bookings, booking, -1);
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

/** Places stay taken until `PlacesFreed`, or until their booking takes them again: it holds a date back only once. */
function hold(bookings: Bookings, former: Booking, at: Instant, holdBack: number): void {
  const { code, date, slot, service, lane, people } = former;
  const id = `${code} ${date} ${at}`;
  bookings.heldBack.set(id, {
    id,
    booking: code,
    date,
    slot,
    service,
    lane,
    people,
    until: later(at, holdBack),
  });
  come(bookings, former, 1);
}

function letGo(bookings: Bookings, held: HeldBack): void {
  bookings.heldBack.delete(held.id);
  come(bookings, held, -1);
}

/** BK12: with the last one of a date goes what was counted for it. */
function forget(bookings: Bookings, code: string): void {
  const { all, byShortCode, byDate, waiting, taken, released } = bookings;
  const booking = all.get(code);
  if (!booking) return;
  unlist(bookings, booking);
  noteReference(bookings, booking, false);
  forgetMarks(bookings, code);
  all.delete(code);
  waiting.delete(code);
  if (byShortCode.get(booking.shortCode) === code) byShortCode.delete(booking.shortCode);
  if (byDate.has(booking.date)) return;
  taken.delete(booking.date);
  released.delete(booking.date);
}
