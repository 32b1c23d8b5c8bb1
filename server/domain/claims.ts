/** Claims: a timed hand-over took too long. Open until somebody says how it was made good. */
import type { Instant } from './instant.ts';

export interface Claim {
  readonly id: string;
  /** Of the visit. */
  readonly code: string;
  readonly number: string;
  readonly date: string;
  readonly step: string;
  readonly counter: number | null;
  readonly officer: string | null;
  readonly startedAt: Instant;
  readonly openedAt: Instant;
  readonly closed: {
    readonly at: Instant;
    readonly as: 'not-charged' | 'refunded';
    readonly reference: string | null;
    readonly by: string;
  } | null;
}
