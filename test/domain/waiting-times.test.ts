/** Since when somebody waits, what a step says of it, and what was told: what the figures are counted from. */
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import { emptyState } from '../../server/hub/replay.ts';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

const calm = { calling: { noShowAfter: 1, noShowWait: 'PT0S', returnAfter: 0 } };

/** All counters open; A-001 came at 08:00. */
function waiting(changes: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ ...calm, ...changes }));
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00');
  return day;
}

const since = (day: Morning, number = 'A-001') => day.visit(number).waitsSince;
/** When it waited from and was called, at each of its steps. */
const waits = (day: Morning, number = 'A-001') =>
  day.visit(number).steps.map(({ waitedFrom, calledAt }) => [waitedFrom, calledAt]);

test('FG1 a visit waits since its arrival, not while it is called or served, and again since a step was done', () => {
  const day = waiting();
  expect(since(day)).toBe(clock('08:00'));
  day.next(1, '08:10');
  expect(since(day)).toBe(null);
  day.press('StartVisit', 1, '08:12');
  expect(since(day)).toBe(null);
  day.press('FinishStep', 1, '08:20');
  expect(since(day)).toBe(clock('08:20'));
  day.next(3, '08:35');
  day.press('FinishStep', 3, '08:40');
  expect(since(day)).toBe(null);
  expect(waits(day)).toEqual([
    [clock('08:00'), clock('08:10')],
    [clock('08:20'), clock('08:35')],
  ]);
});

test('FG1 a reserved number waits since the instant from which it can be called', () => {
  const day = waiting();
  const number = day.reserves('08:05', '09:00');
  expect(since(day, number)).toBe(clock('09:00'));
  day.next(1, '08:06');
  day.next(2, '09:10');
  expect(waits(day, number)).toEqual([[clock('09:00'), clock('09:10')]]);
});

test('FG1 who is transferred waits since then', () => {
  const day = waiting();
  day.next(1, '08:10');
  day.does({ type: 'TransferVisit', counter: 1, to: { counter: 2 } }, '08:14');
  expect(since(day)).toBe(clock('08:14'));
  day.next(2, '08:15');
  expect(waits(day)).toEqual([
    [clock('08:00'), clock('08:10')],
    [clock('08:14'), clock('08:15')],
  ]);
});

test('FG1 who was missed or sent away does not wait until it comes back', () => {
  const day = waiting();
  day.next(1, '08:10');
  day.press('MarkNoShow', 1, '08:12');
  expect(since(day)).toBe(null);
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '08:30');
  expect(since(day)).toBe(clock('08:30'));
  day.next(1, '08:31');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:33');
  expect(since(day)).toBe(null);
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '10:00');
  expect(since(day)).toBe(clock('10:00'));
});

test('FG1 another lane changes nothing of it; who is over does not wait', () => {
  const day = waiting();
  day.does({ type: 'ChangeLane', ticket: 'A-001', lane: 'priority', reason: 'asked' }, '08:09');
  expect(since(day)).toBe(clock('08:00'));
  day.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:20');
  expect(since(day)).toBe(null);
});

