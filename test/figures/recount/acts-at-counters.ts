/** What is done at the counters of the lively office, and with its tickets. */
import type { Act, Acts } from './acts.ts';
import { counters, visitOf } from './acts.ts';
import { livelyOffice } from './lively-office.ts';

const press =
  (type: 'CallNext' | 'RecallTicket' | 'MarkNoShow' | 'HoldVisit' | 'UndoAction' | 'PauseCounter'): Act =>
  ({ chance }) => ({ type, counter: chance.of(counters) ?? 1 });

export const atCounters: Acts = [
  [18, press('CallNext')],
  [5, () => ({ type: 'FinishStep', counter: 5 })],
  [2, press('RecallTicket')],
  [4, press('MarkNoShow')],
  [3, press('HoldVisit')],
  [2, press('UndoAction')],
  [1, press('PauseCounter')],
  [18, ({ chance }) => ({ type: 'StartVisit', counter: chance.of(counters) ?? 1 })],
  [
    10,
    ({ state, chance }) => {
      const counter = chance.of(counters) ?? 1;
      const at = state.day.counters.get(counter)?.current ?? '';
      const step = state.day.visits.get(at)?.step ?? '';
      const outcome = chance.of(livelyOffice(9).outcomes[step] ?? []);
      return { type: 'FinishStep', counter, ...(outcome && chance.is(0.7) ? { outcome } : {}) };
    },
  ],
  [
    3,
    ({ chance }) => ({
      ...{ type: 'SendAway', counter: chance.of([1, 2, 4]) ?? 1 },
      reasons: chance.is(0.5) ? ['missing'] : ['missing', 'wrong'],
    }),
  ],
  [
    3,
    ({ chance }) => ({
      ...{ type: 'TransferVisit', counter: chance.of(counters) ?? 1 },
      to: chance.is(0.5)
        ? { counter: chance.of(counters) ?? 1 }
        : { step: chance.of(['documents', 'interview', 'handover']) ?? '' },
    }),
  ],
  [
    4,
    (now) => ({
      type: 'CallTicket',
      counter: now.chance.of(counters) ?? 1,
      ticket: visitOf(now)?.number ?? '',
    }),
  ],
  [
    5,
    ({ chance }) => ({
      ...{ type: 'DescribeVisit', counter: chance.of(counters) ?? 1 },
      choices:
        chance.of([{ purposes: 'work' }, { purposes: 'study', origins: 'city' }, { origins: 'village' }]) ??
        {},
    }),
  ],
  [4, ({ chance }) => ({ type: 'OpenCounter', counter: chance.of(counters) ?? 1 })],
  [1, ({ chance }) => ({ type: 'CloseCounter', counter: chance.of(counters) ?? 1, confirm: true })],
  [
    3,
    ({ chance }) => ({
      ...{ type: 'AssignOfficer', counter: chance.of(counters) ?? 1 },
      officer: chance.of(['sari', 'budi', 'dewi', null]),
    }),
  ],
];

export const tickets: Acts = [
  [6, (now) => ({ type: 'ReturnVisit', ticket: visitOf(now)?.number ?? '' })],
  [2, (now) => ({ type: 'CancelTicket', ticket: visitOf(now)?.number ?? '' })],
  [
    2,
    (now) => ({
      ...{ type: 'ChangeLane', ticket: visitOf(now)?.number ?? '', reason: 'asked' },
      lane: now.chance.of(['regular', 'priority']) ?? '',
    }),
  ],
  [
    8,
    (now) => ({
      ...{ type: 'RateVisit', code: visitOf(now)?.code ?? '' },
      rating: now.chance.of(['good', 'fair', 'poor'] as const) ?? 'good',
    }),
  ],
  [1, (now) => ({ type: 'PayVisit', ticket: visitOf(now)?.number ?? '' })],
];
