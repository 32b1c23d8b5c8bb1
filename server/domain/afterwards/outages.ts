/** OU3: how much of a visit's time the office was interrupted. OU1: what the hub notices by itself. */
import type { Day } from '../day.ts';
import type { State } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';

export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
  readonly noticed: boolean;
}

/** Milliseconds of outages between the arrival and the promise, or the end of the visit where that was before. */
export function outageWithin({ outages }: Day, { arrivedAt, promiseAt, endedAt }: Visit): number {
  const until = Math.min(promiseAt ?? Number.POSITIVE_INFINITY, endedAt ?? Number.POSITIVE_INFINITY);
  let covered: number = arrivedAt;
  let sum = 0;
  for (const { from, to } of outages.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(from, covered);
    const end = Math.min(to, until);
    if (end <= begin) continue;
    sum += end - begin;
    covered = end;
  }
  return sum;
}

/** OU1: milliseconds; a restart is no outage. */
const shortest = 60_000;

/**
 * OU1: the outage that a hub has to record when it comes back, and only that part of it that is today; null: none.
 * @param state as the journal has it, before any time has passed
 * @param lastAlive when the hub before it last said that it lives; null: nobody knows
 */
export function outageSince(
  { day }: State,
  lastAlive: number | null,
  now: Instant,
): { readonly from: number; readonly to: number } | null {
  if (lastAlive === null || now >= day.endsAt || !isAtWork(day)) return null;
  // What was recorded after the last sign of life is a later one.
  const from = Math.max(lastAlive, day.lastAt);
  return now - from < shortest ? null : { from, to: now };
}

/** Whether somebody waits or is at a counter, or a counter is open. */
const isAtWork = ({ waiting, counters }: Day): boolean =>
  waiting.size > 0 ||
  [...counters.values()].some(({ state, current }) => state === 'open' || current !== null);