test('FG1 after midnight, sent home, or settled after an outage, nobody waits', () => {
  const day = waiting();
  day.takes('08:01');
  day.takes('08:02');
  day.takes('08:03');
  day.does({ type: 'SettleVisits', done: ['A-001'], gone: ['A-002'] }, '08:30');
  expect([since(day), since(day, 'A-002')]).toEqual([null, null]);
  day.does({ type: 'CloseDay', tomorrow: ['A-003'] }, '15:00');
  expect(since(day, 'A-003')).toBe(null);
  day.passes('2026-11-27 00:00');
  expect([...day.state.day.before.values()].map(({ waitsSince }) => waitsSince)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('FG2 who was held, missed or done did not wait for the call by number', () => {
  const day = waiting();
  day.next(1, '08:10');
  day.press('HoldVisit', 1, '08:12');
  day.calls(1, 'A-001', '08:20');
  day.press('MarkNoShow', 1, '08:22');
  day.calls(1, 'A-001', '08:30');
  day.press('FinishStep', 1, '08:31');
  day.next(3, '08:32');
  day.press('FinishStep', 3, '08:33');
  day.calls(3, 'A-001', '09:00');
  expect(waits(day)).toEqual([
    [clock('08:00'), clock('08:10')],
    [null, clock('08:20')],
    [null, clock('08:30')],
    [clock('08:31'), clock('08:32')],
    [null, clock('09:00')],
  ]);
});

test('FG2 who is called before the instant from which it can be called waited for no time', () => {
  const day = waiting();
  const number = day.reserves('08:05', '09:00');
  day.calls(2, number, '08:30');
  expect(waits(day, number)).toEqual([[clock('08:30'), clock('08:30')]]);
});

test('FG2, UN1 an undone call ended no wait: it waits since it began to, and the next call counts it', () => {
  const day = waiting();
  day.next(1, '08:10');
  day.press('UndoAction', 1, '08:10:10');
  expect(since(day)).toBe(clock('08:00'));
  day.next(2, '08:12');
  day.press('FinishStep', 2, '08:20');
  expect(since(day)).toBe(clock('08:20'));
  day.press('UndoAction', 2, '08:20:10');
  expect(since(day)).toBe(null);
  expect(waits(day)).toEqual([[clock('08:00'), clock('08:12')]]);
});

test('FG3 a step has its call, its start and its end; after an outage nobody saw the end', () => {
  const day = waiting();
  day.takes('08:01');
  day.next(1, '08:10');
  day.press('StartVisit', 1, '08:12');
  day.press('FinishStep', 1, '08:20');
  day.next(2, '08:11');
  day.does({ type: 'SettleVisits', done: ['A-002'], gone: [] }, '09:00');
  const times = (number: string) =>
    day
      .visit(number)
      .steps.map(({ calledAt, startedAt, endedAt, end }) => [calledAt, startedAt, endedAt, end]);
  expect(times('A-001')).toEqual([[clock('08:10'), clock('08:12'), clock('08:20'), 'done']]);
  expect(times('A-002')).toEqual([[clock('08:11'), null, null, 'done']]);
});

test('FG4 a step says who called it, and why a file was incomplete, also when the visit goes on', () => {
  const day = waiting();
  day.does({ type: 'AddOfficer', id: 'dewi', name: 'Dewi', role: 'counter', hash: 'h' }, '08:01');
  day.does({ type: 'AssignOfficer', counter: 1, officer: 'dewi' }, '08:02');
  day.next(1, '08:10');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing', 'wrong'] }, '08:12');
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '09:00');
  day.next(2, '09:01');
  expect(day.visit('A-001').reasons).toEqual([]);
  expect(day.visit('A-001').steps).toMatchObject([
    { counter: 1, officer: 'dewi', end: 'incomplete', reasons: ['missing', 'wrong'] },
    { counter: 2, officer: null, end: null, reasons: [] },
  ]);
});

/** How each hand-over of C-001 stands, by step visit. */
const handovers = (day: Morning) => day.visit('C-001').steps.map(({ handover }) => handover);

test('FG5 a hand-over belongs to the step at which it began, and is kept by done alone', () => {
  const day = waiting();
  day.takes('08:00', 'collection');
  day.next(5, '08:05');
  expect(handovers(day)).toEqual([null]);
  day.press('StartVisit', 5, '08:10');
  day.press('HoldVisit', 5, '08:10:30');
  day.calls(5, 'C-001', '08:10:40');
  day.press('StartVisit', 5, '08:10:50');
  expect(handovers(day)).toEqual(['running', null]);
  day.press('FinishStep', 5, '08:11');
  expect(handovers(day)).toEqual(['kept', null]);
  day.press('UndoAction', 5, '08:11:05');
  expect(handovers(day)).toEqual(['running', null]);
});

test('FG5 who is missed ended it too, and nobody kept it', () => {
  const day = waiting();
  day.takes('08:00', 'collection');
  day.next(5, '08:05');
  day.press('StartVisit', 5, '08:10');
  day.does({ type: 'TransferVisit', counter: 5, to: { step: 'documents' } }, '08:10:10');
  day.calls(1, 'C-001', '08:10:20');
  day.press('MarkNoShow', 1, '08:10:30');
  expect(handovers(day)).toEqual(['ended', null]);
});

test('FG6 what a visitor was told stays with the visit', () => {
  const told = {
    from: clock('08:20'),
    to: clock('08:50'),
    expected: clock('08:30'),
    homeBy: clock('09:15'),
  };
  const day = waiting();
  const state = emptyState();
  for (const event of day.events) apply(state, event.type === 'TicketTaken' ? { ...event, told } : event);
  expect([...state.day.visits.values()].map((visit) => visit.told)).toEqual([told]);
  expect(day.visit('A-001').told).toBe(null);
});
