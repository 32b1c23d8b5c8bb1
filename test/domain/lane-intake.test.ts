/** Lanes that are taken in at certain times, reserving or refusing, and services of certain days. 26 November 2026 is a Thursday. */
import { expect, test } from 'vitest';
import { numbers, pontianak } from './numbers-at.ts';

const priority = { lane: 'priority' };
const group = { lane: 'group' };

test.each([
  ['07:00', 'intake-closed until 2026-11-26T02:00:00.000Z'],
  ['09:00', 'given'],
  ['10:00', 'intake-closed until 2026-11-27T02:00:00.000Z'],
  ['12:30', 'intake-closed until 2026-11-27T02:00:00.000Z'],
  ['20:00', 'intake-closed until 2026-11-27T02:00:00.000Z'],
  ['2026-11-28 09:30', 'office-closed until 2026-11-30T02:00:00.000Z'],
  ['2026-11-28 10:00', 'intake-closed until 2026-11-30T02:00:00.000Z'],
])('OH4 at %s a number of a lane taken in from nine to ten is: %s', (time, answer) => {
  expect(numbers(pontianak(), time, group)).toBe(answer);
});

test.each([
  ['before the office opens', '05:00', 'from 2026-11-26T01:00:00.000Z'],
  ['within the intake', '08:00', 'given'],
  ['in the break', '12:00', 'from 2026-11-26T06:00:00.000Z'],
  ['at the last minute of the break', '12:59:59.999', 'from 2026-11-26T06:00:00.000Z'],
  ['after the break', '13:00', 'given'],
  ['after the last intake', '15:00', 'intake-closed until 2026-11-27T02:00:00.000Z'],
  ['after the office closed', '21:00', 'intake-closed until 2026-11-27T02:00:00.000Z'],
  [
    'on Friday after the hours, but within the intake',
    '2026-11-27 11:45',
    'office-closed until 2026-11-30T01:00:00.000Z',
  ],
  [
    'on Friday in the break, when nobody works afterwards',
    '2026-11-27 12:30',
    'intake-closed until 2026-11-30T01:00:00.000Z',
  ],
  [
    'on Friday before the office opens, outside the intake',
    '2026-11-27 07:30',
    'from 2026-11-27T02:00:00.000Z',
  ],
  ['on a Sunday within the intake', '2026-11-29 09:00', 'office-closed until 2026-11-30T01:00:00.000Z'],
  ['on a Sunday outside the intake', '2026-11-29 12:30', 'office-closed until 2026-11-30T01:00:00.000Z'],
])('OH5 a lane that reserves, %s', (_, time, answer) => {
  expect(numbers(pontianak(), time, priority)).toBe(answer);
});

test('OH5 a number is reserved while the office is open but the lane is not taken in', () => {
  const office = pontianak({
    hours: { 'mon-fri': ['08:00-16:00'] },
    lanes: [{ id: 'priority', intake: ['08:00-12:00', '14:00-15:00'], outside: 'reserve' }],
  });
  expect(numbers(office, '12:30', priority)).toBe('from 2026-11-26T07:00:00.000Z');
});

test('OH5 a reserved number is for the hours within the intake, not for the intake alone', () => {
  const office = pontianak({
    hours: { 'mon-fri': ['10:00-12:00', '13:30-16:00'] },
    lanes: [{ id: 'priority', intake: ['08:00-09:00', '13:00-15:00'], outside: 'reserve' }],
  });
  expect(numbers(office, '11:00', priority)).toBe('from 2026-11-26T06:30:00.000Z');
});

test('OH6 where hours and intake have nothing in common on some days, the next day on which they have', () => {
  const office = pontianak({
    hours: { 'mon-tue': ['08:00-12:00'], wed: ['13:00-16:00'], 'thu-fri': ['08:00-12:00'] },
    lanes: [{ id: 'afternoon', intake: ['12:00-15:00'], outside: 'refuse' }],
  });
  const afternoon = { lane: 'afternoon' };
  expect(numbers(office, '2026-11-26 10:00', afternoon)).toBe('intake-closed until 2026-12-02T06:00:00.000Z');
  expect(numbers(office, '2026-11-26 14:00', afternoon)).toBe('office-closed until 2026-12-02T06:00:00.000Z');
  expect(numbers(office, '2026-12-02 14:00', afternoon)).toBe('given');
});

test('OH6 a lane with an intake outside all hours, or with none at all, is never taken in', () => {
  const office = pontianak({
    lanes: [
      { id: 'night', intake: ['20:00-22:00'] },
      { id: 'none', intake: [] },
    ],
  });
  expect(numbers(office, '10:00', { lane: 'night' })).toBe('intake-closed until never');
  expect(numbers(office, '21:00', { lane: 'night' })).toBe('office-closed until never');
  expect(numbers(office, '10:00', { lane: 'none' })).toBe('intake-closed until never');
});

test.each([
  ['2026-11-25 10:00', 'late', 'office-closed until 2026-11-26T01:00:00.000Z'],
  ['2026-11-26 10:00', 'late', 'given'],
  ['2026-11-26 16:00', 'late', 'office-closed until 2026-11-27T02:00:00.000Z'],
  ['2026-11-27 12:00', 'late', 'office-closed until 2026-12-03T01:00:00.000Z'],
  ['2026-11-27 10:00', 'weekend', 'office-closed until never'],
])('OH7 at %s a number of the service %s is: %s', (time, service, answer) => {
  expect(numbers(pontianak(), time, { service })).toBe(answer);
});

test('OH7 an opening does not change the days of a service', () => {
  const office = pontianak({
    openings: [
      { date: '2026-11-28', hours: ['09:00-12:00'] },
      { date: '2026-12-01', hours: ['09:00-12:00'] },
    ],
  });
  expect(numbers(office, '2026-11-28 10:00', { service: 'late' })).toBe(
    'office-closed until 2026-12-03T01:00:00.000Z',
  );
  expect(numbers(office, '2026-11-27 10:00', { service: 'weekend' })).toBe(
    'office-closed until 2026-11-28T02:00:00.000Z',
  );
  expect(numbers(office, '2026-11-28 10:00', { service: 'weekend' })).toBe('given');
  expect(numbers(office, '2026-12-01 10:00', { service: 'weekend' })).toBe('office-closed until never');
});

test('OH7 on a day without the service a lane reserves nothing, and a lane that refuses names its intake', () => {
  const office = pontianak();
  const opensAt = '2026-11-26T01:00:00.000Z';
  for (const time of ['2026-11-25 06:00', '2026-11-25 10:00', '2026-11-25 12:30', '2026-11-25 17:00'])
    expect(numbers(office, time, { service: 'late', lane: 'priority' })).toBe(
      `office-closed until ${opensAt}`,
    );
  const lateGroup = { service: 'late', lane: 'group' };
  expect(numbers(office, '2026-11-25 09:30', lateGroup)).toBe('office-closed until 2026-11-26T02:00:00.000Z');
  expect(numbers(office, '2026-11-25 12:30', lateGroup)).toBe('intake-closed until 2026-11-26T02:00:00.000Z');
});

test('OH6 hours, holiday, opening, intake and days together', () => {
  const office = pontianak({
    holidays: ['2026-12-03', '2026-12-04'],
    openings: [{ date: '2026-12-10', hours: ['10:30-16:00'] }],
  });
  // Thursday the 3rd and Friday the 4th are holidays, on the 10th the hours begin after the intake: Friday the 11th.
  expect(numbers(office, '2026-11-27 10:00', { service: 'late', lane: 'group' })).toBe(
    'intake-closed until 2026-12-11T02:00:00.000Z',
  );
});
