/** What earlier days of an office leave to its later ones. */
import type { Cycle } from '../../../server/domain/forecast/cycles.ts';
import { countersAt, type RecordedQueue } from './recorded-queue.ts';
import { cyclesIn, cyclesOf, type History } from './walk.ts';

export const unseen: History = { cycles: [], usual: new Map() };

/** @param queues of one office */
export function learn(queues: readonly RecordedQueue[]): History {
  const cycles: Cycle[] = [];
  const counted = new Map<string, { sum: number; count: number }>();
  for (const queue of queues) {
    for (const span of cyclesOf(queue)) {
      cycles.push(...cyclesIn(queue.queue, span));
      const key = `${queue.queue} ${Math.floor(span.at / 3600)}`;
      const { sum, count } = counted.get(key) ?? { sum: 0, count: 0 };
      counted.set(key, { sum: sum + countersAt(queue.serving, span.at - 1), count: count + 1 });
    }
  }
  return { cycles, usual: new Map([...counted].map(([key, { sum, count }]) => [key, sum / count])) };
}
