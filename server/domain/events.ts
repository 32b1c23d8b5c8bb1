/**
 * Everything that can have happened. An event is a fact that is on disk; a new state is made by events alone.
 * Bodies are plain JSON. What may say something about a person is in `personal`, is stored apart, and can
 * be gone: every event must be understood without it.
 */
import type { Need } from '../contract/values.ts';
import type { CalendarEvent } from './calendar-events.ts';
import type { CounterEvent } from './counter-events.ts';
import type { DoorEvent, ScreeningCount } from './door/door-events.ts';
import type { Instant } from './instant.ts';
import type { PaperEvent } from './papers/paper-events.ts';
import type { Rating, Told } from './visit.ts';

export type { CalendarEvent } from './calendar-events.ts';
export type { CounterEvent } from './counter-events.ts';
export type { DoorEvent, ScreeningCount } from './door/door-events.ts';

/** Stream `day:<date>`: one local date of the office. */
export type DayEvent =
  | { type: 'DayBegan'; at: Instant; date: string; endsAt: Instant }
  | {
      type: 'TicketTaken';
      at: Instant;
      code: string;
      shortCode: string;
      prefix: string;
      ordinal: number;
      service: string;
      lane: string;
      steps: readonly string[];
      people: number;
      category: string | null;
      promiseAt: Instant | null;
      until: 'done' | 'called';
      turn: Instant;
      notBefore: Instant | null;
      /** When it came, where that was before `at`: the door's reading that gave it, or a number given on paper. */
      arrivedAt?: Instant;
      /** Waits outside, as the room is full. */
      outside?: true;
      /** A number of the emergency sheet, which is no part of the run of numbers. */
      paper?: true;
      /** The number of the earlier ticket whose promised first place this is, whom it overtakes, and who let it in. */
      place?: string;
      overtaken?: number;
      by?: string;
      /** Checked in with this booking, or come again with this earlier ticket: it takes no place of a quota. */
      booking?: string;
      comeback?: string;
      /** What it was told of its wait when it was given. */
      told?: Told;
      /**
       * `screening`: whose reading let the person in; it gives no other ticket. `proof`: the number of a booking on
       * paper that nobody here has heard of yet.
       */
      personal?: { needs: readonly Need[]; screening?: string; proof?: string };
    }
  /** The place of a ticket that was cancelled before anybody called it: `holdBack` is over. */
  | { type: 'PlaceFreed'; at: Instant; code: string }
  /** The booking that the proof on paper spoke of was on a list. */
  | { type: 'ProofMatched'; at: Instant; code: string; booking: string }
  /** What is to be collected is paid for, on the day itself. `from`: the first date. */
  | { type: 'VisitPaid'; at: Instant; code: string; from: string }
  /** What somebody thought of it, and what the desk asked once: choices by list. Said again, it replaces. */
  | { type: 'VisitRated'; at: Instant; code: string; rating: Rating }
  | { type: 'VisitDescribed'; at: Instant; code: string; choices: Readonly<Record<string, string>> }
  /** At the file check. `identity`: a hash that is worth nothing tomorrow. */
  | {
      type: 'IdentityNoted';
      at: Instant;
      code: string;
      counter: number | null;
      personal?: { identity: string };
    }
  /** Before midnight: needs, the number of a booking on paper and the identity number, of this visit alone. */
  | { type: 'NeedsErased'; at: Instant; code: string }
  /** `promiseAt`: later by the time that it was away with an incomplete file. */
  | { type: 'VisitReturned'; at: Instant; code: string; promiseAt?: Instant }
  | { type: 'VisitCancelled'; at: Instant; code: string }
  | {
      type: 'LaneChanged';
      at: Instant;
      code: string;
      lane: string;
      promiseAt: Instant | null;
      turn: Instant;
      reason: string;
      /** How many waiting had the turn before and have it no more (absent: none), and the account that did it. */
      overtaken?: number;
      by?: string;
    }
  | CounterEvent
  | DoorEvent
  | PaperEvent
  /** Null: nobody is responsible for the counter any more. */
  | { type: 'OfficerAssigned'; at: Instant; counter: number; officer: string | null }
  /** What was done out of turn was looked at by the head of the office. */
  | { type: 'ExceptionClosed'; at: Instant; id: string; note: string; by: string }
  /** No more numbers today; who waits is still served. */
  | { type: 'DayClosed'; at: Instant }
  | { type: 'DayReopened'; at: Instant }
  /** Sent home with the first place of a later day. */
  | { type: 'VisitDeferred'; at: Instant; code: string }
  /** The hub did not work, or the office could not: `noticed` by the hub itself when it came back. */
  | { type: 'OutageRecorded'; at: Instant; from: Instant; to: Instant; noticed: boolean }
  /** After an outage: served without the hub, or not here any more. */
  | {
      type: 'VisitSettled';
      at: Instant;
      code: string;
      as: 'done' | 'gone';
      /** What follows it, as in `StepDone`. */
      collect?: { service: string; from: string | null };
    }
  /** By themselves, dated with the moment itself however late it was noticed. */
  | { type: 'CounterResumed'; at: Instant; counter: number }
  | { type: 'HandoverBroken'; at: Instant; code: string }
  | { type: 'PromiseBroken'; at: Instant; code: string }
  | {
      type: 'DayEnded';
      at: Instant;
      unfinished: readonly string[];
      /** The verdicts at the door, by the minute (`01:05` in UTC) and linked to nobody. */
      screenings?: readonly ScreeningCount[];
    };

export type DomainEvent = CalendarEvent | DayEvent;
