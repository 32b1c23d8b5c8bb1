/**
 * ID1: identity numbers become hashes here, at the edge. The salt of a date is made from it with a key that stays on this
 * machine: whoever has the database alone can try all numbers that there are, and finds none.
 */
import { hmac, machineKey } from './machine-key.ts';

export interface IdentityNumbers {
  /** Null: there is not one letter or digit in it. @param date the office's local date */
  hash(number: string, date: string): string | null;
}

/** @param folder the data folder, which keeps the key; null: the key lives as long as the process */
export function createIdentityNumbers(folder: string | null): IdentityNumbers {
  const key = machineKey(folder);
  return {
    hash(number, date) {
      const bare = bareNumber(number);
      return bare === '' ? null : hmac(hmac(key, date), bare).toString('base64url');
    },
  };
}

/** As people write it differently: `3174 0912…`, `x-1234567`. */
const bareNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
