/** What can have happened to claims: a timed hand-over took too long, and the office owes something. Stream `calendar`. */
import type { Instant } from '../instant.ts';

export type ClaimEvent =
  /** With `HandoverBroken`, where the step says what follows. `officer`: who answered for the counter. */
  | {
      type: 'ClaimOpened';
      at: Instant;
      id: string;
      code: string;
      number: string;
      date: string;
      step: string;
      counter: number | null;
      officer: string | null;
      startedAt: Instant;
    }
  /** `reference`: of the refund, for whoever checks the books. */
  | {
      type: 'ClaimClosed';
      at: Instant;
      id: string;
      as: 'not-charged' | 'refunded';
      reference: string | null;
      by: string;
    };
