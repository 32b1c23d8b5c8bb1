/** Bodies and answers of visits outside the office. */
import { z } from 'zod';
import { readPhone } from './phone.ts';
import { configId, localDate, type Name, officerId } from './values.ts';

/** Several lines, as of an address; nothing else that cannot be seen. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, 'expected a text');
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'expected a text in one line');
const contact = z
  .string()
  .max(40)
  .transform((written, context) => {
    const read = readPhone(written);
    if (read === null) context.addIssue({ code: 'custom', message: 'expected a telephone number' });
    return read ?? '';
  });

/** What the service `requires` must be there. */
export const requestBody = z.strictObject({
  service: configId,
  address: text.optional(),
  contact: contact.optional(),
  letter: z.strictObject({ kind: line, number: line.optional() }).optional(),
  people: z
    .array(z.strictObject({ name: line, birthDate: localDate.optional() }))
    .max(500)
    .optional(),
  note: text.optional(),
});
export type RequestBody = z.infer<typeof requestBody>;

export const decideRequestBody = z
  .strictObject({ decision: z.enum(['accept', 'refuse']), reason: line.optional() })
  .refine(({ decision, reason }) => decision === 'accept' || reason !== undefined, {
    path: ['reason'],
    message: 'expected why it is refused',
  });

/** `requests`: codes, in the order of the list. `team`: officers' ids. */
export const tripBody = z.strictObject({
  date: localDate,
  place: line,
  team: z.array(officerId).max(50),
  vehicle: line.optional(),
  requests: z.array(z.string().max(64)).max(200),
});
export const cancelTripBody = z.strictObject({ reason: line });

const when = z.iso.datetime({ offset: true });
/** For one request of the trip; entered again, it replaces what was entered before. */
export const resultsBody = z.strictObject({
  request: z.string().max(64),
  results: z
    .array(
      z.strictObject({
        /** From 0, in the order of the request's list. */
        person: z.int().min(0).max(499),
        end: z.enum(['done', 'no-show', 'incomplete']),
        reasons: z.array(configId).max(20).optional(),
        steps: z
          .array(
            z.strictObject({
              step: configId,
              startedAt: when,
              endedAt: when,
              outcome: configId.optional(),
            }),
          )
          .max(20)
          .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, {
            message: 'expected each step once',
          })
          .optional(),
      }),
    )
    .min(1)
    .max(500)
    .refine((results) => new Set(results.map(({ person }) => person)).size === results.length, {
      message: 'expected each person once',
    }),
});

export const requestStates = ['asked', 'accepted', 'refused', 'planned', 'done', 'cancelled'] as const;

/** What anybody with the code may see. */
export interface RequestAnswer {
  readonly code: string;
  readonly shortCode: string;
  readonly service: string;
  readonly people: number;
  readonly state: (typeof requestStates)[number];
  readonly askedAt: string;
  /** Of the trip. */
  readonly date: string | null;
  /** Why it was refused. */
  readonly reason: string | null;
}

/** Opened by the supervisor, and recorded. */
export interface RequestPeopleAnswer {
  readonly code: string;
  readonly address: string | null;
  readonly contact: string | null;
  readonly letter: { readonly kind: string; readonly number: string | null } | null;
  readonly people: readonly { readonly name: string; readonly birthDate: string | null }[];
  readonly note: string | null;
}

/** What the office goes out for, and how: asked before anything is requested, planned or entered. */
export interface OffsiteServiceAnswer {
  readonly service: string;
  readonly name: Name;
  /** Days of the week; null: each. */
  readonly days: readonly string[] | null;
  readonly requires: readonly ('address' | 'contact' | 'letter')[];
  readonly steps: readonly {
    readonly step: string;
    readonly name: Name;
    readonly outcomes: readonly string[];
    readonly reasons: readonly string[];
  }[];
}

export interface TripAnswer {
  readonly id: string;
  readonly date: string;
  readonly place: string;
  readonly team: readonly { readonly id: string; readonly name: string }[];
  readonly vehicle: string | null;
  readonly requests: readonly RequestAnswer[];
  /** Why, where it was cancelled. */
  readonly cancelled: string | null;
  /** People on the list; how many results there will be (a place without an applicant has one), are, and are done. */
  readonly people: number;
  readonly entries: number;
  readonly entered: number;
  readonly done: number;
}

/** As it was entered. `person`: from 0, in the order of the request's list. */
export interface ResultAnswer {
  readonly person: number;
  readonly end: 'done' | 'no-show' | 'incomplete';
  readonly reasons: readonly string[];
  readonly steps: readonly {
    readonly step: string;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly outcome: string | null;
  }[];
}

/** The list of the day, for the team: opened by the supervisor, and recorded as a look at each request. */
export interface TripListAnswer extends TripAnswer {
  readonly list: readonly (RequestAnswer & {
    readonly personal: RequestPeopleAnswer;
    readonly results: readonly ResultAnswer[];
  })[];
}
