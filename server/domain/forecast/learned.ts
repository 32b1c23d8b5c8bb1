/** What the days before tell: how long things take, how many counters serve at which hour, and who comes when. */
import { type Cycle, type Cycles, createCycles } from './cycles.ts';

/** One day, as it is learned from. */
export interface LearnedDay {
  readonly cycles: readonly Cycle[];
  /** By `step hour`: how many counters called for it. */
  readonly counters: Readonly<Record<string, number>>;
  /** By `service lane hour`: how many came. */
  readonly arrivals: Readonly<Record<string, number>>;
}

export interface Learned {
  readonly cycles: Cycles;
  add(day: LearnedDay): void;
  /** Counters that usually serve the step at the hour; null: nobody knows. */
  counters(step: string, hour: number): number | null;
  /** How many usually come in the hour. */
  arrivals(service: string, lane: string, hour: number): number;
}

export function createLearned(unknownCycle?: number): Learned {
  const cycles = createCycles(unknownCycle);
  const counters = new Map<string, { sum: number; days: number }>();
  const arrivals = new Map<string, number>();
  let days = 0;
  return {
    cycles,
    add(day) {
      days += 1;
      for (const cycle of day.cycles) cycles.add(cycle);
      for (const [key, count] of Object.entries(day.counters)) {
        const { sum, days: seen } = counters.get(key) ?? { sum: 0, days: 0 };
        counters.set(key, { sum: sum + count, days: seen + 1 });
      }
      for (const [key, count] of Object.entries(day.arrivals))
        arrivals.set(key, (arrivals.get(key) ?? 0) + count);
    },
    counters(step, hour) {
      const known = counters.get(`${step} ${hour}`);
      return known ? known.sum / known.days : null;
    },
    arrivals: (service, lane, hour) =>
      days === 0 ? 0 : (arrivals.get(`${service} ${lane} ${hour}`) ?? 0) / days,
  };
}
