/** What can be asked of bookings, quotas, claims, and of those who come again. What each does is in `commands/`. */
import type { BookingSource } from './booking-events.ts';

export interface BookedPerson {
  readonly name: string;
  /** Null: not known (a list of another system). */
  readonly birthDate: string | null;
}

export interface WantedBooking {
  readonly service: string;
  readonly lane?: string;
  readonly date: string;
  /** Milliseconds since 1970; absent: the hub chooses. */
  readonly slot?: number;
  readonly people: readonly BookedPerson[];
  /** E.164. */
  readonly phone?: string;
  readonly details?: string;
  readonly source: BookingSource;
  readonly orWait?: boolean;
  readonly waitUntil?: string;
}

/** Of another system's list. `id`, `spoken`: chance for this line's booking, as `Fresh` has it for one. */
export interface ImportedLine {
  readonly line: number;
  readonly reference: string | null;
  readonly service: string | null;
  readonly lane: string | null;
  readonly date: string;
  /** Minute of the day; null: the hub chooses. */
  readonly time: number | null;
  readonly people: readonly BookedPerson[];
  readonly phone: string | null;
  readonly details: string | null;
  readonly id: string;
  readonly spoken: string;
  /** PD4: what it would be known by if its people had been erased; absent where nobody was. */
  readonly marks?: readonly string[];
}

/** `booking`: a code or a short code. `by`: the account. */
export type BookingCommand =
  | ({ type: 'Book' } & WantedBooking)
  /** `slot` in milliseconds since 1970. */
  | { type: 'MoveBooking'; booking: string; date: string; slot?: number }
  | { type: 'CancelBooking'; booking: string }
  /** Somebody opens the names. */
  | { type: 'SeeBooking'; booking: string; by: string }
  /** `atomic`: all or nothing. `dryRun`: only say what would be. `overbook`: quotas do not refuse. */
  | {
      type: 'ImportBookings';
      lines: readonly ImportedLine[];
      atomic: boolean;
      dryRun: boolean;
      overbook: boolean;
      by: string;
    }
  | { type: 'ReleasePlaces'; quota: string; date?: string; places: number; reason: string; by: string }
  /** What follows a visit is paid for. `ticket`: number or code of today, or the code of an earlier one. */
  | { type: 'PayVisit'; ticket: string }
  /** `identity`: hashed with today's salt. */
  | { type: 'NoteIdentity'; ticket: string; identity: string; counter?: number }
  | { type: 'CloseClaim'; id: string; as: 'not-charged' | 'refunded'; reference?: string; by: string };
