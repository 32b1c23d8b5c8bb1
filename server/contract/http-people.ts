/** Bodies and answers of signing in, officers, sessions, and stations that are paired by a code. */
import { z } from 'zod';
import { counterNumber, type OfficerRole, officerId, officerRoles, type Role, roles } from './values.ts';

const text = z.string().trim().min(1).max(200);
const personName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}+$/u, 'expected a name in one line');

/** Digits of a PIN: whoever heads the office needs more. */
export const shortestOf = (role: OfficerRole): number => (role === 'supervisor' ? 8 : 4);

/** 4 to 12 digits; whoever heads the office needs 8 or more. */
export const pin = z.string().regex(/^\d{4,12}$/, 'expected 4 to 12 digits');

export const sessionBody = z.union([
  z.strictObject({ user: text, password: z.string().min(1).max(200) }),
  /** `officer`: the id, or the name where only one has it. `counter`: for those who work at one. */
  z.strictObject({ officer: text, pin: z.string().min(1).max(200), counter: counterNumber.optional() }),
  z.strictObject({ token: z.string().min(1).max(200) }),
  /** `pairing`: the secret of a station that asked for a code. */
  z.strictObject({ pairing: z.string().min(1).max(200) }),
]);
export type SessionBody = z.infer<typeof sessionBody>;

/** First start without `LOKET_SUPERVISOR_PASSWORD`: the key of the one-time link and the password chosen. */
export const setUpBody = z.strictObject({
  key: z.string().min(1).max(100),
  password: z.string().min(10).max(200),
});

export const passwordBody = z.strictObject({
  current: z.string().min(1).max(200),
  password: z.string().min(10).max(200),
});

export const officerBody = z
  .strictObject({
    /** Left out: `o1`, `o2` … */
    id: officerId.optional(),
    name: personName,
    pin,
    role: z.enum(officerRoles).default('counter'),
  })
  .refine(({ pin, role }) => role !== 'supervisor' || pin.length >= shortestOf(role), {
    path: ['pin'],
    message: `expected ${shortestOf('supervisor')} digits or more`,
  });
export const officerChanges = z.strictObject({
  name: personName.optional(),
  pin: pin.optional(),
  role: z.enum(officerRoles).optional(),
});
export const assignmentBody = z.strictObject({ officer: officerId.nullable() });

export const tokenBody = z
  .strictObject({ role: z.enum(roles), counter: counterNumber.optional(), label: text })
  .refine(({ role, counter }) => role !== 'counter' || counter !== undefined, {
    path: ['counter'],
    message: 'expected the counter that the token is for',
  });

/** What the page that asks for a code is; whoever confirms it decides. */
export const pairingBody = z.strictObject({
  role: z.enum(roles).optional(),
  counter: counterNumber.optional(),
});

/** Dark modules as one SVG path in a square of `size` units, without the quiet border. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/**
 * A station without a keyboard shows `code`, and asks with `secret` until somebody has confirmed the code. `url`, and
 * its `qr`: the supervisor's page with the code filled in.
 */
export interface PairingAnswer {
  readonly code: string;
  readonly secret: string;
  readonly expiresAt: string;
  readonly url: string;
  readonly qr: QrCode;
}

/** Shown once. With `?link=1` also `url`: the page of the role that signs in with the token by itself; null where the role has no page. */
export interface TokenAnswer {
  readonly id: string;
  readonly token: string;
  readonly url: string | null;
  readonly qr: QrCode | null;
}

export interface TokenListed {
  readonly id: string;
  readonly role: Role;
  readonly counter: number | null;
  readonly label: string;
  readonly issuedAt: string;
}

/** Who is signed in here; `label`: the station's. */
export interface WhoAnswer {
  readonly role: Role | 'public';
  readonly counter: number | null;
  readonly officer: { readonly id: string; readonly name: string } | null;
  readonly label?: string;
}

export interface OfficerAnswer {
  readonly id: string;
  readonly name: string;
  readonly role: (typeof officerRoles)[number];
  /** The counter of today. */
  readonly counter: number | null;
}

export interface SessionListed {
  readonly id: string;
  readonly kind: 'supervisor' | 'officer' | 'station';
  /** Id of the officer, and how colleagues know them. */
  readonly officer: string | null;
  readonly name: string | null;
  readonly counter: number | null;
  readonly label: string | null;
  readonly until: string;
  /** Of whoever asks. */
  readonly own: boolean;
}
