/** Everything that can be asked of the hub. What a command does is in `commands/`, one file each. */

import type { DeviceSettings } from '../contract/device-settings.ts';
import type { CounterAnswer, RatingAnswer, TicketAnswer } from '../contract/http.ts';
import type { BookingAnswer, IdentityAnswer, ImportAnswer } from '../contract/http-bookings.ts';
import type { ScreeningAnswer } from '../contract/http-door.ts';
import type { RequestAnswer } from '../contract/http-offsite.ts';
import type { Office } from '../contract/office.ts';
import type { PaperStation } from '../contract/paper.ts';
import type { Need, OfficerRole, Role, VisitState } from '../contract/values.ts';
import type { BookingCommand } from './booking/booking-commands.ts';
import type { DayCommand, DoorCommand } from './door/door-commands.ts';
import type { OffsiteCommand } from './offsite/offsite-commands.ts';
import type { PaperAnswer, PaperCommand } from './papers/paper-commands.ts';
import type { PeopleCommand } from './people/people-commands.ts';
import type { Rating } from './visit.ts';

export type { BookingCommand } from './booking/booking-commands.ts';
export type { DayCommand, DoorCommand } from './door/door-commands.ts';
export type { OffsiteCommand } from './offsite/offsite-commands.ts';

/** Of a counter: `ageMs` is how long a device kept the press back. */
interface AtCounter {
  counter: number;
  ageMs?: number;
}

/** Of the visit at it. `ticket`: the one that the sender saw there; a button sees none. */
interface OfVisit extends AtCounter {
  ticket?: string;
}

export type CounterCommand =
  | ({ type: 'OpenCounter'; steps?: readonly string[]; lanes?: readonly string[] } & AtCounter)
  /** `until` in milliseconds since 1970. */
  | ({ type: 'PauseCounter'; reason?: string; until?: number } & AtCounter)
  | ({ type: 'CloseCounter'; confirm?: boolean } & AtCounter)
  | ({ type: 'CallNext' } & AtCounter)
  | ({ type: 'CallTicket'; ticket: string; reason?: string } & AtCounter)
  | ({ type: 'RecallTicket' } & OfVisit)
  /** `timed`: the visitor has chosen the hourglass, where it is by choice. */
  | ({ type: 'StartVisit'; timed?: boolean } & OfVisit)
  | ({ type: 'FinishStep'; outcome?: string } & OfVisit)
  | ({ type: 'MarkNoShow' } & OfVisit)
  | ({ type: 'HoldVisit' } & OfVisit)
  | ({ type: 'TransferVisit'; to: { step: string } | { counter: number } } & OfVisit)
  | ({ type: 'SendAway'; reasons: readonly string[]; bring?: readonly string[] } & OfVisit)
  | ({ type: 'UndoAction' } & AtCounter)
  /** What the desk asks and counts: by list, one choice. */
  | ({ type: 'DescribeVisit'; choices: Readonly<Record<string, string>> } & OfVisit)
  /** A key that means nothing; refused, so that the box learns it and a redelivery is answered alike. */
  | ({ type: 'PressUnknownKey'; key: string } & AtCounter);

export type TicketCommand =
  | {
      type: 'TakeTicket';
      /** Absent: what the booking is for. */
      service?: string;
      lane?: string;
      people?: number;
      category?: string;
      needs?: readonly Need[];
      /** Given at the door; `screening` is the reading that let the person in: its time is the arrival. */
      atDoor?: boolean;
      screening?: string;
      /** A booking, or what somebody comes back for: by code or short code. */
      booking?: string;
      /** The number of a booking on paper that nobody here knows yet. */
      proof?: string;
      /** The station that prints it. */
      paper?: PaperStation;
    }
  /** `ticket`: a number or a code. `counter`: the desk that asked, when it was one. */
  | { type: 'ReturnVisit'; ticket: string; counter?: number }
  | { type: 'CancelTicket'; ticket: string }
  | { type: 'ChangeLane'; ticket: string; lane: string; reason: string }
  /** Only by its code, which its holder has. */
  | { type: 'RateVisit'; code: string; rating: Rating };

