/** The calendar's bookings: what was booked, what is held back, and what was released. Entities never change. */
import type { BookingPersonal, BookingSource } from './booking-events.ts';
import type { Instant } from './instant.ts';

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
  readonly date: string;
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
  /** Codes by date: of those that have or had a place there. */
  readonly byDate: Map<string, Set<string>>;
  /** Codes on the waiting list, the longest first. */
  readonly waiting: Set<string>;
  /** Places that bookings take (held back ones too), by date, then by service and lane: `placeKey`. */
  readonly taken: Map<string, Map<string, number>>;
  /** By id. */
  readonly heldBack: Map<string, HeldBack>;
  /** Places released, by date, then by quota. */
  readonly released: Map<string, Map<string, number>>;
}

export const placeKey = (service: string, lane: string): string => `${service} ${lane}`;

export const emptyBookings = (): Bookings => ({
  all: new Map(),
  byShortCode: new Map(),
  byDate: new Map(),
  waiting: new Set(),
  taken: new Map(),
  heldBack: new Map(),
  released: new Map(),
});
