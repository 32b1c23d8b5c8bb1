/** The counts of one date: sums, and single times, by key; and how they are gathered. */
import type { Series } from './sections.ts';
import { sections, seriesNames, sumsOf } from './sections.ts';
import { rankOf } from './tally.ts';

/** Of a key with several parts; no id has it. */
const between = '\t';
export const joined = (keys: readonly string[]): string =>
  // Most have one part, and this runs for each step of a day.
  keys.length === 1 ? (keys[0] ?? '') : keys.join(between);
export const parted = (key: string): string[] => key.split(between);

/** By key; the numbers of a row in the order of `sumsOf` its section. */
export type Sums = ReadonlyMap<string, number[]>;
/** By key; whole seconds, ascending. */
export type Times = ReadonlyMap<string, Uint32Array>;

export interface DayCounts {
  readonly date: string;
  /** Of the hours among the keys. */
  readonly timeZone: string;
  readonly sums: ReadonlyMap<string, Sums>;
  readonly times: ReadonlyMap<Series, Times>;
  /** All waits of the date together, for its own row. */
  readonly waits: DayWaits;
}

export interface DayWaits {
  readonly size: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** Adds to a sum of a row: 1, where nothing else is said. */
export type AddTo = (column: string, count?: number) => void;

/** Gathers the counts of one date. */
export interface Counting {
  /** The row of a section; an unknown section or column is a mistake of the program. */
  row(section: string, keys: readonly string[]): AddTo;
  /** Adds one time, in milliseconds: the part of a second is left out, and none is below 0. */
  time(series: Series, keys: readonly string[], ms: number): void;
  counts(): DayCounts;
}

/** Eight years: more is a clock that was wrong, and four bytes hold it. */
const longest = 2 ** 28 - 1;

const places = new Map(
  sections.map((section) => [section.id, new Map(sumsOf(section).map((id, at) => [id, at]))] as const),
);

export function createCounting(date: string, timeZone: string): Counting {
  const sums = new Map<string, Map<string, number[]>>();
  const times = new Map<Series, Map<string, number[]>>();
  return {
    row(section, keys) {
      const columns = places.get(section);
      if (!columns) throw new Error(`no section ${section}`);
      const rows = entryOf(sums, section, () => new Map<string, number[]>());
      const row = entryOf(rows, joined(keys), () => Array<number>(columns.size).fill(0));
      return (column, count = 1) => {
        const place = columns.get(column);
        if (place === undefined) throw new Error(`the section ${section} has no column ${column}`);
        row[place] = (row[place] ?? 0) + count;
      };
    },
    time(series, keys, ms) {
      const groups = entryOf(times, series, () => new Map<string, number[]>());
      entryOf(groups, joined(keys), () => []).push(Math.min(longest, Math.max(0, Math.floor(ms / 1000))));
    },
    counts: () => {
      const sorted = new Map(seriesNames.map((series) => [series, ascending(times.get(series))]));
      return { date, timeZone, sums, times: sorted, waits: waitsOf(sorted.get('wait')) };
    },
  };
}

export function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const ascending = (groups: ReadonlyMap<string, number[]> | undefined): Times =>
  new Map([...(groups ?? [])].map(([key, times]) => [key, Uint32Array.from(times).sort()]));

function waitsOf(groups: Times | undefined): DayWaits {
  const all = Uint32Array.from([...(groups?.values() ?? [])].flatMap((times) => [...times])).sort();
  return { size: all.length, median: rankOf(all, 50), p90: rankOf(all, 90) };
}
