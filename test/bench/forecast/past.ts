/** An office's recorded days as a hub would remember them: each lived through with what the days before it had taught. */
import type { Remembered } from '../../../server/domain/forecast/moment.ts';
import { createHistory } from './learn.ts';
import { isSure, type RecordedQueue } from './recorded-queue.ts';
import { type Look, walk } from './walk.ts';

export interface OfficeDay {
  readonly date: string;
  readonly queues: readonly RecordedQueue[];
}

export interface RecordedOffice {
  readonly office: string;
  /** In order. */
  readonly days: readonly OfficeDay[];
}

export function officesIn(queues: readonly RecordedQueue[]): RecordedOffice[] {
  return [...Map.groupBy(queues, ({ office }) => office)].map(([office, ofOffice]) => ({
    office,
    days: [...Map.groupBy(ofOffice, ({ date }) => date)]
      .map(([date, ofDay]) => ({ date, queues: ofDay }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  }));
}

/**
 * Every moment of every day, with what came of it, by day.
 * @param asNew each day as if it were the first: what a new office has to compare itself with
 */
export function livedThrough({ days }: RecordedOffice, asNew = false): Remembered[][] {
  const history = createHistory();
  return days.map(({ queues }) => {
    const moments: Remembered[] = [];
    for (const queue of queues) for (const look of walk(queue, history)) moments.push(...remembered(look));
    if (!asNew) history.learn(queues);
    return moments;
  });
}

function remembered({ visit, at, moment }: Look): Remembered[] {
  if (!isSure(visit) || visit.called === null) return [];
  return [{ ...moment, waited: (visit.called - at) / 60 }];
}
