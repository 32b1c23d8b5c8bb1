/** A day's steps as the readable tables tell them, made into what is learned from. */
import type { Cycle } from './cycles.ts';
import type { LearnedDay } from './learned.ts';

/** A row of `step_visit`: instants in milliseconds. */
export interface StepRow {
  readonly n: number;
  readonly service: string;
  readonly lane: string;
  readonly step: string;
  readonly counter: number;
  readonly waitedFrom: number | null;
  readonly calledAt: number;
  readonly endedAt: number | null;
}

const hourMs = 3_600_000;
const leastCycle = 5_000;

/**
 * @param rows of one date, by counter and call
 * @param began the first instant of the date
 */
export function learnedDay(rows: readonly StepRow[], began: number): LearnedDay {
  const hourOf = (at: number): number => Math.max(0, Math.min(23, Math.floor((at - began) / hourMs)));
  const cycles: Cycle[] = [];
  const counters = new Map<string, Set<number>>();
  const arrivals = new Map<string, number>();
  let before: StepRow | null = null;
  for (const row of rows) {
    const { counter, step, calledAt, waitedFrom } = row;
    const isBusy =
      before?.counter === counter &&
      before.endedAt !== null &&
      waitedFrom !== null &&
      waitedFrom <= before.endedAt;
    const taken = before ? calledAt - before.calledAt : 0;
    if (before && isBusy && taken >= leastCycle)
      cycles.push({
        step: before.step,
        service: before.service,
        counter,
        hour: hourOf(before.calledAt),
        ms: taken,
      });
    const key = `${step} ${hourOf(calledAt)}`;
    counters.set(key, (counters.get(key) ?? new Set()).add(counter));
    if (row.n === 1) {
      const came = `${row.service} ${row.lane} ${hourOf(waitedFrom ?? calledAt)}`;
      arrivals.set(came, (arrivals.get(came) ?? 0) + 1);
    }
    before = row;
  }
  return {
    cycles,
    counters: Object.fromEntries([...counters].map(([key, all]) => [key, all.size])),
    arrivals: Object.fromEntries(arrivals),
  };
}
