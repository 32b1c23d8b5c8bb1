/** What can have happened outside the office: requests, trips, and what was done there. Stream `calendar`. */
import type { Instant } from '../instant.ts';

/** Gone 30 days after the visit. What is kept for good is how many, where in plain figures, and how it ended. */
export interface RequestPersonal {
  readonly address: string | null;
  /** E.164. */
  readonly contact: string | null;
  readonly letter: { readonly kind: string; readonly number: string | null } | null;
  /** Whom it is for; empty where nobody applies. */
  readonly people: readonly { readonly name: string; readonly birthDate: string | null }[];
  readonly note: string | null;
}

/** One step as it was done there. */
export interface OffsiteStep {
  readonly step: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly outcome: string | null;
}

/** How it ended for one person of the list (counted from 0), or for the place where nobody applies (0). */
export interface OffsiteResult {
  readonly person: number;
  readonly end: 'done' | 'no-show' | 'incomplete';
  readonly reasons: readonly string[];
  readonly steps: readonly OffsiteStep[];
}

export type OffsiteEvent =
  | {
      type: 'VisitRequested';
      at: Instant;
      code: string;
      shortCode: string;
      service: string;
      /** 0 where nobody applies. */
      people: number;
      personalOf: string;
      personal?: RequestPersonal;
    }
  | {
      type: 'RequestDecided';
      at: Instant;
      code: string;
      decision: 'accept' | 'refuse';
      by: string;
      reason: string | null;
    }
  | { type: 'RequestCancelled'; at: Instant; code: string }
  | { type: 'RequestSeen'; at: Instant; code: string; by: string }
  /** The trip as it is now: planned, or changed. `requests`: in the order of the list. */
  | {
      type: 'TripPlanned';
      at: Instant;
      id: string;
      date: string;
      place: string;
      team: readonly string[];
      vehicle: string | null;
      requests: readonly string[];
    }
  | { type: 'TripCancelled'; at: Instant; id: string; reason: string }
  /**
   * Entered afterwards. `results`: all that is known now; they replace what was recorded before. What the request, the
   * service (`steps`) and the office (`lane`) were then stands beside it, as in a ticket: the figures need nothing else.
   */
  | {
      type: 'OffsiteRecorded';
      at: Instant;
      trip: string;
      request: string;
      shortCode: string;
      date: string;
      service: string;
      lane: string;
      steps: readonly string[];
      people: number;
      results: readonly OffsiteResult[];
      by: string;
    }
  | { type: 'RequestsEmptied'; at: Instant; codes: readonly string[] };