/** Hashes are made at the edge (scrypt); a secret never reaches the domain. */
export type CalendarCommand =
  /** `file`: a fingerprint of the file it was read from at a start; absent for a change by the supervisor. */
  /** `instead`: the office file that it was made from, which must be the one that runs. */
  | { type: 'ConfigureOffice'; office: Office; source: string; file?: string; instead?: string }
  | { type: 'SetPassword'; hash: string; onlyFirst: boolean }
  | { type: 'IssueToken'; id: string; role: Role; counter: number | null; label: string; hash: string }
  | { type: 'RevokeToken'; id: string }
  /**
   * `until` in milliseconds since 1970. `token`: the station's token it was opened with; `officer`: who signed in, and
   * at which counter; neither: the supervisor. `proved`: the hash that the PIN or the password was compared with.
   */
  | {
      type: 'OpenSession';
      id: string;
      hash: string;
      token: string | null;
      officer?: { id: string; counter: number | null };
      proved?: string;
      until: number;
    }
  /** `expired`: its time was over; nobody ended it. */
  | { type: 'EndSession'; id: string; expired?: boolean }
  | {
      type: 'AddDevice';
      id: string;
      driver: string;
      counter: number | null;
      label: string | null;
      hash: string;
      read: readonly string[];
      write: readonly string[];
      settings?: DeviceSettings;
    }
  /** What is left out stays as it is. */
  | {
      type: 'ChangeDevice';
      id: string;
      counter?: number | null;
      label?: string | null;
      settings?: DeviceSettings;
    }
  | { type: 'SetDevicePassword'; id: string; hash: string }
  | { type: 'RemoveDevice'; id: string }
  /** Without an id it gets the next free one. */
  | { type: 'AddOfficer'; id?: string; name: string; role: OfficerRole; hash: string }
  /** What is left out stays as it is. */
  | { type: 'ChangeOfficer'; id: string; name?: string; role?: OfficerRole; hash?: string }
  | { type: 'RemoveOfficer'; id: string };

/** The clock's own command: what changes by itself. */
export type Command =
  | CounterCommand
  | TicketCommand
  | CalendarCommand
  | DoorCommand
  | DayCommand
  | BookingCommand
  | OffsiteCommand
  | PaperCommand
  | PeopleCommand
  | { type: 'TimePassed' };

/** What is answered about a visit: where it is now. */
export interface VisitAnswer {
  readonly code: string;
  readonly number: string;
  readonly state: VisitState;
}

/** What each command answers when it is done. */
export type Answer<C extends Command = Command> = C extends CounterCommand
  ? CounterAnswer
  : C extends { type: 'TakeTicket' | 'ClaimPlace' | 'EnterPaperNumber' }
    ? TicketAnswer
    : C extends { type: 'ScreenVisitor' | 'ReadAgain' | 'DecideCase' }
      ? ScreeningAnswer
      : C extends { type: 'CountInside' | 'LetLeave' }
        ? { inside: number }
        : C extends { type: 'CallIn' | 'CloseDay' | 'SettleVisits' }
          ? { tickets: string[] }
          : C extends { type: 'ReturnVisit' | 'CancelTicket' | 'ChangeLane' }
            ? VisitAnswer
            : C extends { type: 'AddOfficer' | 'PlanTrip' }
              ? { id: string }
              : C extends { type: 'Book' | 'MoveBooking' | 'CancelBooking' }
                ? BookingAnswer
                : C extends { type: 'ImportBookings' }
                  ? ImportAnswer
                  : C extends { type: 'ReleasePlaces' }
                    ? { total: number }
                    : C extends { type: 'NoteIdentity' }
                      ? IdentityAnswer
                      : C extends { type: 'PayVisit' }
                        ? { from: string }
                        : C extends { type: 'RateVisit' }
                          ? RatingAnswer
                          : C extends { type: 'RequestVisit' | 'CancelRequest' | 'DecideRequest' }
                            ? RequestAnswer
                            : C extends { type: 'ReprintTicket' | 'PrintSlip' }
                              ? PaperAnswer
                              : C extends { type: 'ExportPerson' }
                                ? { code: string }
                                : C extends { type: 'ErasePerson' }
                                  ? { code: string; cancelled: boolean }
                                  : Record<string, never>;
