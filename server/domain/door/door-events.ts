/** What can have happened at the door. */
import type { Instant } from '../instant.ts';

/** How many readings of one minute had this verdict. */
export interface ScreeningCount {
  /** The minute, ISO 8601 in UTC. */
  readonly minute: string;
  readonly verdict: Verdict;
  readonly count: number;
}

export type Verdict = 'admitted' | 'warned' | 'retest' | 'held' | 'remeasure';

export type DoorEvent =
  /**
   * A reading, or a tap where nothing is measured. What it said, and of whom, is personal and gone at midnight: what
   * stays is that somebody came in, the same for all of them. `celsius` only where another reading or a case follows;
   * who is let in after that (`attempt` above 1) has no raw values from then on.
   */
  | {
      type: 'PersonScreened';
      at: Instant;
      admits: boolean;
      personal?: {
        screening: string;
        verdict: Verdict;
        /** This reading is the person's how-manieth that counts, from 1; 0 where none did yet. */
        attempt: number;
        retestAt: Instant | null;
        celsius: number | null;
        kind: string | null;
      };
    }
  /** Held after the last retest. `case` is how people speak of it: `K-001`. */
  | { type: 'CaseOpened'; at: Instant; case: string; screening: string }
  /** Somebody looked at the readings of the case. */
  | { type: 'CaseSeen'; at: Instant; case: string; by: string }
  /** The task force's receiver has taken the notice. */
  | { type: 'TaskForceNotified'; at: Instant; case: string }
  | {
      type: 'CaseDecided';
      at: Instant;
      case: string;
      screening: string;
      decision: 'admit' | 'refer';
      personal?: { by: string; reason: string | null };
    }
  /** The raw values of this person's readings are gone: their time is over, or the case is decided. */
  | { type: 'ReadingsErased'; at: Instant; screening: string }
  /** Somebody counted again. */
  | { type: 'InsideCounted'; at: Instant; inside: number }
  | { type: 'PeopleLeft'; at: Instant; count: number }
  /** Who waited outside may come in, in this order. */
  | { type: 'VisitsCalledIn'; at: Instant; codes: readonly string[] };
