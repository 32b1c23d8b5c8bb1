/** What is typed of visits outside: times, results, and what clashes on a date. */
import { expect, test } from 'vitest';
import { conflictsOf, conflictsOfTrip } from '../../kiosk/supervisor/offsite/conflicts.ts';
import { bodyOf, isGood, linesOf, timeIn, withTime } from '../../kiosk/supervisor/offsite/entering.ts';
import { daysInWords, isOn } from '../../kiosk/supervisor/offsite/texts.ts';
import type { TripAnswer } from '../../server/contract/http-offsite.ts';
import { list, services, trips } from './scenes-offsite.ts';

test('times are typed as it is quickest', () => {
  const typed = ['0915', '915', '9.15', '9:15', ' 09:15 ', '9', '2400', '12:60', 'nine', ''];
  expect(typed.map(timeIn)).toEqual([
    ...['09:15', '09:15', '09:15', '09:15', '09:15', '09:00'],
    ...[null, null, null, null],
  ]);
});

test('who has a time was served, and an end is the next beginning that is empty', () => {
  const empty = linesOf(2, services[0]?.steps ?? [], [], 'Asia/Makassar');
  expect(empty.map(({ end }) => end)).toEqual(['', '']);
  const begun = withTime(empty, 0, 0, 'from', '0900');
  const first = withTime(withTime(begun, 0, 0, 'to', '910'), 0, 1, 'to', '0925');
  expect(first.map(({ end, steps }) => [end, ...steps.map(({ from, to }) => `${from}-${to}`)])).toEqual([
    ['done', '09:00-09:10', '09:10-09:25'],
    ['', '09:25-', '-'],
  ]);
  expect(bodyOf(first[0] as (typeof first)[number], '2026-11-28', 'Asia/Makassar')).toEqual({
    person: 0,
    end: 'done',
    steps: [
      { step: 'documents', startedAt: '2026-11-28T01:00:00.000Z', endedAt: '2026-11-28T01:10:00.000Z' },
      { step: 'interview', startedAt: '2026-11-28T01:10:00.000Z', endedAt: '2026-11-28T01:25:00.000Z' },
    ],
  });
  const backwards = withTime(first, 0, 1, 'to', '0905');
  expect([first, backwards].map(([line]) => line && isGood(line))).toEqual([true, false]);
});

test('an outcome that is the only one is chosen; what was entered is shown as it was', () => {
  const [line] = linesOf(0, services[2]?.steps ?? [], [], 'Asia/Makassar');
  expect(line?.steps).toEqual([{ step: 'inspection', from: '', to: '', outcome: 'in-order' }]);
  const [entered] = linesOf(3, services[1]?.steps ?? [], list.list[0]?.results ?? [], 'Asia/Makassar');
  expect(entered?.steps[1]).toEqual({
    step: 'interview',
    from: '08:40',
    to: '08:55',
    outcome: 'passport-48',
  });
});

test('an officer or a vehicle on two trips of a date is a conflict, however the vehicle is written', () => {
  const [, second, third] = trips as readonly TripAnswer[];
  expect(conflictsOfTrip(second as TripAnswer, trips)).toEqual([
    { kind: 'officer', what: 'Sari', place: 'Mess pekerja' },
    { kind: 'vehicle', what: 'KB 1234 SK', place: 'Mess pekerja' },
  ]);
  expect(conflictsOf({ id: null, date: '2026-11-29', team: ['o1'], vehicle: 'KB 1234 SK' }, trips)).toEqual(
    [],
  );
  expect(
    conflictsOf({ id: null, date: '2026-11-28', team: ['o2'], vehicle: ' ' }, [third as TripAnswer]),
  ).toEqual([]);
});

test('days of the week are words, and dates are on them', () => {
  expect(daysInWords(['sat', 'sun'], 'id')).toBe('Sabtu, Minggu');
  expect([isOn(['sat'], '2026-11-28'), isOn(['sat'], '2026-11-27'), isOn(null, '2026-11-27')]).toEqual([
    ...[true, false, true],
  ]);
});
