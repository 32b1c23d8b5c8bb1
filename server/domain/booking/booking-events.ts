/** What can have happened to bookings, to quotas, and to whoever is to come again. Stream `calendar`. */
import type { Instant } from '../instant.ts';

/** Gone 30 days after the visit (BK): nothing is decided by a name. */
export interface BookingPersonal {
  readonly people: readonly { readonly name: string; readonly birthDate: string | null }[];
  /** E.164; what one contact may book is counted by it. */
  readonly phone: string | null;
  readonly details: string | null;
  /** The number that another system gave it: a list that is imported again makes no doubles. */
  readonly reference: string | null;
}

export type BookingSource = 'integration' | 'kiosk' | 'desk' | 'supervisor' | 'import' | 'whatsapp';

/** Somebody who comes on a later day without a quota: to collect, or with what was missing. `code` is the former ticket's. */
export interface Comeback {
  readonly kind: 'collection' | 'return';
  readonly code: string;
  /** Where its paper was printed again (PA5); absent: the code. */
  readonly link?: string;
  readonly shortCode: string;
  readonly number: string;
  /** Local date of the former visit. */
  readonly date: string;
  /** The first date; null: it is not paid yet, and nobody knows. */
  readonly from: string | null;
  /** The last date; null: any. */
  readonly until: string | null;
  /** What is given to whoever comes. */
  readonly service: string;
  readonly lane: string;
  readonly steps: readonly string[];
  /** What the former visit was for, why it was sent away, and what to bring: what its phone still says. */
  readonly formerService: string;
  readonly reasons: readonly string[];
  readonly bring: readonly string[];
  readonly people: number;
  readonly category: string | null;
}

export type BookingEvent =
  /** `slot` null: on the waiting list for a place from `date` to `waitUntil`. */
  | {
      type: 'BookingMade';
      at: Instant;
      code: string;
      shortCode: string;
      service: string;
      lane: string;
      date: string;
      slot: Instant | null;
      waitUntil?: string;
      people: number;
      source: BookingSource;
      personalOf: string;
      personal?: BookingPersonal;
    }
  /** To another date or slot; places of another date are held back. */
  | { type: 'BookingMoved'; at: Instant; code: string; date: string; slot: Instant }
  /** From the waiting list: a place was freed. */
  | { type: 'BookingPlaced'; at: Instant; code: string; date: string; slot: Instant }
  | { type: 'BookingCancelled'; at: Instant; code: string }
  /** Nobody came until `expire` after the slot (its place is free now), or the last date of the waiting list is over. */
  | { type: 'BookingExpired'; at: Instant; code: string }
  /** Checked in: `ticket` is the visit's code. `again`: it had expired, and took a place anew. */
  | { type: 'BookingUsed'; at: Instant; code: string; ticket: string; again?: true }
  /** Its ticket was cancelled before anybody called it: its places are held back. */
  | { type: 'BookingGivenUp'; at: Instant; code: string }
  /** `holdBack` is over: the places that were given back as `held` are free. */
  | { type: 'PlacesFreed'; at: Instant; held: string }
  /** 30 days after the visit: personal parts go, and the bookings are forgotten. */
  | { type: 'BookingsEmptied'; at: Instant; codes: readonly string[] }
  /** Somebody looked at the names. */
  | { type: 'BookingSeen'; at: Instant; code: string; by: string }
  /** A list was imported; what was done with it, in numbers. */
  | {
      type: 'ListImported';
      at: Instant;
      by: string;
      lines: number;
      accepted: number;
      unchanged: number;
      refused: number;
    }
  /** `places` more on this date, up to what the office file allows. */
  | {
      type: 'PlacesReleased';
      at: Instant;
      quota: string;
      date: string;
      places: number;
      reason: string;
      by: string;
    }
  /** At the end of a day: who of it is to come again. */
  | { type: 'ComebacksNoted'; at: Instant; date: string; comebacks: readonly Comeback[] }
  | { type: 'ComebackPaid'; at: Instant; code: string; from: string }
  | { type: 'ComebackTaken'; at: Instant; code: string; ticket: string };
