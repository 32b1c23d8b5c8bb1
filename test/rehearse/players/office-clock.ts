/** The hub's time as the players know it: learned from what it tells, run on by the machine's own clock. */
import type { Moment } from '../plan/plan.ts';

export interface OfficeClock {
  readonly rate: number;
  /** Never later than the hub's own time. */
  now(): Moment;
  /** The hub has just said what time it is. */
  hear(at: Moment): void;
  /** Resolves at this moment, or at once when it has passed; how late it was is kept. */
  until(at: Moment): Promise<void>;
  /** Milliseconds of the office's time. */
  pause(span: number): Promise<void>;
  /** By how much it was found to be behind the hub's since it was first heard, in milliseconds of the office's time. */
  corrected(): number;
  /** How late the players were at their planned moments: milliseconds of the office's time. */
  lateness(): readonly number[];
}

export function createOfficeClock(rate: number): OfficeClock {
  /** What it says arrives later than it was said: the largest difference is the nearest to the truth. */
  let offset = -Infinity;
  let first: number | null = null;
  const late: number[] = [];

  const now = (): Moment => offset + performance.now() * rate;

  async function wait(at: Moment): Promise<void> {
    for (let left = at - now(); left > 0; left = at - now()) {
      await new Promise((resolve) => setTimeout(resolve, left / rate));
    }
  }

  return {
    rate,
    now,
    hear(at) {
      offset = Math.max(offset, at - performance.now() * rate);
      first ??= offset;
    },
    async until(at) {
      await wait(at);
      late.push(now() - at);
    },
    async pause(span) {
      const until = now() + span;
      await wait(until);
      late.push(now() - until);
    },
    corrected: () => offset - (first ?? offset),
    lateness: () => late,
  };
}
