/** What earlier days of an office leave to its later ones. */
import { type Cycles, createCycles } from '../../../server/domain/forecast/cycles.ts';
import { countersAt, type RecordedQueue } from './recorded-queue.ts';
import { type Average, createAverage } from './simple-rule.ts';
import { cyclesIn, cyclesOf } from './walk.ts';

/** What an office's earlier days tell; empty where it was never seen. */
export interface History {
  readonly cycles: Cycles;
  /** For the usual rule. */
  readonly average: Average;
  /** Counters that usually serve a queue at an hour; null: nobody knows. */
  usual(queue: string, hour: number): number | null;
}

export interface LearningHistory extends History {
  learn(queues: readonly RecordedQueue[]): void;
}

export function createHistory(): LearningHistory {
  const cycles = createCycles();
  const average = createAverage();
  const counted = new Map<string, { sum: number; count: number }>();

  function count(key: string, counters: number): void {
    const { sum, count: before } = counted.get(key) ?? { sum: 0, count: 0 };
    counted.set(key, { sum: sum + counters, count: before + 1 });
  }

  return {
    cycles,
    average,
    usual(queue, hour) {
      const known = counted.get(`${queue} ${hour}`);
      return known ? known.sum / known.count : null;
    },
    learn(queues) {
      for (const queue of queues)
        for (const span of cyclesOf(queue)) {
          for (const cycle of cyclesIn(queue.queue, span)) {
            cycles.add(cycle);
            average.add(queue.queue, cycle.ms);
          }
          count(`${queue.queue} ${Math.floor(span.at / 3600)}`, countersAt(queue.serving, span.at - 1));
        }
    },
  };
}

/** Of an office that nobody has seen. */
export const unseen: History = createHistory();
