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
  'intake-closed',
  'quota-full',
  'slot-full',
  'unknown-booking',
  'booking-used',
  'booking-early',
  'booking-late',
  'booking-other-day',
  'booking-cancelled',
  'one-booking-only',
  'party-too-large',
  'not-bookable',
  'outside-horizon',
  'unknown-slot',
  'unknown-quota',
  'too-many-places',
  'unknown-claim',
  'unknown-request',
  'unknown-trip',
  'unknown-person',
  'person-erased',
  'not-on-this-day',
  'requirement-missing',
  'room-full',
  'number-taken',
  'rating-over',
  'no-printer',
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
  /**
   * `office-closed`, `intake-closed`: the next instant at which numbers are given again; absent where none is known.
   * `booking-early`: when it can be checked in.
   */
  readonly opensAt?: string;
  /** `quota-full`, `office-closed` of a booking: the first date with room, where there is one within the horizon. */
  readonly nextDay?: string;
  /** `slot-full`, `unknown-slot`: slots of the date that have room (ISO 8601). */
  readonly slots?: readonly string[];
  /** `booking-other-day`: the booking's date. `not-on-this-day`: the next one that would do. */
  readonly date?: string;
  /** `outside-horizon`: the first and the last date that can be booked. */
  readonly from?: string;
  readonly until?: string;
  /** `party-too-large`, `too-many-places`, `one-booking-only`, `too-large` of a list: as many as there may be. */
  readonly most?: number;
  /** `requirement-missing`: what the service asks for (`letter`). */
  readonly missing?: readonly string[];
}

/** Codes that are not refusals of the domain but of the door it came through. */
export const problemCodes = [
  ...refusalCodes,
  'device-offline',
  'malformed',
  'key-reused',
  'not-signed-in',
  'forbidden',
  'wrong-origin',
  'not-found',
  'not-acceptable',
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
  nextDay: z.string().optional(),
  slots: z.array(z.string()).optional(),
  date: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  most: z.int().optional(),
  missing: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof problem>;
