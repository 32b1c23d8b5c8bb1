/** What can have happened at a counter. */
import type { Instant } from './instant.ts';

/** What every action at a counter says: where, and the id that undo takes back as one. */
interface AtCounter {
  at: Instant;
  counter: number;
  action: string;
  /** Who did it: signed in, or assigned to the counter that a button pressed for. Absent: nobody was assigned. */
  officer?: string;
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
      /** Sent away before, with an incomplete file: the promise is later by the time away. */
      promiseAt?: Instant;
      /** The account that called out of turn. */
      by?: string;
    } & AtVisit)
  /** A `next` that found nobody waiting and only finished the current visit. */
  | ({ type: 'QueueFoundEmpty' } & AtCounter)
  | ({ type: 'TicketRecalled'; times: number } & AtVisit)
  /** `endsAt`: the end of the timed hand-over, where the step has one. */
  | ({ type: 'VisitStarted'; endsAt: Instant | null } & AtVisit)
  /** The step is done; `next` is the step waited for now, null when the visit is done. */
  | ({
      type: 'StepDone';
      step: string;
      outcome: string | null;
      next: string | null;
      /** What follows the whole visit: where to come, and from which date (null: once it is paid). */
      collect?: { service: string; from: string | null };
    } & AtVisit)
  /** What `next` could not know: how the step that it finished ended. */
  | ({ type: 'OutcomeNamed'; step: string; outcome: string } & AtVisit)
  | ({ type: 'VisitMissed' } & AtVisit)
  | ({ type: 'VisitHeld' } & AtVisit)
  | ({ type: 'VisitTransferred'; step: string; todo: readonly string[]; onlyAt: number | null } & AtVisit)
  /** `bring`: what to come back with. */
  | ({ type: 'VisitSentAway'; reasons: readonly string[]; bring?: readonly string[] } & AtVisit)
  /** Takes back the counter's last action, named by `undone`. */
  | {
      type: 'ActionUndone';
      at: Instant;
      counter: number;
      officer?: string;
      /** The account, where a call was taken back. */
      by?: string;
      undone: string;
      /** Visits that went back to what they were, and the call that was never made. */
      codes: readonly string[];
      callId: string | null;
    };
