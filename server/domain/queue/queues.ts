/**
 * Who waits, by step and lane, each queue in the order of its turns (WT1): so that a press looks at the heads of a
 * few queues, and not at everybody who waits.
 */
import type { Visit } from '../visit.ts';

/** What the place in a queue depends on. */
export type Place = Pick<Visit, 'code' | 'step' | 'lane' | 'turn' | 'arrivedAt' | 'place'>;

/** By step, then by lane. Empty queues are not kept. */
export type Queues = Map<string, Map<string, Visit[]>>;

/** WT1: negative when `a` comes before `b`, lanes aside. */
export const byTurn = (a: Place, b: Place): number =>
  a.turn - b.turn || a.arrivedAt - b.arrivedAt || a.place - b.place;

/** How many of the queue come before. */
export function countBefore(queue: readonly Place[], visit: Place): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byTurn(queue[middle] as Place, visit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function enter(queues: Queues, visit: Visit): void {
  const lanes = queues.get(visit.step) ?? new Map<string, Visit[]>();
  const queue = lanes.get(visit.lane) ?? [];
  queue.splice(countBefore(queue, visit), 0, visit);
  lanes.set(visit.lane, queue);
  queues.set(visit.step, lanes);
}

export function leave(queues: Queues, visit: Visit): void {
  const lanes = queues.get(visit.step);
  const queue = lanes?.get(visit.lane);
  if (!lanes || !queue) return;
  const place = countBefore(queue, visit);
  if (queue[place]?.code === visit.code) queue.splice(place, 1);
  if (queue.length === 0) lanes.delete(visit.lane);
  if (lanes.size === 0) queues.delete(visit.step);
}
