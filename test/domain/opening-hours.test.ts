/** When numbers are given by the office's hours, and when again. 26 November 2026 is a Thursday. */
import { expect, test } from 'vitest';
import { numbers, opens, pontianak } from './numbers-at.ts';
import { contoh } from './office.ts';

const priority = { lane: 'priority' };
const group = { lane: 'group' };

test.each([
  ['2026-11-26 07:59:59.999', 'office-closed until 2026-11-26T01:00:00.000Z'],
  ['2026-11-26 08:00', 'given'],
  ['2026-11-26 11:59:59.999', 'given'],
  ['2026-11-26 12:00', 'office-closed until 2026-11-26T06:00:00.000Z'],
  ['2026-11-26 13:00', 'given'],
  ['2026-11-26 16:00', 'office-closed until 2026-11-27T02:00:00.000Z'],
  ['2026-11-26 23:59:59.999', 'office-closed until 2026-11-27T02:00:00.000Z'],
  ['2026-11-27 11:30', 'office-closed until 2026-11-30T01:00:00.000Z'],
  ['2026-11-28 10:00', 'office-closed until 2026-11-30T01:00:00.000Z'],
])('OH3 at %s a number of the regular lane is: %s', (time, answer) => {
  expect(numbers(pontianak(), time)).toBe(answer);
});

test.each([
  ['Asia/Jakarta', '2026-11-27T02:00:00.000Z'],
  ['Asia/Makassar', '2026-11-27T01:00:00.000Z'],
  ['Asia/Jayapura', '2026-11-27T00:00:00.000Z'],
  ['Europe/Warsaw', '2026-11-27T08:00:00.000Z'],
  ['America/New_York', '2026-11-27T14:00:00.000Z'],
])('OH2 OH6 nine o’clock is the one of %s', (timeZone, opensAt) => {
  expect(numbers(pontianak({ timeZone }), '2026-11-26 17:00')).toBe(`office-closed until ${opensAt}`);
});

test('OH2 the date is the office’s: Friday evening in UTC is Saturday in Jayapura', () => {
  const office = pontianak({ timeZone: 'Asia/Jayapura' });
  expect(numbers(office, '2026-11-26T23:00:00Z')).toBe('office-closed until 2026-11-27T00:00:00.000Z');
  expect(numbers(office, '2026-11-27T23:00:00Z')).toBe('office-closed until 2026-11-29T23:00:00.000Z');
});

test('OH1 an office without hours in its file is always open, every minute of its day', () => {
  const office = contoh();
  for (const time of ['00:00', '12:00', '23:59:59.999', '2026-11-29 03:00'])
    expect(numbers(office, time)).toBe('given');
});

test('OH1 a holiday closes an office that is otherwise always open', () => {
  const office = contoh({ holidays: ['2026-11-27'] });
  expect(numbers(office, '2026-11-26 23:59:59.999')).toBe('given');
  expect(numbers(office, '2026-11-27 00:00')).toBe('office-closed until 2026-11-27T16:00:00.000Z');
  expect(numbers(office, '2026-11-28 00:00')).toBe('given');
});

test('OH6 the next opening is after the week of Lebaran, its bridge days and both weekends', () => {
  const office = pontianak({
    holidays: ['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24'],
  });
  const opensAt = '2026-03-25T01:00:00.000Z';
  for (const time of ['2026-03-17 16:00', '2026-03-19 10:00', '2026-03-21 10:00', '2026-03-24 14:00'])
    expect(numbers(office, time)).toBe(`office-closed until ${opensAt}`);
});

test('OH1 OH6 a Sunday that is opened once has hours, and the Sundays beside it have none', () => {
  const office = pontianak({ openings: [{ date: '2026-11-29', hours: ['08:30-11:00'] }] });
  expect(numbers(office, '2026-11-28 10:00')).toBe('office-closed until 2026-11-29T01:30:00.000Z');
  expect(numbers(office, '2026-11-29 10:00')).toBe('given');
  expect(numbers(office, '2026-11-29 11:00')).toBe('office-closed until 2026-11-30T01:00:00.000Z');
  expect(numbers(office, '2026-11-22 10:00')).toBe('office-closed until 2026-11-23T01:00:00.000Z');
  expect(numbers(office, '2026-12-06 10:00')).toBe('office-closed until 2026-12-07T01:00:00.000Z');
});

test('OH1 an opening wins over a holiday and over the usual hours; one without hours closes the date', () => {
  const office = pontianak({
    holidays: ['2026-11-26'],
    openings: [
      { date: '2026-11-26', hours: ['18:00-20:00'] },
      { date: '2026-11-27', hours: [] },
    ],
  });
  expect(numbers(office, '2026-11-26 10:00')).toBe('office-closed until 2026-11-26T11:00:00.000Z');
  expect(numbers(office, '2026-11-26 18:00')).toBe('given');
  expect(numbers(office, '2026-11-26 20:00')).toBe('office-closed until 2026-11-30T01:00:00.000Z');
});

test('OH1 OH6 of two openings of one date the first counts, now and when it is foretold', () => {
  const openings = [
    { date: '2026-11-29', hours: ['08:00-09:00'] },
    { date: '2026-11-29', hours: ['10:00-11:00'] },
  ];
  const office = pontianak({ openings });
  expect(numbers(office, '2026-11-28 10:00')).toBe('office-closed until 2026-11-29T01:00:00.000Z');
  expect(numbers(office, '2026-11-29 08:30')).toBe('given');
  expect(numbers(office, '2026-11-29 10:30')).toBe('office-closed until 2026-11-30T01:00:00.000Z');
});

test('OH6 an office that never opens says no time, in any lane', () => {
  const office = pontianak({ hours: {} });
  expect(numbers(office, '2026-11-26 10:00')).toBe('office-closed until never');
  expect(numbers(office, '2026-11-26 10:00', priority)).toBe('office-closed until never');
  expect(numbers(office, '2026-11-26 10:30', group)).toBe('intake-closed until never');
  expect(opens(office, '2026-11-26 10:00')).toBeNull();
});

test('OH6 an opening 400 days away is told, one after 401 days is not', () => {
  const only = (date: string) => pontianak({ hours: {}, openings: [{ date, hours: ['08:00-09:00'] }] });
  expect(opens(only('2027-12-31'), '2026-11-26 23:00')).toBe('2027-12-31T01:00:00.000Z');
  expect(opens(only('2028-01-01'), '2026-11-26 23:00')).toBeNull();
});

test('OH6 a number that is given now opens now, and at the end of the hours not any more', () => {
  expect(opens(pontianak(), '2026-11-26 10:17:03')).toBe('2026-11-26T03:17:03.000Z');
  expect(opens(pontianak(), '2026-11-26 12:00')).toBe('2026-11-26T06:00:00.000Z');
});
