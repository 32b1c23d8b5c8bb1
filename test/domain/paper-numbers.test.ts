/** Numbers that were given on paper while the hub did not work. */
import { expect, test } from 'vitest';
import type { Command, DayCommand } from '../../server/domain/commands.ts';
import { paperPrefix } from '../../server/domain/queue/paper-numbers.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

type More = Partial<Extract<DayCommand, { type: 'EnterPaperNumber' }>>;

const enter = (number: string, takenAt: string, more: More = {}): Command => ({
  type: 'EnterPaperNumber',
  number,
  service: 'passport',
  takenAt: clock(takenAt),
  done: false,
  ...more,
});

const numbers = (day: Morning, ...times: string[]) => times.map((time) => day.next(1, time).ticket);

test('PN1 the letter is one that no service and no lane has', () => {
  expect(paperPrefix(contoh())).toBe('E');
  const lanes = [{ id: 'regular' }, { id: 'express', prefix: 'E' }];
  expect(paperPrefix(contoh({ lanes }))).toBe('H');
  const services = [...'EHLUJFNOY'].map((prefix, n) => ({ id: `s${n}`, prefix, steps: ['documents'] }));
  expect(paperPrefix(contoh({ services, outcomes: {} }))).toBe('EE');
});

test('PN1 a number is entered as it was written, and is one like any other then', () => {
  const day = morning(contoh());
  expect(day.does(enter('E-003', '08:00'), '09:00')).toMatchObject({ number: 'E-003', step: 'documents' });
  expect(day.does(enter('e4', '08:01', { people: 3, lane: 'priority' }), '09:00')).toMatchObject({
    number: 'E-004',
    lane: 'priority',
  });
  expect(day.visit('E004')).toMatchObject({ number: 'E-004', people: 3, state: 'waiting' });
});

test('PN1 numbers on paper are no part of the run of numbers', () => {
  const day = morning(contoh());
  expect(day.takes('07:30')).toBe('A-001');
  day.does(enter('E-007', '08:00'), '09:00');
  expect(day.takes('09:01')).toBe('A-002');
  expect(day.state.day.lastNumbers).toEqual(new Map([['A', 2]]));
});

test('PN1 a number counts once a day', () => {
  const day = morning(contoh());
  day.does(enter('E-003', '08:00'), '09:00');
  expect(day.does(enter('e003', '08:05'), '09:01').refused).toBe('number-taken');
  day.does({ type: 'CancelTicket', ticket: 'E-003' }, '09:02');
  expect(day.does(enter('E3', '08:05'), '09:03').refused).toBe('number-taken');
  expect(day.does(enter('E3', '2026-11-27 08:00'), '2026-11-27 09:00').number).toBe('E-003');
});

test.each(['A-003', 'H-003', 'EE-003', 'E-0', 'E', '3', 'E-1234567', 'E-3x', ''])(
  'PN1 no number of the sheet is %j',
  (number) => {
    const day = morning(contoh());
    expect(day.does(enter(number, '08:00'), '09:00').refused).toBe('not-possible');
    expect(day.last()).toEqual([]);
  },
);

test('NU3 a service that gets the letter of the sheet during the day gives no number that was given on paper', () => {
  const day = morning(contoh());
  day.does(enter('E-001', '08:00'), '09:00');
  const services = [{ id: 'passport', prefix: 'E', steps: ['documents', 'interview'], promise: 'PT2H' }];
  day.does({ type: 'ConfigureOffice', office: contoh({ services }), source: 'new' }, '09:10');
  expect(day.takes('09:11')).toBe('E-002');
});

test('TT1 service and lane of a number on paper are the office’s', () => {
  const day = morning(contoh());
  expect(day.does(enter('E-1', '08:00', { service: 'visa' }), '09:00').refused).toBe('unknown-service');
  expect(day.does(enter('E-1', '08:00', { lane: 'fast' }), '09:00').refused).toBe('unknown-lane');
});

test('PN2 arrival, promise and turn count from when it was given: it is called in its order', () => {
  const day = morning(contoh({ calling: { refractory: 'PT0S' } }));
  day.opens(1);
  day.takes('07:50');
  day.takes('08:30');
  const answer = day.does(enter('E-001', '08:00'), '09:00');
  expect(answer).toMatchObject({ promiseAt: '2026-11-26T02:00:00.000Z', ahead: 1 });
  expect(day.visit('E-001')).toMatchObject({
    arrivedAt: clock('08:00'),
    promiseAt: clock('10:00'),
    turn: clock('10:00'),
  });
  expect(numbers(day, '09:01', '09:02', '09:03')).toEqual(['A-001', 'E-001', 'A-002']);
});

test('PN2 given now is possible, later and before today is not', () => {
  const day = morning(contoh());
  expect(day.does(enter('E-001', '09:00'), '09:00').number).toBe('E-001');
  expect(day.does(enter('E-002', '09:00:00.001'), '09:00').refused).toBe('not-possible');
  expect(day.does(enter('E-003', '2026-11-25 23:59'), '09:00').refused).toBe('not-possible');
  expect(day.does(enter('E-004', '00:00'), '09:00').number).toBe('E-004');
});

test('PN2 TP2 a promise that has passed by then is broken, dated with the entry', () => {
  const day = morning(contoh());
  day.does(enter('E-001', '08:00'), '11:00');
  expect(day.passes('11:01')).toMatchObject([{ type: 'PromiseBroken', at: clock('11:00') }]);
});

test('PN2 AO2 who was served already is done, with a promise that is neither kept nor broken', () => {
  const day = morning(contoh());
  day.does(enter('E-001', '08:00', { done: true }), '11:00');
  expect(day.last().map(({ type }) => type)).toEqual(['TicketTaken', 'VisitSettled']);
  expect(day.visit('E-001')).toMatchObject({ state: 'done', promise: 'lapsed', steps: [] });
  expect(day.passes('12:00')).toEqual([]);
});

test('PN2 it is entered on a closed day too', () => {
  const day = morning(contoh());
  day.does({ type: 'CloseDay', tomorrow: [] }, '10:00');
  expect(day.does(enter('E-001', '09:30'), '11:00').number).toBe('E-001');
});
