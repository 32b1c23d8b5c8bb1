/** The officer's screen at one counter. */
import { expect, test } from 'vitest';
import { deskView } from '../../server/domain/views/desk.ts';
import { type Morning, morning } from '../domain/morning.ts';
import { contoh, firstLane } from '../domain/office.ts';
import { at } from './context.ts';

const desk = (day: Morning, counter: number, time: string) => deskView(day.state, at(time), counter);
const next = (day: Morning, counter: number, time: string) =>
  desk(day, counter, time).next.map(({ number }) => number);

test('a closed counter shows what it could serve', () => {
  const day = morning(contoh());
  day.takes('08:00');
  const view = desk(day, 4, '08:01');
  expect(view).toMatchObject({
    counter: 4,
    state: 'closed',
    pause: null,
    current: null,
    undo: null,
    waiting: 1,
  });
  expect(view).toMatchObject({
    steps: ['interview', 'documents'],
    lanes: ['regular', 'priority'],
    aside: [],
  });
  expect(view.transfer).toEqual({ steps: [], counters: [] });
});

test('the current visit is shown with what the officer needs to know', () => {
  const day = morning(contoh());
  day.opens(3);
  day.opens(1);
  day.does({ type: 'TakeTicket', service: 'passport', people: 2, needs: ['deaf'] }, '08:00');
  day.next(1, '08:10');
  const called = desk(day, 1, '08:10').current;
  expect(called).toEqual({
    code: day.visit('A-001').code,
    number: 'A-001',
    service: 'passport',
    lane: 'regular',
    step: 'documents',
    people: 2,
    arrivedAt: '2026-11-26T00:00:00.000Z',
    promiseAt: '2026-11-26T02:00:00.000Z',
    state: 'called',
    calledAt: '2026-11-26T00:10:00.000Z',
    startedAt: null,
    times: 1,
    needs: ['deaf'],
    handover: null,
    mayBeTimed: false,
    reasons: ['missing', 'wrong'],
    things: [],
    outcomes: [],
    unverified: false,
    sameIdentity: null,
    claim: null,
  });
  day.does({ type: 'StartVisit', counter: 1 }, '08:11');
  expect(desk(day, 1, '08:11').current).toMatchObject({
    state: 'serving',
    startedAt: '2026-11-26T00:11:00.000Z',
  });
  day.does({ type: 'FinishStep', counter: 1 }, '08:12');
  day.next(3, '08:13');
  const interview = { reasons: [], outcomes: ['passport-24', 'passport-48'] };
  expect(desk(day, 3, '08:13').current).toMatchObject(interview);
});

test('WT1, CN6: the next three are those that next calls, the passing visit among them', () => {
  const day = morning(contoh());
  day.opens(4);
  day.takes('08:00');
  day.takes('08:01');
  day.takes('08:02', 'passport', { lane: 'priority' });
  day.takes('08:03');
  expect(next(day, 4, '08:05')).toEqual(['P-001', 'A-001', 'A-002']);
  day.next(4, '08:05');
  // P-001 is at the documents; its interview is at the same counter, and its turn is still the earliest.
  expect(next(day, 4, '08:06')).toEqual(['P-001', 'A-001', 'A-002']);
  expect(desk(day, 4, '08:06').waiting).toBe(3);
  expect(day.next(4, '08:06')).toEqual({ counter: 4, ticket: 'P-001' });
  expect(day.next(4, '08:07')).toEqual({ counter: 4, ticket: 'A-001' });
});

test('WT6 the next three keep the share of the lane that goes first', () => {
  const day = morning(contoh({ lanes: firstLane }));
  day.opens(1);
  day.takes('08:00');
  for (const minute of ['01', '02', '03', '04']) day.takes(`08:${minute}`, 'passport', { lane: 'priority' });
  expect(next(day, 1, '08:05')).toEqual(['P-001', 'P-002', 'A-001']);
  day.next(1, '08:05');
  expect(next(day, 1, '08:06')).toEqual(['P-002', 'A-001', 'P-003']);
});

test('WT7 who has come back is among the next three where others must be called first', () => {
  const calling = { returnAfter: 2, noShowAfter: 1, noShowWait: 'PT0S' };
  const day = morning(contoh({ calling }));
  day.opens(1);
  for (const minute of ['00', '01', '02', '03']) day.takes(`08:${minute}`);
  day.next(1, '08:10');
  day.does({ type: 'MarkNoShow', counter: 1 }, '08:11');
  expect(desk(day, 1, '08:11').aside.map(({ number, state }) => [number, state])).toEqual([
    ['A-001', 'no-show'],
  ]);
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '08:12');
  expect(next(day, 1, '08:12')).toEqual(['A-002', 'A-003', 'A-001']);
});

