/**
 * Fingerprints of requests, kept for two days to tell the same one from another under one `Idempotency-Key`. What is personal
 * is in them by a key of this machine alone: from the database nobody finds a birth date by trying all that there are.
 */
import { createHash } from 'node:crypto';
import { hmac, machineKey } from './machine-key.ts';

export interface Fields {
  /** Noticed when it is another, and made out by nobody. */
  readonly personal?: readonly string[] | undefined;
  /** Not noticed at all: nothing that is kept is made from it. */
  readonly unkept?: readonly string[] | undefined;
}

export type FingerprintOf = (request: unknown, fields: Fields) => string;

/** `needs` go at midnight, and a PIN is a secret; `name` is somebody's wherever it stands. */
const always: Required<Fields> = { personal: ['name'], unkept: ['needs', 'pin'] };

/** Other purposes have other keys: identity numbers have one for each date. */
const purpose = 'request fingerprints';

/** @param folder the data folder, which keeps the key; null: the key lives as long as the process */
export function createFingerprints(folder: string | null): FingerprintOf {
  const key = hmac(machineKey(folder), purpose);
  return (request, { personal = [], unkept = [] }) => {
    const never = [...(always.unkept ?? []), ...unkept];
    const whole = without(request, never);
    const open = without(request, [...never, ...(always.personal ?? []), ...personal]);
    const plain = createHash('sha256').update(open).digest('base64url');
    return whole === open ? plain : `${plain}.${hmac(key, whole).toString('base64url')}`;
  };
}

const without = (request: unknown, names: readonly string[]): string =>
  JSON.stringify(request, (name, value) => (names.includes(name) ? undefined : value));
