/** No more numbers, when the last one would not be done before closing. The office closes at 16:00. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { paceOf } from '../../server/domain/queue/pace.ts';
import { nextShift } from '../../server/domain/views/shifts.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const hours = { 'mon-thu': ['08:00-12:00', '13:00-16:00'], fri: ['09:00-11:30'] };
const calling = { refractory: 'PT0S', undoWithin: 'PT30S', noShowAfter: 1, noShowWait: 'PT0S' };
const office = (more: object = {}) => contoh({ hours, calling, ...more });

const take = (service = 'question', lane = 'regular'): Command => ({ type: 'TakeTicket', service, lane });
const stopped = { refused: 'office-closed', opensAt: '2026-11-27T01:00:00.000Z' };

const timeAt = (minute: number): string =>
  `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** From 08:00 on so many questions are answered at counter 1, each in so many minutes. */
function answers(day: Morning, count: number, minutes: number, from = 0): void {
  day.opens(1);
  for (let n = 0; n < count; n += 1) day.takes('08:00', 'question');
  for (let n = 0; n < count; n += 1) day.next(1, timeAt(from + n * minutes));
  day.press('FinishStep', 1, timeAt(from + count * minutes));
}

/** How many more get a number at a time. */
function given(day: Morning, time: string, command = take()): number {
  let count = 0;
  while (day.does(command, time).number !== undefined) count += 1;
  return count;
}

test('SN1 SN3 the last number that is given would just be done at closing', () => {
  const day = morning(office());
  answers(day, 5, 6);
  // Five of six minutes each until 16:00.
  expect(given(day, '15:30')).toBe(5);
  expect(day.does(take(), '15:30')).toMatchObject(stopped);
  expect(day.does(take('question', 'priority'), '15:30')).toMatchObject(stopped);
});

test('SN1 who has a number is served, and tomorrow numbers are given again', () => {
  const day = morning(office());
  answers(day, 5, 6);
  given(day, '15:30');
  expect(day.next(1, '16:30').ticket).toBe('B-006');
  expect(day.does(take(), '2026-11-27 09:00').number).toBe('B-001');
});

test('SN1 an office that stops by its hours alone, and one without a closing, give numbers to the end', () => {
  const byHours = morning(office({ stopNumbers: 'hours' }));
  answers(byHours, 5, 6);
  for (let n = 0; n < 20; n += 1) byHours.takes('15:59', 'question');
  const always = morning(contoh({ calling }));
  answers(always, 5, 6);
  for (let n = 0; n < 20; n += 1) always.takes('23:59', 'question');
  expect([byHours, always].map(({ state }) => state.day.waiting.size)).toEqual([20, 20]);
});

test('SN2 the pace is the median from call to done of the last thirty', () => {
  const day = morning(office());
  answers(day, 4, 1);
  expect(paceOf(day.state.day, 'documents')).toBeNull();
  answers(day, 3, 11, 10);
  // 1, 1, 1, 1, 11, 11, 11
  expect(paceOf(day.state.day, 'documents')).toBe(60_000);
  answers(day, 1, 11, 60);
  expect(paceOf(day.state.day, 'documents')).toBe(360_000);
  answers(day, 30, 2, 80);
  expect(paceOf(day.state.day, 'documents')).toBe(120_000);
});

test('SN2 only what was done counts, and what was taken back was not', () => {
  const day = morning(office());
  answers(day, 5, 6);
  for (let n = 0; n < 3; n += 1) day.takes('09:00', 'question');
  day.next(1, '09:00');
  day.press('HoldVisit', 1, '09:30');
  day.next(1, '09:30');
  day.press('MarkNoShow', 1, '09:59');
  day.next(1, '10:00');
  const before = structuredClone(day.state.day.pace);
  day.press('FinishStep', 1, '11:00');
  expect(day.state.day.pace.finished.get('documents')).toHaveLength(6);
  day.press('UndoAction', 1, '11:00:10');
  expect(day.state.day.pace).toEqual(before);
  expect(before.finished.get('documents')?.map(({ ms }) => ms)).toEqual([
    360_000, 360_000, 360_000, 360_000, 360_000,
  ]);
});

