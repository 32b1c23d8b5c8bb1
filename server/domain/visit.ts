/** One visit: a ticket and the person (or family) behind it, on the way through the steps. */
import type { Need, VisitState } from '../contract/values.ts';
import type { Instant } from './instant.ts';
import type { VisitPaper } from './papers/paper.ts';

/** How a step at a counter ended. */
export type StepEnd = 'done' | 'no-show' | 'held' | 'transferred' | 'incomplete';

/** What happened at one step; the last one is the step under way. FG3: where the service and the walk are read from. */
export interface StepVisit {
  readonly step: string;
  readonly counter: number;
  readonly calledAt: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Null while it goes on. */
  readonly end: StepEnd | null;
  readonly outcome: string | null;
  /** FG1: since when it waited for this call; null: it did not wait. */
  readonly waitedFrom: Instant | null;
  /** FG4: who called it: signed in, or assigned to the counter; null: nobody was. */
  readonly officer: string | null;
  /** Why it was sent away; empty where it was not. */
  readonly reasons: readonly string[];
  /** FG5: of the timed hand-over that began at it; null: none did. */
  readonly handover: 'running' | 'kept' | 'ended' | null;
}

/** FG6: what a visitor was told of the wait when the ticket was given. */
export interface Told {
  /** When it would be called, most probably between these; `expected` is the middle of what may be. */
  readonly from: Instant;
  readonly to: Instant;
  readonly expected: Instant;
  /** When it would be over. */
  readonly homeBy: Instant;
}

export type Rating = 'good' | 'fair' | 'poor';

/** A timed hand-over: from `start` to `done` of its step, whatever happens between. */
export interface Handover {
  readonly step: string;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly endedAt: Instant | null;
}

/** Never changed, only replaced: undo and comparison rest on identity. */
export interface Visit {
  readonly code: string;
  /** PA5: by which its holder opens its page: the code, until its paper is printed again. */
  readonly link: string;
  /** The last paper that was asked for it; null: none was. */
  readonly paper: VisitPaper | null;
  readonly shortCode: string;
  readonly number: string;
  /** The place among the day's tickets: breaks ties of turn and arrival. */
  readonly place: number;
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  readonly category: string | null;
  readonly needs: readonly Need[];
  readonly arrivedAt: Instant;
  readonly promiseAt: Instant | null;
  /** What keeps the promise: being done, or the first call. */
  readonly until: 'done' | 'called';
  /** Kept once, it stays kept. It lapses when its instant passes while the visit is missed (TP3); IF3: not while it is sent away. */
  readonly promise: 'running' | 'kept' | 'lapsed';
  readonly turn: Instant;
  readonly notBefore: Instant | null;
  /** FG1: since when it waits; null: it does not. */
  readonly waitsSince: Instant | null;
  readonly told: Told | null;
  readonly state: VisitState;
  /** The step waited for or under way (the last one when it is over). */
  readonly step: string;
  /** The steps that follow. */
  readonly todo: readonly string[];
  /** Where it is called or served, or was last. */
  readonly counter: number | null;
  /** The call under way, or the last one, and how often it was announced. */
  readonly callId: string | null;
  readonly times: number;
  /** The first call of the visit, which keeps a promise `until: called`. */
  readonly firstCalledAt: Instant | null;
  /** When the present call was made and last announced, and when it was started. */
  readonly calledAt: Instant | null;
  readonly lastCalledAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly handover: Handover | null;
  /** Transferred to one counter: it alone calls, while it is not closed. */
  readonly onlyAt: number | null;
  /** Returned after a missed call: the day's call count at that moment. */
  readonly returnedAfter: number | null;
  readonly reasons: readonly string[];
  /** What to come back with, when it was sent away. */
  readonly bring: readonly string[];
  /** The booking it was checked in with, and the earlier ticket that it comes back for. */
  readonly booking: string | null;
  readonly comeback: string | null;
  /** Its booking was shown on paper, and is not known yet. */
  readonly proof: string | null;
  /** Whether it takes a place of each quota that applies to it. */
  readonly takesPlace: boolean;
  /** What follows it: `from` null while it is not paid; `taken` once somebody came for it. */
  readonly collect: {
    readonly service: string;
    readonly from: string | null;
    readonly taken: boolean;
  } | null;
  readonly rating: Rating | null;
  /** RT3: when it was first said. */
  readonly ratedAt: Instant | null;
  /** By list: what the desk asked, and what was chosen. */
  readonly choices: Readonly<Record<string, string>>;
  /** A hash of the identity number, until midnight. */
  readonly identity: string | null;
  /** Waits outside until it is called in; or was called from there to a counter, and is on the way. */
  readonly outside: boolean;
  readonly steps: readonly StepVisit[];
  readonly endedAt: Instant | null;
}

export const isOver = ({ state }: Visit): boolean =>
  state === 'done' || state === 'cancelled' || state === 'unfinished';

/** Missed or sent away: it is the visitor's turn to come back. */
export const isAway = ({ state }: Visit): boolean => state === 'no-show' || state === 'incomplete';

/** Whether the office owes something now: it waits, is called, served or held. */
export const isOpen = (visit: Visit): boolean => !isOver(visit) && !isAway(visit);

/** TP3: whether the clock of the promise runs. */
export const promiseRuns = (visit: Visit): boolean =>
  visit.promiseAt !== null && visit.promise === 'running' && isOpen(visit);

/** TP3: a promise whose instant passed while the visit was away is neither kept nor broken. */
export const promiseOnComingBack = (visit: Visit, at: Instant): Visit['promise'] =>
  isAway(visit) && visit.promise === 'running' && visit.promiseAt !== null && visit.promiseAt < at
    ? 'lapsed'
    : visit.promise;

/** The visit with its timed hand-over ended now, if one runs. FG5: `kept` by `done` alone. */
export function withoutHandover(visit: Visit, at: Instant, how: 'kept' | 'ended' = 'ended'): Visit {
  if (visit.handover === null || visit.handover.endedAt !== null) return visit;
  const steps = visit.steps.map((one) => (one.handover === 'running' ? { ...one, handover: how } : one));
  return { ...visit, handover: { ...visit.handover, endedAt: at }, steps };
}
