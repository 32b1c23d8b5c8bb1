/** What is planned beside the queue: bookings, a list of another system, a waiting list, visits outside the office. */
import type { Moment } from './plan.ts';

export interface Person {
  readonly name: string;
  readonly birthDate: string;
}

export interface PlannedBooking {
  /** Its place in the plan, from 0. */
  readonly id: number;
  readonly by: 'integration' | 'kiosk';
  /** Null: on the day before. */
  readonly madeAt: Moment | null;
  readonly date: string;
  readonly slot: Moment;
  readonly people: readonly Person[];
  readonly contact: string | null;
  /** Full: on the waiting list, until this date. */
  readonly waitUntil: string | null;
  readonly later: Later | null;
}

/** What becomes of a booking before anybody comes with it. `at` null: on the day before. */
export type Later =
  | { readonly what: 'cancelled'; readonly at: Moment | null }
  | { readonly what: 'moved'; readonly at: Moment | null; readonly date: string; readonly slot: Moment };

/** How somebody comes with a booking. */
export interface PlannedCheckIn {
  readonly booking: number;
  readonly comes: 'early' | 'in-time' | 'late' | 'expired' | 'other-day' | 'cancelled';
  /** The code is tried a second time. */
  readonly again: boolean;
}

/** Asked on the day before; each has something that must be refused, or is the first that must not. */
export interface PlannedTry {
  readonly service: string;
  readonly date: string;
  readonly slot: Moment | null;
  readonly people: readonly Person[];
  readonly contact: string | null;
}

/** A line of a list of another system. */
export interface PlannedLine {
  readonly reference: string;
  /** Rows of one family have the same. */
  readonly people: readonly Person[];
  readonly date: string;
  /** Null: `bad` stands there instead. */
  readonly slot: Moment | null;
  readonly bad: string | null;
}

export interface PlannedList {
  /** Before the doors open, and once more in the day: some as before, some moved, and the papers of those who came with one. */
  readonly before: readonly PlannedLine[];
  readonly again: readonly PlannedLine[];
  readonly againAt: Moment;
}

export interface PlannedRequest {
  readonly service: string;
  readonly people: readonly Person[];
  /** What the service requires and is left out. */
  readonly without: 'address' | 'contact' | 'letter' | null;
  readonly decision: 'accept' | 'refuse';
}

export interface Affairs {
  readonly bookings: readonly PlannedBooking[];
  readonly tries: readonly PlannedTry[];
  readonly list: PlannedList | null;
  readonly requests: readonly PlannedRequest[];
  /** The supervisor looks at quotas and claims at these moments, and does what is to be done. */
  readonly looks: readonly Moment[];
  /** No more numbers; null: they are given to the end. */
  readonly closesAt: Moment | null;
}
