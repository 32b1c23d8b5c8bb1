/** Passwords at the door: guesses are slowed, and the real device is never locked out by somebody else's guesses. */
import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Device } from './types.ts';

export type Verify = (secret: string, hash: string) => Promise<boolean>;

export interface Gate {
  /** Resolves late for somebody who has guessed before: each account and each address has its own count. */
  isRight(device: Device | null, name: string, secret: string, address: string): Promise<boolean>;
}

const mostRemembered = 5000;
/** Mistakes that cost nothing, by account and address, and by address alone (many accounts behind one router). */
const freeOfAccount = 3;
const freeOfAddress = 20;
const firstDelayMs = 250;
const longestDelayMs = 2000;
const forgottenAfterMs = 10 * 60_000;

interface Failures {
  readonly count: number;
  readonly at: number;
}

const delayAfter = (count: number, free: number): number =>
  count < free ? 0 : Math.min(firstDelayMs * 2 ** (count - free), longestDelayMs);

/** Counts mistakes by name; the oldest are forgotten, so that inventing names cannot fill the memory. */
function createTally() {
  const failures = new Map<string, Failures>();
  const countOf = (name: string): number => {
    const found = failures.get(name);
    return found && performance.now() - found.at < forgottenAfterMs ? found.count : 0;
  };
  return {
    countOf,
    add(name: string): void {
      const count = countOf(name) + 1;
      failures.delete(name);
      failures.set(name, { count, at: performance.now() });
      if (failures.size > mostRemembered) failures.delete(failures.keys().next().value ?? name);
    },
    clear: (name: string): void => void failures.delete(name),
  };
}

export function createGate(verify: Verify): Gate {
  const tally = createTally();
  // A secret that was right is known by a keyed digest: its device passes at once, however many guess meanwhile.
  const key = randomBytes(32);
  const known = new Map<string, string>();
  const digest = (secret: string, hash: string) =>
    createHmac('sha256', key).update(`${hash}\n${secret}`).digest('base64url');

  return {
    async isRight(device, name, secret, address) {
      const mark = device ? digest(secret, device.hash) : '';
      if (device && known.get(device.id) === mark) return true;
      const account = `${name} ${address}`;
      const delay = Math.max(
        delayAfter(tally.countOf(account), freeOfAccount),
        delayAfter(tally.countOf(address), freeOfAddress),
      );
      if (delay > 0) await wait(delay, undefined, { ref: false });
      if (device && (await verify(secret, device.hash))) {
        known.set(device.id, mark);
        tally.clear(account);
        return true;
      }
      tally.add(account);
      tally.add(address);
      return false;
    },
  };
}
