/** What changes by itself within a day. */
import { expect, test } from 'vitest';
import { nextMoment } from '../../server/domain/next-moment.ts';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

function begun(changes: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S' }, ...changes }));
  day.opens(1, 2, 3, 4, 5);
  return day;
}

/** What happened by itself until then: type and instant. */
const passes = (day: Morning, time: string) => day.passes(time).map(({ type, at }) => [type, at]);

const pause = (day: Morning, counter: number, until: string, time: string) =>
  day.does({ type: 'PauseCounter', counter, until: clock(until) }, time);

test('TP1 nextMoment is the first instant at which anything changes by itself', () => {
  const day = begun();
  expect(nextMoment(day.state)).toBe(clock('2026-11-27 00:00'));
  day.takes('08:00');
  expect(nextMoment(day.state)).toBe(clock('10:00'));
  pause(day, 2, '09:30', '08:01');
  expect(nextMoment(day.state)).toBe(clock('09:30'));
  day.takes('08:02', 'passport', { lane: 'priority' });
  expect(nextMoment(day.state)).toBe(clock('08:32'));
  day.takes('08:03', 'collection');
  day.next(5, '08:04');
  day.press('StartVisit', 5, '08:05');
  expect(nextMoment(day.state)).toBe(clock('08:07'));
});

test('TP1 before that instant nothing changes, at that instant it does', () => {
  const day = begun();
  day.takes('08:00', 'passport', { lane: 'priority' });
  expect(day.passes('08:29:59.999')).toEqual([]);
  expect(passes(day, '08:30')).toEqual([['PromiseBroken', clock('08:30')]]);
  expect(nextMoment(day.state)).toBe(clock('2026-11-27 00:00'));
  expect(day.passes('23:59:59.999')).toEqual([]);
});

test('TP2 a deadline crossed hours ago is dated with the deadline, and all come in order', () => {
  const day = begun();
  day.takes('08:00');
  pause(day, 2, '09:30', '08:01');
  day.takes('08:02', 'passport', { lane: 'priority' });
  day.takes('08:03', 'collection');
  day.next(5, '08:04');
  day.press('StartVisit', 5, '08:05');
  expect(passes(day, '15:30')).toEqual([
    ['HandoverBroken', clock('08:07')],
    ['ClaimOpened', clock('08:07')],
    ['PromiseBroken', clock('08:32')],
    ['CounterResumed', clock('09:30')],
    ['PromiseBroken', clock('10:00')],
  ]);
  expect(day.passes('16:00')).toEqual([]);
});

test('TP2 noticed one by one or all at once, the day is the same', () => {
  const days = [['15:00'], ['08:30', '09:00', '09:30', '10:00', '15:00']].map((looks) => {
    const day = begun();
    day.takes('08:00');
    pause(day, 2, '09:30', '08:01');
    day.takes('08:02', 'passport', { lane: 'priority' });
    for (const time of looks) day.passes(time);
    return { events: day.events, visits: [...day.state.day.visits], counters: [...day.state.day.counters] };
  });
  expect(days[0]).toEqual(days[1]);
});

test('TP3 a promise is broken while the visit is waiting, called, served or held; once', () => {
  const day = begun();
  for (let taken = 0; taken < 4; taken += 1) day.takes('08:00');
  day.next(1, '08:01');
  day.press('HoldVisit', 1, '08:02');
  day.next(1, '08:03');
  day.press('StartVisit', 1, '08:04');
  day.next(2, '08:05');
  const states = ['A-001', 'A-002', 'A-003', 'A-004'].map((number) => day.visit(number).state);
  expect(states).toEqual(['held', 'serving', 'called', 'waiting']);
  expect(passes(day, '10:00')).toEqual(Array.from({ length: 4 }, () => ['PromiseBroken', clock('10:00')]));
  day.calls(4, 'A-001', '10:01');
  expect(day.passes('23:00')).toEqual([]);
});

test('TP3 done a millisecond before keeps it; being done with one step of two does not', () => {
  const day = begun();
  day.takes('08:00');
  day.takes('08:00');
  day.next(1, '08:01');
  day.next(1, '08:02');
  day.next(3, '08:03');
  day.press('FinishStep', 3, '09:59:59.999');
  expect(day.passes('10:00').map((event) => ('code' in event ? event.code : ''))).toEqual([
    day.visit('A-002').code,
  ]);
});

test('TP3 with until called the first call keeps it, whatever follows', () => {
  const day = begun();
  day.takes('08:00', 'collection');
  day.takes('08:00', 'collection');
  day.next(5, '08:59:59.999');
  day.press('HoldVisit', 5, '08:59:59.999');
  expect(day.passes('12:00').map((event) => ('code' in event ? event.code : ''))).toEqual([
    day.visit('C-002').code,
  ]);
});

test('TP3 kept once, it stays kept: who is done and called again breaks no promise', () => {
  const day = begun();
  day.takes('08:00');
  day.takes('08:00');
  for (const time of ['08:01', '08:02', '08:03', '08:04']) day.next(4, time);
  expect([day.visit('A-001').state, day.visit('A-002').state]).toEqual(['done', 'called']);
  day.press('FinishStep', 4, '08:05');
  day.calls(3, 'A-001', '09:59');
  expect(day.passes('10:30')).toEqual([]);
  day.calls(4, 'A-002', '10:31');
  expect(day.passes('23:00')).toEqual([]);
});

test('TP3 who was missed when its instant passes has it neither kept nor broken, back or not', () => {
  const day = begun();
  day.takes('08:00');
  day.takes('08:00');
  day.next(1, '08:01');
  day.press('MarkNoShow', 1, '08:02');
  day.next(1, '08:03');
  day.press('MarkNoShow', 1, '08:04');
  expect(day.passes('10:30')).toEqual([]);
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '10:31');
  day.calls(1, 'A-002', '10:32');
  expect(day.visit('A-002').state).toBe('called');
  expect(day.passes('23:00')).toEqual([]);
});

test('TP3 who is back before its instant passes has it broken then', () => {
  const day = begun();
  day.takes('08:00');
  day.next(1, '08:01');
  day.press('MarkNoShow', 1, '08:02');
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '09:59');
  expect(passes(day, '12:00')).toEqual([['PromiseBroken', clock('10:00')]]);
});

test('TP5 a pause with until ends then, however late it is noticed', () => {
  const day = begun();
  day.takes('08:00');
  pause(day, 1, '09:00', '08:30');
  expect(day.next(1, '08:59:59.999')).toMatchObject({ refused: 'counter-closed' });
  expect(passes(day, '09:20')).toEqual([['CounterResumed', clock('09:00')]]);
  expect(day.counter(1)).toMatchObject({ state: 'open', pause: null });
  expect(day.next(1, '09:20')).toMatchObject({ ticket: 'A-001' });
});

test('TP5 a counter that opens, closes or pauses anew before does not open by itself', () => {
  const day = begun();
  for (const counter of [1, 2, 3]) pause(day, counter, '09:00', '08:30');
  day.does({ type: 'OpenCounter', counter: 1 }, '08:40');
  day.press('CloseCounter', 2, '08:40');
  pause(day, 3, '09:10', '08:40');
  expect(passes(day, '12:00')).toEqual([['CounterResumed', clock('09:10')]]);
  expect(day.counter(2).state).toBe('closed');
});
