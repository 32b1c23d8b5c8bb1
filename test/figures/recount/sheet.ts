/** A sheet of paper on which events are counted one by one: sums and single times by section and row. */
import type { How } from './columns.ts';
import { columns } from './columns.ts';

export interface Sheet {
  add(section: string, keys: readonly string[], column: string, count?: number): void;
  /** In milliseconds: counted in whole seconds, and never below 0. */
  time(section: string, keys: readonly string[], name: string, ms: number): void;
  rows(section: string): string[];
  value(section: string, row: string, column: string): number | null;
}

interface Line {
  readonly sums: Map<string, number>;
  readonly times: Map<string, number[]>;
}

export const rowName = (keys: readonly string[]): string => keys.join(' / ');

export function createSheet(): Sheet {
  const lines = new Map<string, Map<string, Line>>();

  function line(section: string, keys: readonly string[]): Line {
    const rows = lines.get(section) ?? new Map<string, Line>();
    const found = rows.get(rowName(keys)) ?? { sums: new Map(), times: new Map() };
    lines.set(section, rows.set(rowName(keys), found));
    return found;
  }

  return {
    add(section, keys, column, count = 1) {
      const { sums } = line(section, keys);
      sums.set(column, (sums.get(column) ?? 0) + count);
    },
    time(section, keys, name, ms) {
      const { times } = line(section, keys);
      times.set(name, [...(times.get(name) ?? []), ms < 0 ? 0 : Math.floor(ms / 1000)]);
    },
    rows: (section) => [...(lines.get(section)?.keys() ?? [])],
    value(section, row, column) {
      // Trips belong to no service, and a service to no trip.
      if (section === 'offsite' && (row === '') !== (column === 'trips')) return null;
      const how = columns[section]?.find(([name]) => name === column)?.[1];
      if (!how) throw new Error(`no column ${column} in ${section}`);
      return made(how, column, lines.get(section)?.get(row));
    },
  };
}

function made(how: How, column: string, line: Line | undefined): number | null {
  const sum = (names: readonly string[]) => names.reduce((all, name) => all + (line?.sums.get(name) ?? 0), 0);
  if (how.of === 'sum') return sum([column]);
  if (how.of === 'share') return sum(how.whole) === 0 ? null : sum(how.part) / sum(how.whole);
  const times = (line?.times.get(how.times) ?? []).toSorted((one, other) => one - other);
  if (how.of === 'size') return times.length;
  // Nearest rank: the first that so many of ten do not exceed.
  const tenths = how.of === 'median' ? 5 : 9;
  return times.find((_, place) => (place + 1) * 10 >= times.length * tenths) ?? null;
}
