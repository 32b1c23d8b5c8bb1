/**
 * A station without a keyboard is signed in from another screen: it shows a short code, somebody who may confirms the
 * code, and the station, which alone knows the secret, asks until then. Kept in memory: after a restart it asks anew.
 */
import { createHash, randomInt } from 'node:crypto';
import { makeSecret } from './secrets.ts';

export interface Pairing {
  /** Six signs in two groups. */
  readonly code: string;
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A code that is being confirmed: nobody else can. */
export interface Confirming {
  done(token: string): void;
  failed(): void;
}

/** Id of the token, once; `putBack`: it was of no use. */
export interface Collected {
  readonly token: string;
  putBack(): void;
}

export interface Pairings {
  /** Null: there are too many. */
  begin(address: string): Pairing | null;
  /** Null: there is no such code, or it was confirmed before. */
  confirm(typed: string): Confirming | null;
  /** Null: no such secret, or its time is over. */
  collect(secret: string): Collected | 'pending' | null;
}

interface Entry {
  readonly code: string;
  readonly address: string;
  readonly expiresAt: number;
  state: 'shown' | 'confirming' | { readonly token: string };
}

/** Neither vowels (so that no words come up), nor what is mistaken for another sign in print, by hand or by ear. */
const signs = '234679CDFHJKMNPRTWXY';
const lasts = 10 * 60 * 1000;
const most = 100;
/** A station that was started anew a few times has its newest codes. */
const mostOfAddress = 5;

/** As it is kept: in any case, with or without the hyphen. */
const plain = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');
/** What is looked up is no secret: nothing can be learned from how long it takes. */
const nameOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** `now`: network time in milliseconds since 1970. */
export function createPairings({ now }: { now: () => number }): Pairings {
  /** By the name of the secret, the oldest first. */
  const entries = new Map<string, Entry>();

  function forget(): void {
    for (const [name, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(name);
  }

  function makeRoom(address: string): boolean {
    const own = [...entries].filter(([, entry]) => entry.address === address && entry.state === 'shown');
    for (const [name] of own.slice(0, Math.max(0, own.length - mostOfAddress + 1))) entries.delete(name);
    return entries.size < most;
  }

  const find = (code: string): Entry | undefined =>
    [...entries.values()].find((entry) => entry.code === code);

  function freshCode(): string {
    const code = Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');
    return find(code) ? freshCode() : code;
  }

  return {
    begin(address) {
      forget();
      if (!makeRoom(address)) return null;
      const [code, secret, expiresAt] = [freshCode(), makeSecret(), now() + lasts];
      entries.set(nameOf(secret), { code, address, expiresAt, state: 'shown' });
      return { code: `${code.slice(0, 3)}-${code.slice(3)}`, secret, expiresAt };
    },
    confirm(typed) {
      forget();
      const entry = find(plain(typed));
      if (entry?.state !== 'shown') return null;
      entry.state = 'confirming';
      return {
        done(token) {
          entry.state = { token };
        },
        failed() {
          entry.state = 'shown';
        },
      };
    },
    collect(secret) {
      forget();
      const name = nameOf(secret);
      const entry = entries.get(name);
      if (!entry) return null;
      if (typeof entry.state === 'string') return 'pending';
      entries.delete(name);
      return { token: entry.state.token, putBack: () => void entries.set(name, entry) };
    },
  };
}
