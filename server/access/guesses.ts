/**
 * Guessing at a PIN or a password, slowed without locking out the one who knows it: what is tried after some wrong
 * attempts is answered late, and never refused for being right. The costs are counted by account and address; by
 * account alone and by address alone only where it was never right: one PIN tried at all officers is a guess too.
 */
import { createLanes } from './lanes.ts';
import { createRecent } from './recent.ts';

/** `account`: an officer's id, or whatever name was tried; `address`: of one client. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
}

/** `waitSeconds`: not looked at, as too many of the same wait already. */
export type Looked<T> =
  | { readonly ok: true; readonly found: T | null; readonly wrong: number }
  | { readonly ok: false; readonly waitSeconds: number };

export interface Guesses {
  /** Looks when it is the attempt's turn. `look` answers null for what was wrong. */
  attempt<T>(of: Attempt, look: () => Promise<T | null>): Promise<Looked<T>>;
}

export interface GuessesParts {
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** How many accounts and addresses are remembered. */
  readonly most?: number;
}

const second = 1000;
const free = 5;
/** Between a wrong attempt of a pair and its next, from the sixth on. */
const heldBack = [1, 2, 4, 8, 15].map((seconds) => seconds * second);
const freeOverall = 20;
/** Between two attempts at one account, or from one address, where it was never right. */
const apart = 5 * second;
const quiet = 15 * 60 * second;
/** Beside the one that is under way. */
const mostWaiting = 3;
/** A browser gives up on an answer that comes later than this. */
const longest = 45 * second;
/** From one address at once, whatever the accounts: each costs a tenth of a second. */
const mostOfAddress = 40;

const plainSleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createGuesses(parts: GuessesParts = {}): Guesses {
  const { now = () => performance.now(), sleep = plainSleep, most = 10_000 } = parts;
  const byPair = createRecent<number>({ now, most, quiet });
  const byAccount = createRecent<number>({ now, most, quiet });
  const byAddress = createRecent<number>({ now, most, quiet });
  /** From here it was right once; not forgotten by time, so that an attack in the night shuts nobody out. */
  const known = createRecent<true>({ now, most, quiet: Number.POSITIVE_INFINITY });
  const lanes = createLanes({ now, sleep });

  const delayOf = (pair: string): number => {
    const wrong = byPair.get(pair) ?? 0;
    return wrong < free ? 0 : (heldBack[Math.min(wrong - free, heldBack.length - 1)] ?? 0);
  };

  /** Where the attempt waits, one lane after the other. */
  function lanesOf({ account, address }: Attempt, pair: string) {
    const isStrange = (wrong: number | undefined) => (wrong ?? 0) >= freeOverall && !known.has(pair);
    const oneByOne = { room: longest / apart, atOnce: 1, apart: () => apart };
    const delay = delayOf(pair);
    const room = delay === 0 ? 1 + mostWaiting : Math.min(1 + mostWaiting, Math.floor(longest / delay));
    return [
      { name: `from ${address}`, room: mostOfAddress, atOnce: mostOfAddress, apart: () => 0 },
      { name: `pair ${pair}`, room, atOnce: 1, apart: () => delayOf(pair) },
      ...(isStrange(byAddress.get(address)) ? [{ name: `address ${address}`, ...oneByOne }] : []),
      ...(isStrange(byAccount.get(account)) ? [{ name: `account ${account}`, ...oneByOne }] : []),
    ];
  }

  function note({ account, address }: Attempt, pair: string, isRight: boolean): number {
    if (isRight) {
      byPair.delete(pair);
      known.set(pair, true);
      return 0;
    }
    const wrong = (byPair.get(pair) ?? 0) + 1;
    byPair.set(pair, wrong);
    byAccount.set(account, (byAccount.get(account) ?? 0) + 1);
    byAddress.set(address, (byAddress.get(address) ?? 0) + 1);
    return wrong;
  }

  return {
    async attempt(of, look) {
      const pair = JSON.stringify([of.account, of.address]);
      const outcome = await lanes.pass(lanesOf(of, pair), async () => {
        const found = await look();
        return { found, wrong: note(of, pair, found !== null) };
      });
      return outcome.ok ? { ok: true, ...outcome.value } : outcome;
    },
  };
}
