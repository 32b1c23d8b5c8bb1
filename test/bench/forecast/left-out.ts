/** Recorded visits that nothing is judged by, and why. */
import type { RecordedQueue, RecordedVisit } from './recorded-queue.ts';

export interface LeftOut {
  /** All that were recorded. */
  readonly visits: number;
  /** Called while nobody looked for long, or before the first look. */
  readonly gap: number;
  /** "Called" by the dozen: the queue was cleared. */
  readonly cleared: number;
  readonly gaveUp: number;
  /** Still waiting when the recording ends, as far as it tells. */
  readonly neverCalled: number;
}

export function leftOut(queues: readonly RecordedQueue[]): LeftOut {
  const visits = queues.flatMap((queue) => queue.visits);
  const count = (isSo: (visit: RecordedVisit) => boolean): number => visits.filter(isSo).length;
  return {
    visits: visits.length,
    gap: count(({ doubt }) => doubt === 'gap'),
    cleared: count(({ doubt }) => doubt === 'cleared'),
    gaveUp: count(({ called, left }) => called === null && left !== null),
    neverCalled: count(({ called, left }) => called === null && left === null),
  };
}