test('aside are those whom the counter may call again, held ones first', () => {
  const day = morning(contoh());
  day.opens(1, 2, 3);
  for (const minute of ['00', '01', '02']) day.takes(`08:${minute}`);
  day.next(1, '08:10');
  day.does({ type: 'HoldVisit', counter: 1 }, '08:11');
  day.next(1, '08:12');
  day.does({ type: 'SendAway', counter: 1, reasons: ['wrong'] }, '08:13');
  const aside = (counter: number) =>
    desk(day, counter, '08:14').aside.map(({ number, state }) => [number, state]);
  expect(aside(2)).toEqual([
    ['A-001', 'held'],
    ['A-002', 'incomplete'],
  ]);
  expect(aside(3)).toEqual([]);
});

test('UN2 undo is offered in time, by the name of the key, and no longer once something has followed', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.takes('08:01');
  expect(desk(day, 1, '07:30').undo).toEqual({ action: 'open', until: '2026-11-25T23:30:30.000Z' });
  day.next(1, '08:10');
  expect(desk(day, 1, '08:10:30').undo).toEqual({ action: 'next', until: '2026-11-26T00:10:30.000Z' });
  expect(desk(day, 1, '08:10:31').undo).toBeNull();
  day.does({ type: 'RecallTicket', counter: 1 }, '08:11');
  expect(desk(day, 1, '08:11').undo?.action).toBe('recall');
  day.does({ type: 'CallTicket', counter: 1, ticket: 'A-002' }, '08:12');
  expect(desk(day, 1, '08:12').undo?.action).toBe('call');
  day.does({ type: 'HoldVisit', counter: 1 }, '08:13');
  expect(desk(day, 1, '08:13').undo?.action).toBe('hold');
  day.does({ type: 'ChangeLane', ticket: 'A-002', lane: 'priority', reason: 'ill' }, '08:13:10');
  expect(desk(day, 1, '08:13:10').undo).toBeNull();
  day.does({ type: 'CloseCounter', counter: 1, confirm: true }, '08:14');
  expect(desk(day, 1, '08:14').undo?.action).toBe('close');
});

test('TR4 a visit can be sent where somebody serves its step, and to any other step', () => {
  const day = morning(contoh());
  day.opens(1, 2, 3, 4);
  day.does({ type: 'PauseCounter', counter: 4 }, '07:45');
  day.takes('08:00');
  day.next(1, '08:10');
  expect(desk(day, 1, '08:10').transfer).toEqual({ steps: ['interview', 'handover'], counters: [2, 4] });
  day.does({ type: 'CloseCounter', counter: 2, confirm: true }, '08:11');
  expect(desk(day, 1, '08:11').transfer.counters).toEqual([4]);
});

test('a pause says why and until when', () => {
  const day = morning(contoh());
  day.opens(1);
  const until = Date.parse('2026-11-26T01:00:00.000Z');
  day.does({ type: 'PauseCounter', counter: 1, reason: 'prayer', until }, '08:30');
  expect(desk(day, 1, '08:30')).toMatchObject({
    state: 'paused',
    pause: { reason: 'prayer', until: '2026-11-26T01:00:00.000Z' },
  });
});

test('CM2, CM3 what began at a counter and is not closed is shown there, also when the visit is done', () => {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S' } }));
  day.opens(1, 5);
  day.takes('08:00', 'collection');
  day.takes('08:01', 'collection');
  const late = (opened: string, finished: string) => {
    day.next(5, opened);
    day.press('StartVisit', 5, opened);
    day.press('FinishStep', 5, finished);
  };
  late('08:05', '08:09');
  late('08:10', '08:15');
  const [first, second] = ['C-001', 'C-002'].map((number) => ({ id: `${day.visit(number).code}-1`, number }));
  expect(desk(day, 5, '08:16')).toMatchObject({ current: null, claims: [first, second] });
  expect(desk(day, 1, '08:16').claims).toEqual([]);
  day.does({ type: 'CloseClaim', id: first?.id ?? '', as: 'not-charged', by: 'officer:sari' }, '08:20');
  expect(desk(day, 5, '08:20').claims).toEqual([second]);
});
