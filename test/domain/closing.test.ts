/** Closing the day: no more numbers, and who is left is served or sent home with a first place. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const close = (...tomorrow: string[]): Command => ({ type: 'CloseDay', tomorrow });
const take: Command = { type: 'TakeTicket', service: 'passport' };

const stateOf = (day: Morning, ...numbers: string[]) => numbers.map((number) => day.visit(number).state);

/** 26 November 2026 is a Thursday. */
const office = contoh({
  hours: { 'mon-thu': ['08:00-12:00', '13:00-16:00'], fri: ['09:00-11:30'] },
  holidays: ['2026-11-27'],
});

test('CD1 after the day was closed no ticket is given, and the refusal says when again, by the hours of a later date', () => {
  const day = morning(office);
  day.does(close(), '10:00');
  // Friday is a holiday, then the weekend: Monday at 08:00 in Makassar.
  const refused = { refused: 'office-closed', opensAt: '2026-11-30T00:00:00.000Z' };
  expect(day.does(take, '10:01')).toMatchObject(refused);
  expect(day.does({ ...take, lane: 'priority' }, '23:59')).toMatchObject(refused);
});

test('CD1 an office that never opens again says no time', () => {
  const day = morning(contoh({ hours: {} }));
  day.does(close(), '10:00');
  expect(day.does(take, '10:01')).toEqual({ refused: 'office-closed', code: 'office-closed' });
});

test('CD1 a service that is not there is unknown on a closed day too', () => {
  const day = morning(office);
  day.does(close(), '10:00');
  expect(day.does({ ...take, service: 'visa' }, '10:01').refused).toBe('unknown-service');
});

test('CD1 who has a ticket is served on a closed day, and may come back and change the lane', () => {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S', refractory: 'PT0S' } }));
  day.opens(1);
  day.takes('08:00');
  day.takes('08:01');
  day.does(close(), '15:00');
  expect(day.next(1, '15:01').ticket).toBe('A-001');
  day.press('MarkNoShow', 1, '15:02');
  expect(day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '15:03').state).toBe('waiting');
  const lane = { type: 'ChangeLane', ticket: 'A-002', lane: 'priority', reason: 'ill' } as const;
  expect(day.does(lane, '15:04').refused).toBeUndefined();
  expect(day.next(1, '15:05').ticket).toBe('A-002');
});

test('CD1 the next date is open by itself', () => {
  const day = morning(contoh());
  day.does(close(), '15:00');
  expect(day.does(take, '2026-11-27 08:00').number).toBe('A-001');
});

test('CD2 closing again is no mistake, and says nothing twice', () => {
  const day = morning(contoh());
  expect(day.does(close(), '15:00')).toEqual({ tickets: [] });
  expect(day.last().map(({ type }) => type)).toEqual(['DayClosed']);
  expect(day.does(close(), '15:01')).toEqual({ tickets: [] });
  expect(day.last()).toEqual([]);
});

test('CD2 the day can be opened again; opening an open day changes nothing', () => {
  const day = morning(contoh());
  day.does(close(), '15:00');
  expect(day.does({ type: 'ReopenDay' }, '15:10')).toEqual({});
  expect(day.does(take, '15:11').number).toBe('A-001');
  day.does({ type: 'ReopenDay' }, '15:12');
  expect(day.last()).toEqual([]);
});

test('FP1 who waits, is held or was missed is sent home with a first place; the others stay', () => {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S', refractory: 'PT0S' } }));
  day.opens(1);
  for (const time of ['08:00', '08:01', '08:02', '08:03']) day.takes(time);
  day.next(1, '08:10');
  day.press('HoldVisit', 1, '08:11');
  day.next(1, '08:12');
  day.press('MarkNoShow', 1, '08:13');
  expect(day.does(close('a3', 'A-001', 'A002'), '09:30')).toEqual({ tickets: ['A-001', 'A-002', 'A-003'] });
  expect(stateOf(day, 'A-001', 'A-002', 'A-003', 'A-004')).toEqual([
    'unfinished',
    'unfinished',
    'unfinished',
    'waiting',
  ]);
  expect(day.visit('A-001')).toMatchObject({ endedAt: clock('09:30'), needs: [] });
  expect([...day.state.calendar.places.values()].map(({ number, steps }) => [number, ...steps])).toEqual([
    ['A-001', 'documents', 'interview'],
    ['A-002', 'documents', 'interview'],
    ['A-003', 'documents', 'interview'],
  ]);
  expect(day.next(1, '09:31').ticket).toBe('A-004');
});

test('FP1 a place is worth the steps that are left, for as many people', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00', 'passport', { people: 3 });
  day.next(1, '08:10');
  day.press('FinishStep', 1, '08:20');
  day.does(close('A-001'), '09:30');
  const place = day.state.calendar.places.get(day.visit('A-001').code);
  expect(place).toMatchObject({ steps: ['interview'], people: 3, date: '2026-11-26', lane: 'regular' });
});

test('FP1 somebody named twice, by number and by code, is sent home once', () => {
  const day = morning(contoh());
  day.takes('08:00');
  const { code } = day.visit('A-001');
  expect(day.does(close('A-001', code, 'a1'), '09:30')).toEqual({ tickets: ['A-001'] });
  expect(day.last().map(({ type }) => type)).toEqual(['VisitDeferred', 'PlacePromised', 'DayClosed']);
});

test('FP1 with one who is called, sent away or over on the list, the list is refused and nothing happens', () => {
  const day = morning(contoh({ calling: { refractory: 'PT0S' } }));
  day.opens(1);
  for (const time of ['08:00', '08:01', '08:02', '08:03']) day.takes(time);
  day.next(1, '08:10');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:11');
  day.next(1, '08:12');
  day.does({ type: 'CancelTicket', ticket: 'A-003' }, '08:13');
  const refused = day.does(close('A-001', 'A-002', 'A-003', 'A-004'), '09:30');
  expect(refused).toMatchObject({ refused: 'not-possible', tickets: ['A-001', 'A-002', 'A-003'] });
  expect(day.last()).toEqual([]);
  expect(stateOf(day, 'A-004')).toEqual(['waiting']);
  expect(day.does(take, '09:31').number).toBe('A-005');
});

test('FP1 tickets that nobody has are told, as they were written', () => {
  const day = morning(contoh());
  day.takes('08:00');
  const refused = day.does(close('A-001', 'A-009', 'nonsense'), '09:30');
  expect(refused).toMatchObject({ refused: 'unknown-ticket', tickets: ['A-009', 'nonsense'] });
  expect(day.last()).toEqual([]);
});

test('FP1 who was sent home breaks no promise afterwards, and is not counted as left at midnight', () => {
  const day = morning(contoh());
  day.takes('15:00');
  day.does(close('A-001'), '15:30');
  expect(day.passes('2026-11-27 00:00')).toMatchObject([
    { type: 'DayEnded', unfinished: [] },
    { type: 'DayBegan' },
  ]);
});

test('FP1 more may be sent home after the day was closed', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.does(close(), '15:00');
  expect(day.does(close('A-001'), '15:30')).toEqual({ tickets: ['A-001'] });
  expect(day.last().map(({ type }) => type)).toEqual(['VisitDeferred', 'PlacePromised']);
});

test('FP1 FP4 five thousand are sent home at once, without looking at all places that were promised for each of them', () => {
  const day = morning(contoh());
  const numbers = Array.from({ length: 5000 }, () => day.takes('08:00'));
  expect(day.does(close(...numbers), '15:00')).toMatchObject({ tickets: { length: 5000 } });
  expect(day.state.calendar.places.size).toBe(5000);
});
