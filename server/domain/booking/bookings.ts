/** The calendar's bookings: what was booked, what is held back, and what was released. Entities never change. */

import type { Instant } from '../instant.ts';
import type { BookingPersonal, BookingSource } from './booking-events.ts';
import { over } from './over.ts';

/**
 * `waiting`: on the waiting list, without a place. `live`: has a place. `used`: checked in. `expired`: nobody came in
 * time, and the place is free again.
 */
export type BookingState = 'waiting' | 'live' | 'used' | 'expired' | 'cancelled';

export interface Booking {
  readonly code: string;
  readonly shortCode: string;
  readonly service: string;
  readonly lane: string;
  /** On the waiting list: the first date that would do. */
  readonly date: string;
  /** Null on the waiting list. */
  readonly slot: Instant | null;
  /** On the waiting list: the last date that would do. */
  readonly waitUntil: string | null;
  readonly people: number;
  readonly source: BookingSource;
  readonly state: BookingState;
  readonly madeAt: Instant;
  /** When it was cancelled, or its ticket was. */
  readonly cancelledAt: Instant | null;
  /** Code of the visit that it became. */
  readonly ticket: string | null;
  /** Null once it was erased. */
  readonly personal: BookingPersonal | null;
}

/** Places that were given back and are not free yet. */
export interface HeldBack {
  readonly id: string;
  /** Code of the booking that gave them back. */
  readonly booking: string;
  readonly date: string;
  readonly slot: Instant | null;
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  readonly until: Instant;
}

export interface Bookings {
  /** All that are not forgotten, by code, in the order in which they were made. */
  readonly all: Map<string, Booking>;
  /** Codes by short code. */
  readonly byShortCode: Map<string, string>;
  /** Codes by the number that another system gave, as `plainReference` has it: of two with one number the later one made stands last. */
  readonly byReference: Map<string, readonly string[]>;
  /** PD4: codes of bookings whose people were erased, by what a list would bring them back with. */
  readonly erased: Map<string, string>;
  /** Codes by date: of those that have or had a place there. */
  readonly byDate: Map<string, Set<string>>;
  /** Codes of those that are live, by slot: so that a press does not look at all of them. */
  readonly live: Map<Instant, Set<string>>;
  /** Codes by the last date that they are about: 30 days after it they are forgotten. */
  readonly byLastDate: Map<string, Set<string>>;
  /** Codes on the waiting list, the longest first. */
  readonly waiting: Set<string>;
  /** Places that bookings take (held back ones too), by date, then by service and lane: `placeKey`. */
  readonly taken: Map<string, Map<string, number>>;
  /** People who come, by date, then by slot; held back places too: so that a booking does not look at all of its date. */
  readonly coming: Map<string, Map<Instant, number>>;
  /** By id. */
  readonly heldBack: Map<string, HeldBack>;
  /** Places released, by date, then by quota. */
  readonly released: Map<string, Map<string, number>>;
}

export const placeKey = (service: string, lane: string): string => `${service} ${lane}`;

/** Of the visit; of one that has no place: the last that would have done. */
export const lastDateOf = ({ slot, date, waitUntil }: Booking): string =>
  slot === null ? (waitUntil ?? date) : date;

/** BK10: what a booking gave back and is not free yet, of any date. */
export const heldBackOf = ({ heldBack }: Bookings, code: string): HeldBack[] =>
  [...heldBack.values()].filter(({ booking }) => booking === code);

export const emptyBookings = (): Bookings => ({
  all: new Map(),
  byShortCode: new Map(),
  byReference: new Map(),
  erased: new Map(),
  byDate: new Map(),
  live: new Map(),
  byLastDate: new Map(),
  waiting: new Set(),
  taken: new Map(),
  coming: new Map(),
  heldBack: new Map(),
  released: new Map(),
});

const copied = <K, V>(lists: ReadonlyMap<K, V>, copy: (list: V) => V): Map<K, V> =>
  new Map([...lists].map(([key, list]) => [key, copy(list)]));

/** The same bookings in maps of their own, which stay as they are now. */
export function copyOfBookings(bookings: Bookings): Bookings {
  const ofSets = <K>(sets: ReadonlyMap<K, Set<string>>) => copied(sets, (codes) => new Set(codes));
  const ofMaps = <K, L>(maps: ReadonlyMap<K, Map<L, number>>) => copied(maps, (counts) => new Map(counts));
  return {
    all: new Map(bookings.all),
    byShortCode: new Map(bookings.byShortCode),
    byReference: new Map(bookings.byReference),
    erased: new Map(bookings.erased),
    byDate: ofSets(bookings.byDate),
    live: ofSets(bookings.live),
    byLastDate: ofSets(bookings.byLastDate),
    waiting: new Set(bookings.waiting),
    taken: ofMaps(bookings.taken),
    coming: ofMaps(bookings.coming),
    heldBack: new Map(bookings.heldBack),
    released: ofMaps(bookings.released),
  };
}

/** The same, for as long as one decision takes, without a copy of thousands: see `over`. */
export function bookingsOver(bookings: Bookings): Bookings {
  const ofSets = <K>(sets: ReadonlyMap<K, Set<string>>) => over(sets, (codes) => new Set(codes));
  const ofMaps = <K, L>(maps: ReadonlyMap<K, Map<L, number>>) => over(maps, (counts) => new Map(counts));
  return {
    all: over(bookings.all),
    byShortCode: over(bookings.byShortCode),
    byReference: over(bookings.byReference),
    erased: over(bookings.erased),
    byDate: ofSets(bookings.byDate),
    live: ofSets(bookings.live),
    byLastDate: ofSets(bookings.byLastDate),
    waiting: new Set(bookings.waiting),
    taken: ofMaps(bookings.taken),
    coming: ofMaps(bookings.coming),
    heldBack: over(bookings.heldBack),
    released: ofMaps(bookings.released),
  };
}
