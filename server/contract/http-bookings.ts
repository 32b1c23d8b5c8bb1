/** Bodies and answers of bookings, places and collections. A person's data comes in and never goes out by a code alone. */
import { z } from 'zod';
import { bookedPerson, canBeBornBy, personName } from './booked-person.ts';
import { readPhone } from './phone.ts';
import { configId, isoInstant, localDate, ticketName } from './values.ts';

const text = z.string().trim().min(1).max(200);
/** Kept as E.164: `+6281234567890`. */
const phone = z
  .string()
  .max(40)
  .transform((written, context) => {
    const read = readPhone(written);
    if (read === null) context.addIssue({ code: 'custom', message: 'expected a telephone number' });
    return read ?? '';
  });

/** Either `people`, or one person's `name` and `birthDate`. */
export const bookingBody = z
  .strictObject({
    service: configId,
    /** The waiting list: from this date … */
    date: localDate,
    slot: z.iso.datetime({ offset: true }).optional(),
    lane: configId.optional(),
    people: z.array(bookedPerson).min(1).max(100).optional(),
    name: personName.optional(),
    birthDate: localDate.optional(),
    phone: phone.optional(),
    details: z.union([text, z.record(z.string().max(40), z.string().max(200))]).optional(),
    /** Full: on the waiting list instead … */
    orWait: z.boolean().optional(),
    /** … to this date. */
    waitUntil: localDate.optional(),
  })
  .superRefine(({ date, people, name, birthDate }, context) => {
    const message = 'expected either "people", or "name" and "birthDate"';
    const alone = name !== undefined && birthDate !== undefined;
    const half = (name === undefined) !== (birthDate === undefined);
    if (half || (people !== undefined) === alone)
      context.addIssue({ code: 'custom', path: ['people'], message });
    if (![...(people ?? []), { birthDate }].every(canBeBornBy(date)))
      context.addIssue({ code: 'custom', path: ['birthDate'], message: 'expected one by that date' });
  });
export type BookingBody = z.infer<typeof bookingBody>;

export const bookingStates = ['waiting', 'live', 'used', 'expired', 'cancelled'] as const;

/** What anybody with the code may see: nothing that says who it is. */
export interface BookingAnswer {
  readonly code: string;
  readonly shortCode: string;
  readonly service: string;
  readonly lane: string;
  readonly date: string;
  /** Null on the waiting list. */
  readonly slot: string | null;
  /** When to come, the earliest check-in, and until when it is in time; null on the waiting list. */
  readonly arriveAt: string | null;
  readonly checkInFrom: string | null;
  readonly lateAfter: string | null;
  readonly people: number;
  readonly state: (typeof bookingStates)[number];
  /** On the waiting list: its place there, from 1, and the last date that would do. */
  readonly waiting?: { readonly place: number; readonly until: string };
  /** For this age nobody needs to book: they may come at any time, into this lane. */
  readonly needless?: true;
  /** Number of the ticket that it became. */
  readonly ticket?: string;
  readonly url?: string;
}

export interface AvailabilityAnswer {
  readonly date: string;
  /** Places for bookings; null: not limited. */
  readonly free: number | null;
  readonly slots: readonly { readonly at: string; readonly free: number | null }[];
}

/** What the supervisor sees of a date; names only by looking at one booking. */
export interface BookingsAnswer {
  readonly date: string;
  readonly bookings: readonly (BookingAnswer & { readonly source: string; readonly madeAt: string })[];
  readonly waiting: readonly (BookingAnswer & { readonly source: string; readonly madeAt: string })[];
}

/** Opened by the supervisor, and recorded. */
export interface BookingPeopleAnswer {
  readonly code: string;
  readonly people: readonly { readonly name: string; readonly birthDate: string | null }[];
  readonly phone: string | null;
  readonly details: string | null;
  readonly reference: string | null;
}

export const releaseBody = z.strictObject({
  places: z.int().min(1).max(100_000),
  reason: text,
  /** Absent: today. */
  date: localDate.optional(),
});

export interface QuotaAnswer {
  readonly id: string;
  readonly services: readonly string[];
  readonly lanes: readonly string[];
  readonly date: string;
  /** `perDay`, `extra` and what was released. */
  readonly total: number;
  readonly released: number;
  /** What may still be released. */
  readonly releasable: number;
  readonly used: { readonly booking: number; readonly walkIn: number };
  /** Of those used: given back, and not free yet. */
  readonly heldBack: number;
  readonly left: { readonly booking: number; readonly walkIn: number };
  readonly releases: readonly { readonly places: number }[];
}

/** At the file check: other live numbers of the same identity number. */
export const identityBody = z.strictObject({ ticket: ticketName, number: text });
export interface IdentityAnswer {
  readonly tickets: string[];
}

export const closeClaimBody = z
  .strictObject({ as: z.enum(['not-charged', 'refunded']), reference: text.optional() })
  .refine(({ as, reference }) => as === 'not-charged' || reference !== undefined, {
    path: ['reference'],
    message: 'expected the reference of the refund',
  });

export const claim = z.object({
  id: z.string(),
  number: z.string(),
  date: z.string(),
  step: z.string(),
  counter: z.int().nullable(),
  officer: z.string().nullable(),
  startedAt: isoInstant,
  openedAt: isoInstant,
  closed: z
    .object({
      at: isoInstant,
      as: z.enum(['not-charged', 'refunded']),
      reference: z.string().nullable(),
      by: z.string(),
    })
    .nullable(),
});
export type ClaimAnswer = z.infer<typeof claim>;

export const importResults = ['accepted', 'moved', 'unchanged', 'matched', 'refused'] as const;
/** One for each line of the list that holds a booking. `code`: the refusal, or `malformed` with `message`. */
export interface ImportLineAnswer {
  readonly line: number;
  readonly result: (typeof importResults)[number];
  readonly code?: string;
  readonly column?: string;
  readonly message?: string;
  readonly nextDay?: string;
}
export interface ImportAnswer {
  readonly lines: readonly ImportLineAnswer[];
  readonly accepted: number;
  readonly moved: number;
  readonly unchanged: number;
  readonly matched: number;
  readonly refused: number;
  /** Nothing was changed. */
  readonly dryRun: boolean;
  /** All or nothing was asked for, and something was refused: nothing was changed. */
  readonly withdrawn: boolean;
}

/** Against brokers; contacts are masked (`…4821`). */
export interface SuspicionsAnswer {
  /** Contacts with many cancellations in 30 days. */
  readonly contacts: readonly {
    readonly contact: string;
    readonly cancelled: number;
    readonly made: number;
    readonly last: string;
  }[];
  /** Places that were cancelled and booked by somebody else within minutes of being free. */
  readonly rebooked: readonly {
    readonly date: string;
    readonly service: string;
    readonly cancelledAt: string;
    readonly cancelled: string;
    readonly bookedAt: string;
    readonly booked: string;
    readonly seconds: number;
  }[];
  /** Live numbers of today with one identity number. */
  readonly identities: readonly { readonly tickets: readonly string[] }[];
}
