/** The usual rule: people ahead × average ÷ counters, with the plain average of all that was ever measured. */
import { unknownCycle } from '../../../server/domain/forecast/cycles.ts';

export interface Average {
  add(key: string, ms: number): void;
  /** Milliseconds; where nothing was measured, of all that was. */
  of(key: string): number;
  /** The same average, to be added to apart. */
  copy(): Average;
}

interface Sum {
  readonly count: number;
  readonly total: number;
}

export function createAverage(known: Iterable<[string, Sum]> = []): Average {
  const sums = new Map<string, Sum>(known);
  const all = '';
  function count(key: string, ms: number): void {
    const { count: before, total } = sums.get(key) ?? { count: 0, total: 0 };
    sums.set(key, { count: before + 1, total: total + ms });
  }
  return {
    add(key, ms) {
      count(key, ms);
      count(all, ms);
    },
    of(key) {
      const sum = sums.get(key) ?? sums.get(all);
      return sum ? sum.total / sum.count : unknownCycle;
    },
    copy: () => createAverage(sums),
  };
}

/** Minutes. */
export const simpleWait = (ahead: number, average: number, counters: number): number =>
  (ahead * average) / counters / 60_000;
