/** Many times as how often each second occurs: they can be added, and their percentiles stay exact. */

export interface Tally {
  /** By seconds; grows with the longest. */
  counts: Uint32Array;
  size: number;
  /** Those too long for it: a clock that stood in 1970 must not cost gigabytes. */
  readonly beyond: number[];
}

const longest = 100_000;

export const emptyTally = (): Tally => ({ counts: new Uint32Array(256), size: 0, beyond: [] });

/** @param times whole seconds from 0, ascending */
export function addTimes(tally: Tally, times: Uint32Array): void {
  tally.size += times.length;
  const last = Math.min(times.at(-1) ?? 0, longest);
  if (last >= tally.counts.length) grow(tally, last);
  const { counts } = tally;
  // An index, as this runs many millions of times for a report of years.
  for (let at = 0; at < times.length; at += 1) {
    const seconds = times[at] as number;
    if (seconds <= longest) counts[seconds] = (counts[seconds] as number) + 1;
    else tally.beyond.push(seconds);
  }
}

/** The seconds that occur, ascending, and how often each does: many times in little room. */
export interface Occurrences {
  readonly seconds: Uint32Array;
  readonly counts: Uint32Array;
}

export function occurrencesOf({ counts, beyond }: Tally): Occurrences {
  const longer = new Map<number, number>();
  for (const seconds of beyond.toSorted((one, other) => one - other))
    longer.set(seconds, (longer.get(seconds) ?? 0) + 1);
  let size = longer.size;
  for (let at = 0; at < counts.length; at += 1) if (counts[at] !== 0) size += 1;
  const [seconds, often] = [new Uint32Array(size), new Uint32Array(size)];
  let place = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (count === 0) continue;
    seconds[place] = at;
    often[place] = count;
    place += 1;
  }
  seconds.set([...longer.keys()], place);
  often.set([...longer.values()], place);
  return { seconds, counts: often };
}

export function addOccurrences(tally: Tally, occurrences: Occurrences): void {
  const last = Math.min(occurrences.seconds.at(-1) ?? 0, longest);
  if (last >= tally.counts.length) grow(tally, last);
  const { counts } = tally;
  for (let at = 0; at < occurrences.seconds.length; at += 1) {
    const seconds = occurrences.seconds[at] as number;
    const count = occurrences.counts[at] as number;
    tally.size += count;
    if (seconds <= longest) counts[seconds] = (counts[seconds] as number) + count;
    else for (let more = 0; more < count; more += 1) tally.beyond.push(seconds);
  }
}

export function addTally(tally: Tally, { counts, size, beyond }: Tally): void {
  if (counts.length > tally.counts.length) grow(tally, counts.length - 1);
  const sum = tally.counts;
  for (let seconds = 0; seconds < counts.length; seconds += 1)
    sum[seconds] = (sum[seconds] as number) + (counts[seconds] as number);
  tally.size += size;
  tally.beyond.push(...beyond);
}

function grow(tally: Tally, seconds: number): void {
  const counts = new Uint32Array(2 ** Math.ceil(Math.log2(seconds + 1)));
  counts.set(tally.counts);
  tally.counts = counts;
}

/** By nearest rank: the shortest time that at least so many percent of all do not exceed. Null: there are none. */
export function nearestRank({ counts, size, beyond }: Tally, percent: number): number | null {
  if (size === 0) return null;
  let left = placeOf(size, percent);
  for (let seconds = 0; seconds < counts.length; seconds += 1) {
    left -= counts[seconds] ?? 0;
    if (left <= 0) return seconds;
  }
  return beyond.toSorted((one, other) => one - other)[left - 1] ?? null;
}

/** The same of times in ascending order. */
export const rankOf = (times: Uint32Array, percent: number): number | null =>
  times[placeOf(times.length, percent) - 1] ?? null;

/** From 1. Whole numbers until the division, so that nothing is rounded up by a fraction that is not there. */
const placeOf = (size: number, percent: number): number => Math.max(1, Math.ceil((percent * size) / 100));