/** Five passports, two minutes at the documents and ten at the interview. */
function passports(day: Morning): void {
  day.opens(1, 3);
  for (let n = 0; n < 5; n += 1) day.takes('08:00', 'passport');
  for (let n = 0; n < 5; n += 1) {
    day.next(1, timeAt(n * 20));
    day.press('FinishStep', 1, timeAt(n * 20 + 2));
    day.next(3, timeAt(n * 20 + 2));
    day.press('FinishStep', 3, timeAt(n * 20 + 12));
  }
}

test('SN3 the slowest step decides, also for who is still before another one or at a counter', () => {
  const day = morning(office());
  passports(day);
  // Each takes ten minutes at the one interview; the new one twelve in all: 4 * 10 + 12 of 60.
  expect(given(day, '15:00', take('passport'))).toBe(5);
  day.next(1, '15:00');
  expect(day.does(take('passport'), '15:00')).toMatchObject(stopped);
  day.press('FinishStep', 1, '15:00');
  expect(day.does(take('passport'), '15:00')).toMatchObject(stopped);
  day.next(3, '15:00');
  expect(day.does(take('passport'), '15:00')).toMatchObject(stopped);
  // Whoever only asks at the documents: three passports and itself, two minutes each.
  expect(day.does(take(), '15:48').number).toBe('B-001');
});

test('SN3 who is done, away or gone keeps nobody waiting', () => {
  const day = morning(office());
  answers(day, 5, 6);
  const many = Array.from({ length: 5 }, () => day.takes('15:30', 'question'));
  expect(day.does(take(), '15:30').refused).toBe('office-closed');
  day.does({ type: 'CancelTicket', ticket: many[4] ?? '' }, '15:30');
  expect(day.does(take(), '15:30').number).toBe('B-011');
  expect(day.does(take(), '15:30').refused).toBe('office-closed');
});

test('SN3 in lanes that none of these counters takes nobody counts', () => {
  const counters = [
    { number: 1, steps: ['documents'], lanes: ['regular'] },
    { number: 2, steps: ['documents', 'interview', 'handover'], lanes: ['priority'] },
  ];
  const day = morning(office({ counters }));
  answers(day, 5, 6);
  day.opens(2);
  for (let n = 0; n < 5; n += 1) day.does(take('question', 'priority'), '15:30');
  expect(given(day, '15:30')).toBe(5);
});

test('SN4 with too few done, or nobody to do a step, numbers are given to the end', () => {
  const few = morning(office());
  answers(few, 4, 60);
  for (let n = 0; n < 9; n += 1) few.takes('15:59', 'question');
  const nobody = morning(office());
  passports(nobody);
  nobody.does({ type: 'CloseCounter', counter: 3, confirm: true }, '14:00');
  for (let n = 0; n < 9; n += 1) nobody.takes('15:59', 'passport');
  expect([few, nobody].map(({ state }) => state.day.waiting.size)).toEqual([9, 9]);
});

test('SN4 numbers are given again when another counter opens', () => {
  const day = morning(office());
  answers(day, 5, 6);
  given(day, '15:30');
  day.does({ type: 'OpenCounter', counter: 2 }, '15:31');
  expect(day.does(take(), '15:31').number).toBe('B-011');
  day.press('PauseCounter', 2, '15:32');
  expect(day.does(take(), '15:32')).toMatchObject(stopped);
});

test('SN6 boards change at the next edge of the hours and intakes of today, or when numbers stop', () => {
  const lanes = [{ id: 'regular' }, { id: 'priority', prefix: 'P', intake: ['08:30-11:00'] }];
  const day = morning(office({ lanes }));
  const shifts = ['07:00', '08:00', '08:30', '11:00', '12:00', '13:00', '16:00'].map((time) =>
    nextShift(day.state, clock(time)),
  );
  expect(shifts).toEqual([
    ...['08:00', '08:30', '11:00', '12:00', '13:00', '16:00'].map((time) => clock(time)),
    null,
  ]);
  answers(day, 5, 6);
  day.takes('15:00', 'question');
  // One before, six minutes; and its own six: until 15:48.
  expect(nextShift(day.state, clock('15:00'))).toBe(clock('15:48:00.001'));
});
