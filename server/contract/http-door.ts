/** Bodies and answers of the door: screenings, cases, who is inside, who is called in. */
import { z } from 'zod';
import { configId } from './values.ts';

const text = z.string().trim().min(1).max(200);
/** Whatever a thermometer or a finger may say; what cannot be a body's is answered with `remeasure`. */
const celsius = z.number().min(-100).max(1000);

export const screeningBody = z.strictObject({ celsius: celsius.optional(), kind: configId.optional() });
export const readingBody = z.strictObject({ celsius, kind: configId.optional() });
export const outcomeBody = z.strictObject({
  decision: z.enum(['admit', 'refer']),
  /** Who of the task force decided. */
  by: text,
  reason: text.optional(),
});
export const insideBody = z.strictObject({ inside: z.int().min(0).max(100_000) });
export const leaveBody = z.strictObject({ count: z.int().min(1).max(1000) });
export const callInBody = z.strictObject({ people: z.int().min(1).max(1000).optional() });

export const verdicts = ['admitted', 'warned', 'retest', 'held', 'remeasure', 'referred'] as const;
export type ScreeningVerdict = (typeof verdicts)[number];

export interface ScreeningAnswer {
  readonly id: string;
  /** `referred`: the task force has decided that treatment comes first. */
  readonly verdict: ScreeningVerdict;
  /** Readings so far that count, this one included; 0 where nothing is measured or none was right yet. */
  readonly attempt: number;
  readonly retestAt?: string;
  /** The case's number, once there is one. */
  readonly case?: string;
}

/** `inside`: null where nobody counts. */
export interface OccupancyAnswer {
  readonly inside: number | null;
  readonly capacity: number | null;
  readonly full: boolean;
}

/** The card of a held person, as the task force and the guard see it. Whoever looks is recorded. */
export interface CaseCard {
  readonly case: string;
  readonly screening: string;
  readonly openedAt: string;
  readonly notifiedAt: string | null;
  readonly decision: 'admit' | 'refer' | null;
  readonly decidedAt: string | null;
  /** Empty once they are erased. */
  readonly readings: readonly {
    readonly at: string;
    readonly celsius: number;
    readonly kind: string | null;
  }[];
}
