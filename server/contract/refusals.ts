/** The closed list of refusals, and the problem that HTTP and Socket.IO answer with (RFC 9457). */
import { z } from 'zod';

/** Why a command was not done. Values, not exceptions; the screen owns the sentence. */
export const refusalCodes = [
  'counter-closed',
  'nobody-waiting',
  'nobody-called',
  'unknown-ticket',
  'unknown-service',
  'unknown-lane',
  'unknown-step',
  'unknown-counter',
  'unknown-reason',
  'unknown-outcome',
  'unknown-device',
  'unknown-token',
  'unknown-key',
  'unknown-officer',
  'unknown-screening',
  'unknown-case',
  'unknown-place',
  'unknown-exception',
  'device-exists',
  'officer-exists',
  'not-yours',
  'not-possible',
  'already-called',
  'moved-on',
  'too-soon',
  'nothing-to-undo',
  'confirm',
  'would-strand',
  'office-closed',
  'room-full',
  'number-taken',
  'wrong-password',
  'wrong-pin',
  'pairing-pending',
  'already-set-up',
  'stale',
  'storage',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A refusal with what the reader can do about it. All details are public. */
export interface Refusal {
  readonly code: RefusalCode;
  /** `too-soon`: the instant (ISO 8601) from which it is possible, where time alone decides. */
  readonly availableAt?: string;
  /** `too-soon`: announcements still missing before a no-show. */
  readonly callsMissing?: number;
  /** `confirm`, `would-strand`: who could not be served any more. `moved-on`: who is at the counter now. */
  readonly tickets?: readonly string[];
  /** `already-called`: where. */
  readonly counter?: number;
  /** `office-closed`: the next instant at which numbers are given again; absent where none is known. */
  readonly opensAt?: string;
}

/** Codes that are not refusals of the domain but of the door it came through. */
export const problemCodes = [
  ...refusalCodes,
  'malformed',
  'key-reused',
  'not-signed-in',
  'forbidden',
  'wrong-origin',
  'not-found',
  'too-large',
  'too-many-requests',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** `application/problem+json`. `fields` says which part of the input was expected otherwise. */
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes),
  fields: z
    .array(z.object({ path: z.string(), message: z.string(), line: z.int().nullable().optional() }))
    .optional(),
  availableAt: z.string().optional(),
  callsMissing: z.int().optional(),
  tickets: z.array(z.string()).optional(),
  counter: z.int().optional(),
  opensAt: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
