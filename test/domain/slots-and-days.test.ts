/** Which dates a service is served on, their slots, days after a date, and closing. 26 November 2026 is a Thursday. */
import { expect, test } from 'vitest';
import { closingOf, dateAfterDays, isServed, slotsOn } from '../../server/domain/hours/opens.ts';
import { toIso, toIsoOrNull } from '../../server/domain/instant.ts';
import { laneOf, serviceOf } from './numbers-at.ts';
import { contoh } from './office.ts';

const office = contoh({
  hours: { 'mon-thu': ['08:00-12:00', '13:00-16:00'], fri: ['09:00-11:30'] },
  holidays: ['2026-11-27', '2026-12-25'],
  openings: [{ date: '2026-12-27', hours: ['08:00-12:00'] }],
  services: [
    { id: 'passport', prefix: 'A', steps: ['documents', 'interview'] },
    { id: 'late', prefix: 'L', steps: ['documents'], days: ['thu', 'fri'] },
    { id: 'weekend', prefix: 'W', steps: ['documents'], days: ['sat', 'sun'] },
  ],
  lanes: [{ id: 'regular' }, { id: 'priority', prefix: 'P', intake: ['08:00-10:00', '13:00-15:00'] }],
});

test('OH7 a service is served on dates with hours, on its days', () => {
  const served = (service: string, ...dates: string[]) =>
    dates.filter((date) => isServed(office, serviceOf(office, service), date));
  const dates = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-12-25', '2026-12-27'];
  expect(served('passport', ...dates)).toEqual(['2026-11-25', '2026-11-26', '2026-12-27']);
  expect(served('late', ...dates)).toEqual(['2026-11-26']);
  expect(served('weekend', ...dates)).toEqual(['2026-12-27']);
});

const slots = (date: string, minutes: number, lane = 'regular', service = 'passport') =>
  slotsOn(office, serviceOf(office, service), laneOf(office, lane), date, minutes * 60_000).map(toIso);

test('OH8 slots follow one another from the start of each range, as long as a whole one fits', () => {
  expect(slots('2026-11-26', 90)).toEqual([
    '2026-11-26T00:00:00.000Z',
    '2026-11-26T01:30:00.000Z',
    '2026-11-26T05:00:00.000Z',
    '2026-11-26T06:30:00.000Z',
  ]);
  expect(slots('2026-11-26', 241)).toEqual([]);
});

test('OH8 slots of a lane are within its intake', () => {
  expect(slots('2026-11-26', 60, 'priority')).toEqual([
    '2026-11-26T00:00:00.000Z',
    '2026-11-26T01:00:00.000Z',
    '2026-11-26T05:00:00.000Z',
    '2026-11-26T06:00:00.000Z',
  ]);
});

test('OH8 no slots on a holiday or on a day without the service; an opening has its own', () => {
  expect(slots('2026-11-27', 60)).toEqual([]);
  expect(slots('2026-11-25', 60, 'regular', 'late')).toEqual([]);
  expect(slots('2026-12-27', 120)).toEqual(['2026-12-27T00:00:00.000Z', '2026-12-27T02:00:00.000Z']);
});

test('OH8 a night on which the clocks are changed has as many slots as it has hours', () => {
  const newYork = contoh({ timeZone: 'America/New_York' });
  const count = (date: string) =>
    slotsOn(newYork, serviceOf(newYork), laneOf(newYork), date, 3_600_000).length;
  expect(['2026-03-07', '2026-03-08', '2026-11-01'].map(count)).toEqual([24, 23, 25]);
});

test.each([
  ['2026-11-26', 0, 'working', '2026-11-26'],
  ['2026-11-26', 1, 'working', '2026-11-30'],
  ['2026-11-26', 3, 'working', '2026-12-02'],
  ['2026-11-28', 0, 'working', '2026-11-30'],
  ['2026-11-28', 1, 'working', '2026-11-30'],
  ['2026-12-24', 2, 'working', '2026-12-28'],
  ['2026-11-26', 0, 'calendar', '2026-11-26'],
  ['2026-11-26', 1, 'calendar', '2026-11-30'],
  ['2026-11-26', 5, 'calendar', '2026-12-01'],
  ['2026-12-24', 3, 'calendar', '2026-12-27'],
] as const)('OH9 from %s %i %s days on is %s', (date, n, of, day) => {
  expect(dateAfterDays(office, serviceOf(office), date, n, of)).toBe(day);
});

test('OH9 days are those of the service', () => {
  expect(dateAfterDays(office, serviceOf(office, 'late'), '2026-11-26', 2, 'working')).toBe('2026-12-04');
  expect(dateAfterDays(office, serviceOf(office, 'late'), '2026-11-26', 5, 'calendar')).toBe('2026-12-03');
});

test('OH9 a year of working days is longer than one; without any there is no date', () => {
  const week = contoh({ hours: { 'mon-fri': ['08:00-16:00'] } });
  expect(dateAfterDays(week, serviceOf(week), '2026-11-26', 365, 'working')).toBe('2028-04-20');
  const never = contoh({ hours: {} });
  for (const of of ['working', 'calendar'] as const)
    expect(dateAfterDays(never, serviceOf(never), '2026-11-26', 3, of)).toBeNull();
  // The weekend is open on one Sunday alone.
  expect(dateAfterDays(office, serviceOf(office, 'weekend'), '2026-11-26', 1, 'working')).toBe('2026-12-27');
  expect(dateAfterDays(office, serviceOf(office, 'weekend'), '2026-11-26', 2, 'working')).toBeNull();
});

test('OH10 the office closes at the end of its last hours; a date without hours or until midnight has no closing', () => {
  const closing = (date: string) => toIsoOrNull(closingOf(office, date));
  expect(closing('2026-11-26')).toBe('2026-11-26T08:00:00.000Z');
  expect(closing('2026-12-04')).toBe('2026-12-04T03:30:00.000Z');
  expect(closing('2026-12-27')).toBe('2026-12-27T04:00:00.000Z');
  expect(closing('2026-11-27')).toBeNull();
  expect(closing('2026-11-28')).toBeNull();
  expect(closingOf(contoh(), '2026-11-26')).toBeNull();
  expect(closingOf(contoh({ hours: { thu: ['08:00-12:00', '20:00-24:00'] } }), '2026-11-26')).toBeNull();
  const newYork = contoh({ timeZone: 'America/New_York', hours: { sun: ['01:00-04:00'] } });
  expect(toIsoOrNull(closingOf(newYork, '2026-03-08'))).toBe('2026-03-08T08:00:00.000Z');
});
