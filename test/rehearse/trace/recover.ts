/**
 * From a few looks at a queue (last number called, how many wait) to when each number came and was called. Numbers
 * of a queue are consecutive: the n-th came when called + waiting first reached n, and was called when called did.
 */
import type { SecondOfDay } from './recording.ts';
import { type Place, straighten } from './straighten.ts';

/** One look at a queue. `current` null: nothing was told of the last number called. */
export interface Look {
  readonly time: SecondOfDay;
  readonly current: number | null;
  readonly waiting: number;
  readonly counters: number;
}

export interface RecoveredNumber {
  readonly arrived: SecondOfDay;
  readonly called: SecondOfDay | null;
  readonly served: number;
}

export interface Recovered {
  readonly numbers: readonly RecoveredNumber[];
  readonly notes: readonly string[];
}

/** Nobody keeps a counter longer than this while nobody else is called there, as far as one can tell. */
const longestService = 12 * 60;
/** Nobody is called in the very moment of coming. */
const leastWait = 5;
/** Looks are about five minutes apart; longer is a gap, in which instants are only evenly spread. */
const gap = 20 * 60;

/** @param instants when the office was looked at at all, in order */
export function recoverNumbers(looks: readonly Look[], instants: readonly SecondOfDay[]): Recovered {
  const { places, notes } = straighten(looks);
  const end = places.at(-1);
  if (!end) return { numbers: [], notes };
  // Who was counted as waiting and never had a number of this queue was sent here from another one.
  const issued = end.called + end.waiting;
  const called = crossings(
    places.map(({ time, called }) => ({ time, level: called })),
    instants,
  );
  const came = crossings(
    places.map(({ time, called, waiting }) => ({ time, level: called + waiting })),
    instants,
  );
  const numbers: RecoveredNumber[] = [];
  let last = 0;
  for (let place = 0; place < issued; place += 1) {
    const calledAt = called.at[place] ?? null;
    // A number that was not seen waiting came at the latest when it was called, and none before the one in front.
    const arrived = Math.max(last, Math.min(came.at[place] ?? Infinity, (calledAt ?? Infinity) - leastWait));
    last = arrived;
    numbers.push({
      arrived,
      called: calledAt === null ? null : Math.max(calledAt, arrived + leastWait),
      served: calledAt === null ? 0 : servedFor(place, called.at, places),
    });
  }
  if (called.inGaps > 0) notes.push(`${called.inGaps} numbers were called in gaps of the recording`);
  return { numbers, notes };
}

/** The instant at which each level (0: the first number) was first reached, spread evenly since the look before. */
function crossings(
  levels: readonly { readonly time: SecondOfDay; readonly level: number }[],
  instants: readonly SecondOfDay[],
): { at: SecondOfDay[]; inGaps: number } {
  const at: SecondOfDay[] = [];
  let inGaps = 0;
  for (const { time, level } of levels) {
    const since = instants.findLast((instant) => instant < time) ?? time - 300;
    const fresh = level - at.length;
    if (fresh > 0 && time - since > gap) inGaps += fresh;
    for (let one = 0; one < fresh; one += 1) at.push(since + ((one + 0.5) / fresh) * (time - since));
  }
  return { at, inGaps };
}

/** With so many counters, a number's counter is free again when that many numbers later somebody is called. */
function servedFor(place: number, called: readonly SecondOfDay[], places: readonly Place[]): number {
  const at = called[place] ?? 0;
  const counters = Math.max(1, places.findLast(({ time }) => time <= at)?.counters ?? 1);
  const next = called[place + counters];
  return Math.max(1, Math.min(longestService, (next ?? Infinity) - at));
}
