/**
 * ID1: identity numbers become hashes here, at the edge. The salt of a date is made from it with a key that stays on this
 * machine: whoever has the database alone can try all numbers that there are, and finds none.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export interface IdentityNumbers {
  /** Null: there is not one letter or digit in it. @param date the office's local date */
  hash(number: string, date: string): string | null;
}

/** @param folder the data folder, which keeps the key; null: the key lives as long as the process */
export function createIdentityNumbers(folder: string | null): IdentityNumbers {
  const key = folder === null ? randomBytes(keyBytes) : keyIn(join(folder, 'keys'));
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

/** Only for the hub's own account. A key that is lost is made anew: numbers of today that were noted before match no more. */
function keyIn(folder: string): Buffer {
  const file = join(folder, 'identity');
  try {
    const key = readFileSync(file);
    if (key.length === keyBytes) return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(keyBytes);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Whole or not at all: it is written beside its place, then moved there.
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, key, { mode: 0o600, flush: true });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return key;
}
