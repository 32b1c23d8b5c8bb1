/** What can have happened to data of people. Stream `calendar`. */
import type { Instant } from '../instant.ts';

/** Why it was erased: chosen, as a text might name somebody. */
export type ErasureReason = 'requested' | 'withdrawn' | 'not-needed' | 'unlawful';

export type PeopleEvent =
  /** Whom somebody was shown who looked for people; what was looked for is kept nowhere. */
  | { type: 'PersonSought'; at: Instant; codes: readonly string[]; by: string }
  | { type: 'PersonExported'; at: Instant; code: string; by: string }
  /** All personal parts of the code go; only `marks` stays, until the booking is forgotten. */
  | {
      type: 'PersonErased';
      at: Instant;
      code: string;
      reason: ErasureReason;
      by: string;
      personalOf: string;
      personal?: { readonly marks: readonly string[] };
    };
