/** RE6: the hub's time. It never runs behind the last recorded event, whatever happens to the machine's clock. */
import type { Instant } from '../domain/instant.ts';
import { instant } from '../domain/instant.ts';

export interface Clock {
  /** Whole milliseconds, never before the last event. */
  now(): Instant;
  /** 1, or the rate of a rehearsal. */
  readonly rate: number;
  /** An event was recorded at this instant. */
  record(at: Instant): void;
  /** The hub is ready: a rehearsal begins to run. */
  start(): void;
  /** Whether the machine's clock is behind the last event now. */
  isBehind(): boolean;
}

/** What the machine offers; tests hand in their own. */
export interface Machine {
  /** Milliseconds since 1970; may jump. */
  wall(): number;
  /** Milliseconds since some moment; never jumps. */
  monotonic(): number;
}

export const machine: Machine = { wall: () => Date.now(), monotonic: () => performance.now() };

/**
 * While the machine's clock is behind, time goes on at half speed until the two meet, as `adjtime` does it:
 * with time standing still, no refractory time and no deadline would ever pass.
 */
const catchUpRate = 0.5;

/**
 * @param rehearsal the instant that the clock shows when the hub becomes ready, and the rate at which it runs
 * from then on; on a database that is already past it, it goes on from the last event
 */
export function createClock(source: Machine, rehearsal?: { from: Instant; rate: number }): Clock {
  const rate = rehearsal?.rate ?? 1;
  let last: Moment = { at: 0, monotonic: source.monotonic() };
  /** Where half speed began, while the machine's clock is behind the hub's time. */
  let slow: Moment | null = null;
  let begun: Moment | null = null;

  function wall(): number {
    if (!rehearsal) return source.wall();
    if (!begun) return Math.max(rehearsal.from, last.at);
    return begun.at + (source.monotonic() - begun.monotonic) * rate;
  }

  const since = ({ at, monotonic }: Moment, speed: number): number =>
    at + (source.monotonic() - monotonic) * speed;

  function time(): number {
    const now = wall();
    if (slow === null && now < last.at) slow = last;
    const slowed = slow === null ? now : since(slow, rate * catchUpRate);
    if (now >= slowed) slow = null;
    return Math.max(now, slowed);
  }

  return {
    rate,
    now: () => instant(Math.floor(time())),
    record(at) {
      if (at < last.at) return;
      last = { at, monotonic: source.monotonic() };
      // A deadline noticed late is behind the time already; what another hub has written may be ahead of it.
      if (slow !== null && at > since(slow, rate * catchUpRate)) slow = last;
    },
    start() {
      begun = { at: wall(), monotonic: source.monotonic() };
    },
    isBehind() {
      time();
      return slow !== null;
    },
  };
}

interface Moment {
  readonly at: number;
  readonly monotonic: number;
}
