/** People's data for the supervisor: found, handed out to whom it is about, and erased. Never in an address. */
import { z } from 'zod';
import type { BookingAnswer } from './http-bookings.ts';
import type { RequestAnswer, ResultAnswer } from './http-offsite.ts';
import { readPhone } from './phone.ts';
import { localDate, type Name, type Need } from './values.ts';

const phone = z
  .string()
  .max(40)
  .transform((written, context) => {
    const read = readPhone(written);
    if (read === null) context.addIssue({ code: 'custom', message: 'expected a telephone number' });
    return read ?? '';
  });

/** Letters of a name that say enough: of fewer half of the office would be found. */
export const shortestName = 3;

/** All that is said must fit; a birth date alone finds nobody. */
export const findPeopleBody = z
  .strictObject({
    name: z.string().trim().min(shortestName).max(200).optional(),
    birthDate: localDate.optional(),
    phone: phone.optional(),
    code: z.string().trim().min(1).max(64).optional(),
  })
  .refine(({ name, phone, code }) => name !== undefined || phone !== undefined || code !== undefined, {
    path: ['name'],
    message: 'expected a name, a telephone number or a code',
  });
export type FindPeopleBody = z.infer<typeof findPeopleBody>;

export const personKinds = ['booking', 'request', 'visit'] as const;
export type PersonKind = (typeof personKinds)[number];

/** As much as tells people apart, too little to be of use elsewhere. */
export interface PersonFound {
  readonly kind: PersonKind;
  readonly code: string;
  readonly shortCode: string;
  readonly service: string;
  /** Of the visit; null: none yet. */
  readonly date: string | null;
  readonly state: string;
  readonly people: number;
  /** Masked: `S… A…`. Null: erased, or nobody was named. */
  readonly name: string | null;
  /** Masked: `…4821`. */
  readonly phone: string | null;
}

export interface PeopleFoundAnswer {
  readonly found: readonly PersonFound[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** Reasons of the law (UU PDP, article 43): asked for, consent withdrawn, not needed any more, unlawful. */
export const erasureReasons = ['requested', 'withdrawn', 'not-needed', 'unlawful'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** `place`: what becomes of a visit that is still to come; without it such a visit is `confirm`. */
export const erasePersonBody = z.strictObject({
  reason: z.enum(erasureReasons),
  place: z.enum(['keep', 'cancel']).optional(),
});

export interface ErasedAnswer {
  readonly code: string;
  readonly cancelled: boolean;
}

export interface HeldPersonal {
  readonly people: readonly { readonly name: string; readonly birthDate: string | null }[];
  readonly phone: string | null;
  readonly address: string | null;
  readonly letter: { readonly kind: string; readonly number: string | null } | null;
  /** What was written beside it. */
  readonly note: string | null;
  /** The number of another system. */
  readonly reference: string | null;
}

export interface HeldVisit {
  readonly number: string;
  readonly date: string;
  readonly service: string;
  readonly lane: string;
  readonly state: string;
  readonly people: number;
  readonly category: string | null;
  readonly arrivedAt: string;
  readonly endedAt: string | null;
  /** Until midnight. */
  readonly needs: readonly Need[];
  readonly proof: string | null;
  /** Whether an identity number was compared: only a key made of it is held, until midnight. */
  readonly identityCompared: boolean;
  readonly reasons: readonly string[];
  readonly bring: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
}

/** Something that was recorded, by whom. `event` without what secrets and other people are. */
export interface HeldEvent {
  readonly at: string;
  readonly by: string;
  readonly type: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** All that is held under a code. Who came together has one code: each of them is named in it. */
export interface PersonExport {
  readonly madeAt: string;
  readonly by: string;
  readonly office: Name;
  readonly kind: PersonKind;
  readonly code: string;
  readonly booking: (BookingAnswer & { readonly source: string; readonly madeAt: string }) | null;
  readonly request: RequestAnswer | null;
  /** What was done outside, by person. */
  readonly results: readonly ResultAnswer[];
  /** Null: erased, or never told. */
  readonly personal: HeldPersonal | null;
  /** Null: there was none, or its day is over; then `happened` tells of it. */
  readonly visit: HeldVisit | null;
  /** PD5: it is still to come. */
  readonly toCome: boolean;
  readonly happened: readonly HeldEvent[];
  /** Who looked at it. */
  readonly seen: readonly { readonly at: string; readonly by: string; readonly type: string }[];
  readonly erased: { readonly at: string; readonly by: string; readonly reason: ErasureReason } | null;
  /** The date at whose beginning names, telephone numbers and addresses go by themselves; null: none are held. */
  readonly keptUntil: string | null;
}

export interface RegisterAnswer {
  readonly kept: readonly KeptKind[];
}

/** Who reads it. `nobody`: only compared. */
export type Reader = 'supervisor' | 'counter' | 'door' | 'task-force' | 'team' | 'nobody';

/** One kind of data about people: what is said of it stands with its id in the texts of the page. */
export interface KeptKind {
  readonly id: string;
  /** Where it is: table and column of the database. */
  readonly columns: readonly string[];
  readonly keep:
    | { readonly until: 'midnight' }
    | { readonly until: 'visit'; readonly days: number }
    | { readonly until: 'removed' }
    | { readonly until: 'hours'; readonly hours: number };
  readonly readers: readonly Reader[];
  /** Each look at it is recorded. */
  readonly recorded: boolean;
}
