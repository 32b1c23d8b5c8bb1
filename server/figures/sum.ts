/** The counts of a range: those of its dates added. The times stay single ones, counted by the second. */
import type { DayCounts, DayWaits, Sums } from './counts.ts';
import { entryOf, joined, parted } from './counts.ts';
import type { Series } from './sections.ts';
import { addsUpTo, goesInto, seriesNames } from './sections.ts';
import type { Occurrences, Tally } from './tally.ts';
import { addOccurrences, addTally, addTimes, emptyTally, occurrencesOf } from './tally.ts';

export interface RangeCounts {
  /** By section and key; the numbers of a row in the order of `sumsOf` its section. */
  readonly sums: Map<string, Map<string, number[]>>;
  /** By section and series, and key. */
  readonly times: Map<string, Map<string, Tally>>;
  /** By date: its totals, and its waits. */
  readonly days: Map<string, DaySum>;
  /** Where the times of a series and its key go. */
  readonly ways: ReadonlyMap<Series, Map<string, readonly Tally[]>>;
}

export interface DaySum {
  readonly totals: readonly number[];
  readonly waits: DayWaits;
}

/** The sum of all dates of a month. It is never added to. */
export interface MonthCounts {
  /** `2026-10`. */
  readonly month: string;
  /** Of the hours among the keys. */
  readonly timeZone: string;
  readonly sums: ReadonlyMap<string, Sums>;
  readonly times: ReadonlyMap<string, ReadonlyMap<string, Occurrences>>;
  readonly days: ReadonlyMap<string, DaySum>;
}

/** @param range nothing is added to it any more */
export const monthCounts = (
  { month, timeZone }: Pick<MonthCounts, 'month' | 'timeZone'>,
  { sums, times, days }: RangeCounts,
): MonthCounts => ({
  ...{ month, timeZone, sums, days },
  times: new Map(
    [...times].map(([id, rows]) => [
      id,
      new Map([...rows].map(([key, tally]) => [key, occurrencesOf(tally)])),
    ]),
  ),
});

export const emptyRange = (): RangeCounts => ({
  sums: new Map(),
  times: new Map(),
  days: new Map(),
  ways: new Map(seriesNames.map((series) => [series, new Map()])),
});

export const timesId = (section: string, series: Series): string => `${section}/${series}`;

/** @param day is only read; each date is added once */
export function addCounts(range: RangeCounts, day: DayCounts): void {
  for (const [section, rows] of day.sums) addRows(range, section, rows);
  for (const [series, groups] of day.times) {
    const ways = range.ways.get(series) ?? new Map<string, readonly Tally[]>();
    for (const [key, times] of groups) {
      const tallies = entryOf(ways, key, () => waysOf(range, series, key));
      for (const tally of tallies) addTimes(tally, times);
    }
  }
  range.days.set(day.date, { totals: day.sums.get('totals')?.get('') ?? [], waits: day.waits });
}

/** @param month is only read; none of its dates is added otherwise */
export function addMonth(range: RangeCounts, month: MonthCounts): void {
  for (const [section, rows] of month.sums) addRows(range, section, rows);
  for (const [id, groups] of month.times) {
    const tallies = entryOf(range.times, id, () => new Map<string, Tally>());
    for (const [key, occurrences] of groups) addOccurrences(entryOf(tallies, key, emptyTally), occurrences);
  }
  for (const [date, sum] of month.days) range.days.set(date, sum);
}

function addRows(range: RangeCounts, section: string, rows: Sums): void {
  const sums = entryOf(range.sums, section, () => new Map<string, number[]>());
  for (const [key, row] of rows) addRow(sums, key, row);
}

function addRow(sums: Map<string, number[]>, key: string, row: readonly number[]): void {
  const sum = sums.get(key);
  if (sum)
    row.forEach((count, at) => {
      sum[at] = (sum[at] ?? 0) + count;
    });
  else sums.set(key, [...row]);
}

const waysOf = ({ times }: RangeCounts, series: Series, key: string): readonly Tally[] =>
  goesInto[series].map(([section, keys]) => tallyIn(times, section, series, rowOf(keys, key)));

/** The row of a section that the key of a time, or of another row, belongs to. */
function rowOf(keys: readonly (number | '')[], key: string): string {
  const parts = parted(key);
  return joined(keys.map((part) => (part === '' ? '' : (parts[part] ?? ''))));
}

const tallyIn = (times: RangeCounts['times'], section: string, series: Series, row: string): Tally =>
  entryOf(
    entryOf(times, timesId(section, series), () => new Map<string, Tally>()),
    row,
    emptyTally,
  );

/** The same range, its times also added up by hour, by step and all together. The range itself stays as it is. */
export function addedUp(range: RangeCounts): RangeCounts {
  const times = new Map([...range.times].map(([id, rows]) => [id, new Map(rows)]));
  for (const series of seriesNames) {
    const [[first = ''] = []] = goesInto[series];
    for (const [key, tally] of range.times.get(timesId(first, series)) ?? [])
      for (const [section, keys] of addsUpTo[series])
        addTally(tallyIn(times, section, series, rowOf(keys, key)), tally);
  }
  return { ...range, times };
}
