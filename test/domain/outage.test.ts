/** Outages: they are recorded, by the hub itself or by the supervisor, and promises broken in them are marked. */
import { expect, test } from 'vitest';
import { outageSince, outageWithin } from '../../server/domain/afterwards/outages.ts';
import type { Command } from '../../server/domain/commands.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const quick = contoh({ calling: { refractory: 'PT0S', noShowAfter: 1, noShowWait: 'PT0S' } });

const outage = (from: string, to: string): Command => ({
  type: 'RecordOutage',
  from: clock(from),
  to: clock(to),
  noticed: false,
});
const minutes = (day: Morning, number: string) => outageWithin(day.state.day, day.visit(number)) / 60_000;

/** What a hub that comes back has to record. */
const since = (day: Morning, lastAlive: string | null, now: string) =>
  outageSince(day.state, lastAlive === null ? null : clock(lastAlive), clock(now));

test('OU1 a minute without the hub is an outage while somebody waits, less is none', () => {
  const day = morning(contoh());
  day.takes('08:00');
  const found = { from: clock('08:10'), to: clock('08:11') };
  expect(since(day, '08:10', '08:11')).toEqual(found);
  expect(since(day, '08:10', '08:10:59.999')).toBeNull();
});

test('OU1 it counts from the last event, where the last sign of life is older', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.takes('08:09:30');
  expect(since(day, '08:09:25', '08:20')).toEqual({ from: clock('08:09:30'), to: clock('08:20') });
  expect(since(day, '08:09:25', '08:10:29')).toBeNull();
});

test('OU1 with an open counter, and with somebody at a counter, it is one; with nobody it is none', () => {
  const open = morning(quick);
  open.opens(1);
  expect(since(open, '08:00', '08:10')).not.toBeNull();
  const serving = morning(quick);
  serving.opens(1);
  serving.takes('08:00');
  serving.next(1, '08:01');
  serving.does({ type: 'PauseCounter', counter: 1 }, '08:02');
  expect(since(serving, '08:05', '08:10')).not.toBeNull();
  const nobody = morning(quick);
  nobody.opens(1);
  nobody.takes('08:00');
  nobody.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:01');
  nobody.does({ type: 'CloseCounter', counter: 1 }, '08:02');
  expect(since(nobody, '08:05', '10:00')).toBeNull();
});

test('OU1 nothing is recorded of a day that is over, nor without a sign of life', () => {
  const day = morning(contoh());
  day.takes('08:00');
  expect(since(day, '15:00', '2026-11-27 07:00')).toBeNull();
  expect(since(day, '23:00', '23:59:59.999')).not.toBeNull();
  expect(since(day, '23:00', '2026-11-27 00:00')).toBeNull();
  expect(since(day, null, '10:00')).toBeNull();
});

test('OU1 what the hub notices is recorded as noticed', () => {
  const day = morning(contoh());
  const span = { from: clock('08:00'), to: clock('08:20') };
  expect(day.does({ type: 'RecordOutage', ...span, noticed: true }, '08:20')).toEqual({});
  expect(day.state.day.outages).toEqual([{ ...span, noticed: true }]);
});

test('OU2 an outage is within the day, in the past, and not backwards', () => {
  const day = morning(contoh());
  expect(day.does(outage('2026-11-25 23:59', '08:00'), '09:00').refused).toBe('not-possible');
  expect(day.does(outage('08:00', '09:00:00.001'), '09:00').refused).toBe('not-possible');
  expect(day.does(outage('08:10', '08:00'), '09:00').refused).toBe('not-possible');
  expect(day.does(outage('08:00', '08:00'), '09:00').refused).toBe('not-possible');
  expect(day.state.day.outages).toEqual([]);
  // The journal of this office begins at 07:00, its day at midnight.
  expect(day.does(outage('00:00', '09:00'), '09:00')).toEqual({});
});

test('OU2 in the zone of the office: its midnight, not that of UTC', () => {
  const day = morning(contoh({ timeZone: 'Asia/Jayapura' }), '07:00');
  const span = (from: string): Command =>
    ({ ...outage('00:00', '00:00'), from: Date.parse(from), to: Date.parse('2026-11-25T23:00Z') }) as Command;
  expect(day.does(span('2026-11-25T14:59Z'), '09:00').refused).toBe('not-possible');
  expect(day.does(span('2026-11-25T15:00Z'), '09:00')).toEqual({});
});

test('OU2 outages that overlap count once, in whatever order they were recorded', () => {
  const day = morning(contoh());
  day.takes('08:00');
  for (const [from, to] of [
    ['09:00', '09:30'],
    ['08:30', '09:10'],
    ['09:05', '09:20'],
    ['09:40', '09:45'],
  ] as const)
    day.does(outage(from, to), '09:50');
  expect(minutes(day, 'A-001')).toBe(65);
});

test('OU2 the same outage told twice is one', () => {
  const day = morning(contoh());
  for (const time of ['09:50', '09:51']) expect(day.does(outage('09:00', '09:30'), time)).toEqual({});
  expect(day.state.day.outages).toHaveLength(1);
});

test('OU3 a promise that is broken with an outage in its time stays broken, and the minutes are known', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.does(outage('09:00', '10:30'), '10:30');
  const { code } = day.visit('A-001');
  expect(day.state.day.brokenPromises.has(code)).toBe(true);
  // Only until 10:00, when it was promised.
  expect(minutes(day, 'A-001')).toBe(60);
});

test('OU3 what was before the arrival, after the promise or after the end does not count', () => {
  const day = morning(quick);
  day.opens(5);
  day.takes('08:00');
  day.takes('08:00', 'collection');
  day.next(5, '08:10');
  day.press('FinishStep', 5, '08:20');
  for (const [from, to] of [
    ['07:30', '08:05'],
    ['08:15', '08:30'],
    ['10:10', '10:20'],
  ] as const)
    day.does(outage(from, to), '10:30');
  expect(minutes(day, 'A-001')).toBe(20);
  expect(minutes(day, 'C-001')).toBe(10);
});
