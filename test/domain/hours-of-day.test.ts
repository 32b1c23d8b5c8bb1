/** The instants of a date's hours in the office's zone, above all where clocks are changed. */
import { expect, test } from 'vitest';
import { nextOpening } from '../../server/domain/hours/hours.ts';
import { rangesOn } from '../../server/domain/hours/opens.ts';
import { clock } from './morning.ts';
import { numbers, opens, written } from './numbers-at.ts';
import { contoh } from './office.ts';

const always = { from: 0, to: 1440 };
/** `01:30-03:00` as the office holds it. */
function range(text: string): { from: number; to: number } {
  const [h = 0, m = 0, toH = 0, toM = 0] = text.split(/[:-]/).map(Number);
  return { from: h * 60 + m, to: toH * 60 + toM };
}
const on = (timeZone: string, date: string, ...ranges: string[]) =>
  written(rangesOn(contoh({ timeZone }), ranges.map(range), date));

test.each([
  ['Asia/Jakarta', '2026-11-26T01:00:00.000Z to 2026-11-26T05:00:00.000Z'],
  ['Asia/Makassar', '2026-11-26T00:00:00.000Z to 2026-11-26T04:00:00.000Z'],
  ['Asia/Jayapura', '2026-11-25T23:00:00.000Z to 2026-11-26T03:00:00.000Z'],
  ['Europe/Warsaw', '2026-11-26T07:00:00.000Z to 2026-11-26T11:00:00.000Z'],
  ['America/New_York', '2026-11-26T13:00:00.000Z to 2026-11-26T17:00:00.000Z'],
])('OH2 a morning in %s', (timeZone, morning) => {
  expect(on(timeZone, '2026-11-26', '08:00-12:00')).toEqual([morning]);
});

// In New York the clocks go from 2:00 to 3:00 on 8 March and from 2:00 to 1:00 on 1 November; in Warsaw on 29 March and
// 25 October; in Santiago at midnight: 6 September has no hour from 0:00, and 4 April has two from 23:00.
test.each([
  ['America/New_York', '2026-03-08', '00:00-24:00', '2026-03-08T05:00:00.000Z to 2026-03-09T04:00:00.000Z'],
  ['America/New_York', '2026-03-08', '01:00-04:00', '2026-03-08T06:00:00.000Z to 2026-03-08T08:00:00.000Z'],
  ['America/New_York', '2026-03-08', '02:30-05:00', '2026-03-08T07:30:00.000Z to 2026-03-08T09:00:00.000Z'],
  ['America/New_York', '2026-03-08', '01:00-02:30', '2026-03-08T06:00:00.000Z to 2026-03-08T07:30:00.000Z'],
  ['America/New_York', '2026-03-08', '09:00-17:00', '2026-03-08T13:00:00.000Z to 2026-03-08T21:00:00.000Z'],
  ['America/New_York', '2026-11-01', '00:00-24:00', '2026-11-01T04:00:00.000Z to 2026-11-02T05:00:00.000Z'],
  ['America/New_York', '2026-11-01', '00:30-01:30', '2026-11-01T04:30:00.000Z to 2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2026-11-01', '01:30-03:00', '2026-11-01T05:30:00.000Z to 2026-11-01T08:00:00.000Z'],
  ['Europe/Warsaw', '2026-03-29', '02:30-05:00', '2026-03-29T01:30:00.000Z to 2026-03-29T03:00:00.000Z'],
  ['Europe/Warsaw', '2026-10-25', '02:00-04:00', '2026-10-25T00:00:00.000Z to 2026-10-25T03:00:00.000Z'],
  ['America/Santiago', '2026-09-06', '00:00-24:00', '2026-09-06T04:00:00.000Z to 2026-09-07T03:00:00.000Z'],
  ['America/Santiago', '2026-09-06', '00:30-02:00', '2026-09-06T04:30:00.000Z to 2026-09-06T05:00:00.000Z'],
  ['America/Santiago', '2026-04-04', '00:00-24:00', '2026-04-04T03:00:00.000Z to 2026-04-05T04:00:00.000Z'],
  ['America/Santiago', '2026-04-04', '22:00-23:30', '2026-04-05T01:00:00.000Z to 2026-04-05T02:30:00.000Z'],
])('OH2 in %s on %s %s is %s', (timeZone, date, hours, span) => {
  expect(on(timeZone, date, hours)).toEqual([span]);
});

test('OH2 what the change of the clocks leaves empty or inverted is not there, nor is an hour counted twice', () => {
  const day = '2026-03-08';
  expect(on('America/New_York', day, '02:00-03:00')).toEqual([]);
  expect(on('America/New_York', day, '02:30-03:00')).toEqual([]);
  expect(on('America/New_York', day, '02:15-02:45', '03:00-04:00')).toEqual([
    '2026-03-08T07:00:00.000Z to 2026-03-08T08:00:00.000Z',
  ]);
  expect(on('America/New_York', day, '01:00-02:45', '03:00-04:00')).toEqual([
    '2026-03-08T06:00:00.000Z to 2026-03-08T07:45:00.000Z',
    '2026-03-08T07:45:00.000Z to 2026-03-08T08:00:00.000Z',
  ]);
});

