/**
 * Everything that can have happened. An event is a fact that is on disk; a new state is made by events alone.
 * Bodies are plain JSON. What may say something about a person is in `personal`, is stored apart, and can
 * be gone: every event must be understood without it.
 */
import type { Office } from '../contract/office.ts';
import type { Need, Role } from '../contract/values.ts';
import type { Instant } from './instant.ts';

/** Stream `calendar`: what lives on from day to day. */
export type CalendarEvent =
  /** `source` is the office file as written; `office` is what it means; `file` marks what came from a file at a start. */
  | { type: 'OfficeConfigured'; at: Instant; office: Office; source: string; file: string | null }
  | { type: 'PasswordSet'; at: Instant; hash: string }
  | {
      type: 'TokenIssued';
      at: Instant;
      id: string;
      role: Role;
      counter: number | null;
      label: string;
      hash: string;
    }
  | { type: 'TokenRevoked'; at: Instant; id: string }
  | { type: 'SessionOpened'; at: Instant; id: string; hash: string; token: string | null; until: Instant }
  | { type: 'SessionEnded'; at: Instant; id: string }
  | {
      type: 'DeviceAdded';
      at: Instant;
      id: string;
      driver: string;
      counter: number | null;
      label: string | null;
      hash: string;
      read: readonly string[];
      write: readonly string[];
    }
  | { type: 'DeviceRemoved'; at: Instant; id: string };

/** What every action at a counter says: where, and the id that undo takes back as one. */
interface AtCounter {
  at: Instant;
  counter: number;
  action: string;
}
/** …of a visit. */
interface AtVisit extends AtCounter {
  code: string;
}

/** What a counter's officer (or button) did. */
export type CounterEvent =
  /** Null: whatever the office file gives the counter. */
  | ({ type: 'CounterOpened'; steps: readonly string[] | null; lanes: readonly string[] | null } & AtCounter)
  | ({ type: 'CounterPaused'; reason: string | null; until: Instant | null } & AtCounter)
  | ({ type: 'CounterClosed' } & AtCounter)
  /** `action` is also the call's id. `overtaken`: how many waiting had the turn before (0 when in turn). */
  | ({
      type: 'TicketCalled';
      byNext: boolean;
      step: string;
      reason: string | null;
      overtaken: number;
    } & AtVisit)
  /** A `next` that found nobody waiting and only finished the current visit. */
  | ({ type: 'QueueFoundEmpty' } & AtCounter)
  | ({ type: 'TicketRecalled'; times: number } & AtVisit)
  /** `endsAt`: the end of the timed hand-over, where the step has one. */
  | ({ type: 'VisitStarted'; endsAt: Instant | null } & AtVisit)
  /** The step is done; `next` is the step waited for now, null when the visit is done. */
  | ({ type: 'StepDone'; step: string; outcome: string | null; next: string | null } & AtVisit)
  /** What `next` could not know: how the step that it finished ended. */
  | ({ type: 'OutcomeNamed'; step: string; outcome: string } & AtVisit)
  | ({ type: 'VisitMissed' } & AtVisit)
  | ({ type: 'VisitHeld' } & AtVisit)
  | ({ type: 'VisitTransferred'; step: string; todo: readonly string[]; onlyAt: number | null } & AtVisit)
  | ({ type: 'VisitSentAway'; reasons: readonly string[] } & AtVisit)
  /** Takes back the counter's last action, named by `undone`. */
  | {
      type: 'ActionUndone';
      at: Instant;
      counter: number;
      undone: string;
      /** Visits that went back to what they were, and the call that was never made. */
      codes: readonly string[];
      callId: string | null;
    };

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
      personal?: { needs: readonly Need[] };
    }
  | { type: 'VisitReturned'; at: Instant; code: string }
  | { type: 'VisitCancelled'; at: Instant; code: string }
  | {
      type: 'LaneChanged';
      at: Instant;
      code: string;
      lane: string;
      promiseAt: Instant | null;
      turn: Instant;
      reason: string;
    }
  | CounterEvent
  /** By themselves, dated with the moment itself however late it was noticed. */
  | { type: 'CounterResumed'; at: Instant; counter: number }
  | { type: 'HandoverBroken'; at: Instant; code: string }
  | { type: 'PromiseBroken'; at: Instant; code: string }
  | { type: 'DayEnded'; at: Instant; unfinished: readonly string[] };

export type DomainEvent = CalendarEvent | DayEvent;
