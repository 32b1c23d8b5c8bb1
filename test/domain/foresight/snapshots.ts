/** Snapshots as literals: an office of one step at nine o'clock, where every counter is taken for eight minutes by each visit. */
import { createForecaster } from '../../../server/domain/forecast/forecaster.ts';
import type {
  Newcomer,
  Snapshot,
  SnapshotCounter,
  SnapshotVisit,
} from '../../../server/domain/forecast/snapshot.ts';
import { clock } from '../morning.ts';

/** A new office's, in which every counter is taken for eight minutes. */
export const newForecaster = () => createForecaster(8 * 60_000);

export const minute = 60_000;
export const nine = clock('09:00') as number;
/** Minutes after nine. */
export const at = (minutes: number): number => nine + minutes * minute;

export const counter = (number: number, more: Partial<SnapshotCounter> = {}): SnapshotCounter => ({
  ...{ number, steps: ['documents'], lanes: null, from: nine, busy: null },
  ...more,
});

export const closedCounter = (number: number, steps = ['documents'], lanes = ['regular']) => ({
  ...{ number, steps, lanes },
});

/** Came so many minutes before nine, and is promised nothing. */
export function visit(code: string, cameBefore: number, more: Partial<SnapshotVisit> = {}): SnapshotVisit {
  const arrivedAt = at(-cameBefore);
  return {
    ...{
      code,
      service: 'question',
      lane: 'regular',
      step: 'documents',
      todo: [],
      turn: arrivedAt + 120 * minute,
    },
    ...{ arrivedAt, place: 1000 - cameBefore, from: arrivedAt, onlyAt: null, at: null, since: arrivedAt },
    ...{ promiseAt: null, until: 'done', isComing: false, inside: 1 },
    ...more,
  };
}

/** So many who wait, `V1` first. */
export const queue = (count: number, more: (index: number) => Partial<SnapshotVisit> = () => ({})) =>
  Array.from({ length: count }, (_, index) => visit(`V${index + 1}`, count - index, more(index)));

export const newcomer = (more: Partial<Newcomer> = {}): Newcomer => ({
  ...{ service: 'question', lane: 'regular', steps: ['documents'], turn: at(120) },
  ...more,
});

export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  at: nine,
  date: '2026-11-26',
  dayBegan: clock('00:00'),
  lanes: [
    { id: 'regular', first: false, atMost: null },
    { id: 'priority', first: true, atMost: null },
  ],
  counters: [counter(1)],
  closed: [],
  visits: [],
  lastLanes: {},
  steps: {},
  newcomers: [],
  cycles: [],
  called: [],
  room: { inside: null, capacity: null, cameIn: 0 },
  ...more,
});