test('OH2 a time that is moved forward stays on its date: in Nuuk the last hour of 28 March 2026 is left out', () => {
  expect(on('America/Nuuk', '2026-03-28', '22:00-23:30')).toEqual([
    '2026-03-29T00:00:00.000Z to 2026-03-29T01:00:00.000Z',
  ]);
  expect(on('America/Nuuk', '2026-03-28', '23:00-24:00')).toEqual([]);
});

test('OH1 the whole day is from its first instant, also where the clocks went from 23:30 to 0:30', () => {
  expect(on('America/Toronto', '1919-03-31', '00:00-24:00')).toEqual([
    '1919-03-31T04:30:00.000Z to 1919-04-01T04:00:00.000Z',
  ]);
});

test('OH2 a date that its zone left out has no hours', () => {
  expect(on('Pacific/Apia', '2011-12-30', '00:00-24:00', '08:00-12:00')).toEqual([]);
  expect(on('Pacific/Apia', '2011-12-31', '08:00-12:00')).toEqual([
    '2011-12-30T18:00:00.000Z to 2011-12-30T22:00:00.000Z',
  ]);
});

test('OH2 ranges are in order; empty and inverted ones vanish', () => {
  const ranges = [range('13:00-16:00'), range('10:00-10:00'), range('12:00-11:00'), range('08:00-09:00')];
  expect(written(rangesOn(contoh(), ranges, '2026-11-26'))).toEqual([
    '2026-11-26T00:00:00.000Z to 2026-11-26T01:00:00.000Z',
    '2026-11-26T05:00:00.000Z to 2026-11-26T08:00:00.000Z',
  ]);
  expect(rangesOn(contoh(), [], '2026-11-26')).toEqual([]);
});

test('OH2 OH6 numbers are given through a gap and in both hours of a time that comes twice', () => {
  const newYork = contoh({ timeZone: 'America/New_York', hours: { sun: ['01:00-04:00'] } });
  expect(numbers(newYork, '2026-03-08T05:59:59Z')).toBe('office-closed until 2026-03-08T06:00:00.000Z');
  expect(numbers(newYork, '2026-03-08T07:59:59Z')).toBe('given');
  expect(numbers(newYork, '2026-03-08T08:00:00Z')).toBe('office-closed until 2026-03-15T05:00:00.000Z');
  // From one o'clock in summer time to four in winter time.
  expect(numbers(newYork, '2026-11-01T04:59:59Z')).toBe('office-closed until 2026-11-01T05:00:00.000Z');
  expect(numbers(newYork, '2026-11-01T06:30:00Z')).toBe('given');
  expect(numbers(newYork, '2026-11-01T08:59:59Z')).toBe('given');
  expect(numbers(newYork, '2026-11-01T09:00:00Z')).toBe('office-closed until 2026-11-08T06:00:00.000Z');
});

test('OH6 an opening beyond a change of the clocks is at the new time', () => {
  const hours = { 'mon-fri': ['09:00-17:00'] };
  const newYork = contoh({ timeZone: 'America/New_York', hours });
  expect(opens(newYork, '2026-03-06 17:00')).toBe('2026-03-09T13:00:00.000Z');
  expect(opens(newYork, '2026-10-30 17:00')).toBe('2026-11-02T14:00:00.000Z');
  const warsaw = contoh({ timeZone: 'Europe/Warsaw', hours });
  expect(opens(warsaw, '2026-03-27 17:00')).toBe('2026-03-30T07:00:00.000Z');
  expect(opens(warsaw, '2026-10-23 17:00')).toBe('2026-10-26T08:00:00.000Z');
});

test('OH6 a day whose hours fall into the gap has no opening', () => {
  const office = contoh({ timeZone: 'America/Santiago', hours: { sun: ['00:00-01:00'] } });
  expect(opens(office, '2026-09-05 12:00')).toBe('2026-09-13T03:00:00.000Z');
});

test('OH5 a number reserved over the change of the clocks is for the new time', () => {
  const lanes = [{ id: 'regular', intake: ['03:30-05:00'], outside: 'reserve' }];
  const warsaw = contoh({ timeZone: 'Europe/Warsaw', lanes });
  expect(numbers(warsaw, '2026-03-29 00:30')).toBe('from 2026-03-29T01:30:00.000Z');
  expect(numbers(warsaw, '2026-10-25 00:30')).toBe('from 2026-10-25T02:30:00.000Z');
});

test('OH1 the whole day is from its first instant to that of the next date', () => {
  expect(written(rangesOn(contoh(), [always], '2026-11-26'))).toEqual([
    '2026-11-25T16:00:00.000Z to 2026-11-26T16:00:00.000Z',
  ]);
});

test('CD1 the next opening of the office is not in hours that the clocks leave out', () => {
  const santiago = contoh({
    timeZone: 'America/Santiago',
    hours: { sun: ['00:00-01:00'], mon: ['09:00-10:00'] },
  });
  expect(nextOpening(santiago, '2026-09-06')).toBe(clock('2026-09-07T12:00:00Z'));
});
