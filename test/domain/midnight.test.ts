/** The end of a day and the beginning of the next, in any zone. */
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import { nextMoment } from '../../server/domain/next-moment.ts';
import { replayDay } from '../../server/hub/replay.ts';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

/** What happened by itself until then, without what it was about. */
const passes = (day: Morning, time: string) =>
  day.passes(time).map((event) => [event.type, new Date(event.at).toISOString()]);

const zones: [zone: string, midnight: string, next: string][] = [
  ['Asia/Jakarta', '2026-11-26T17:00:00.000Z', '2026-11-27T17:00:00.000Z'],
  ['Asia/Makassar', '2026-11-26T16:00:00.000Z', '2026-11-27T16:00:00.000Z'],
  ['Asia/Jayapura', '2026-11-26T15:00:00.000Z', '2026-11-27T15:00:00.000Z'],
];

test.each(zones)('TP6 the day ends at local midnight in %s', (timeZone, midnight, next) => {
  const day = morning(contoh({ timeZone }));
  expect(nextMoment(day.state)).toBe(Date.parse(midnight));
  expect(day.passes('23:59:59.999')).toEqual([]);
  expect(day.state.day.date).toBe('2026-11-26');
  expect(passes(day, '2026-11-27 00:00')).toEqual([
    ['DayEnded', midnight],
    ['DayBegan', midnight],
  ]);
  expect(day.state.day).toMatchObject({ date: '2026-11-27', endsAt: Date.parse(next) });
});

const shifts: [what: string, timeZone: string, morningOf: string, midnight: string, next: string][] = [
  [
    'a day that begins at 01:00',
    'America/Santiago',
    '2026-09-05 10:00',
    '2026-09-06T04:00',
    '2026-09-07T03:00',
  ],
  [
    'an hour that comes twice',
    'America/Santiago',
    '2026-04-04 10:00',
    '2026-04-05T04:00',
    '2026-04-06T04:00',
  ],
  ['a day of 25 hours', 'Europe/Warsaw', '2026-10-24 10:00', '2026-10-24T22:00', '2026-10-25T23:00'],
  ['a day of 23 hours', 'Europe/Warsaw', '2026-03-28 10:00', '2026-03-28T23:00', '2026-03-29T22:00'],
];

test.each(shifts)('TP6 where clocks are changed: %s in %s', (_, timeZone, start, midnight, next) => {
  const day = morning(contoh({ timeZone }), start);
  expect(nextMoment(day.state)).toBe(Date.parse(`${midnight}Z`));
  expect(day.passes(new Date(Date.parse(`${midnight}Z`) - 1).toISOString())).toEqual([]);
  expect(passes(day, `${midnight}:00Z`)).toEqual([
    ['DayEnded', `${midnight}:00.000Z`],
    ['DayBegan', `${midnight}:00.000Z`],
  ]);
  expect(nextMoment(day.state)).toBe(Date.parse(`${next}Z`));
});

/** One visit in each state, at 23:00. */
function everyState(): Morning {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S' } }));
  day.opens(1, 2, 3, 4, 5);
  day.does({ type: 'TakeTicket', service: 'passport', needs: ['deaf'] }, '22:00');
  for (let taken = 0; taken < 7; taken += 1) day.takes('22:00');
  day.next(1, '22:01');
  day.press('HoldVisit', 1, '22:02');
  day.next(1, '22:03');
  day.press('MarkNoShow', 1, '22:04');
  day.next(1, '22:05');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '22:06');
  day.next(1, '22:07');
  day.next(2, '22:08');
  day.press('StartVisit', 2, '22:09');
  day.next(4, '22:10');
  day.next(4, '22:11');
  day.next(4, '22:12');
  day.does({ type: 'CancelTicket', ticket: 'A-008' }, '22:13');
  return day;
}

/** The day that ended, made again from its events. */
function yesterday({ events }: Morning) {
  const end = events.findLastIndex(({ type }) => type === 'DayEnded');
  return replayDay(events.slice(0, end + 1) as DomainEvent[]);
}

test('TP6 who is waiting, called, served or held ends as unfinished, others stay what they are', () => {
  const day = everyState();
  const statesOf = (visits: Iterable<{ state: string }>) => [...visits].map(({ state }) => state);
  const before = ['held', 'no-show', 'incomplete', 'called', 'serving', 'done', 'called', 'cancelled'];
  expect(statesOf(day.state.day.visits.values())).toEqual(before);
  day.takes('22:30');
  day.passes('2026-11-27 00:00');
  expect(statesOf(yesterday(day).visits.values())).toEqual([
    'unfinished',
    'no-show',
    'incomplete',
    'unfinished',
    'unfinished',
    'done',
    'unfinished',
    'cancelled',
    'unfinished',
  ]);
});

test('TP6 counters close, hand-overs and needs are gone, and numbers begin with 1', () => {
  const day = everyState();
  day.takes('23:57', 'collection');
  day.next(5, '23:58:30');
  day.press('StartVisit', 5, '23:59');
  expect(day.visit('A-001').needs).toEqual(['deaf']);
  // Who was sent away may come back on a later date: IF4.
  expect(day.passes('2026-11-27 00:05').map(({ type }) => type)).toEqual([
    'DayEnded',
    'ComebacksNoted',
    'DayBegan',
  ]);
  const ended = yesterday(day);
  expect([...ended.visits.values()].flatMap(({ needs }) => needs)).toEqual([]);
  expect([...ended.handovers, ...ended.waiting, ...ended.running]).toEqual([]);
  expect([1, 2, 3, 4, 5].map((number) => day.counter(number).state)).toEqual(Array(5).fill('closed'));
  expect(day.state.day.visits.size).toBe(0);
  expect(day.takes('2026-11-27 08:00')).toBe('A-001');
});

test('TP6 days without the hub are skipped: each date ends once, and none is opened again', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('15:00');
  expect(passes(day, '2026-11-30 08:00')).toEqual([
    ['PromiseBroken', '2026-11-26T09:00:00.000Z'],
    ['DayEnded', '2026-11-26T16:00:00.000Z'],
    ['DayBegan', '2026-11-29T16:00:00.000Z'],
  ]);
  expect(day.state.day).toMatchObject({ date: '2026-11-30', endsAt: Date.parse('2026-11-30T16:00:00Z') });
  expect(day.passes('2026-11-30 08:01')).toEqual([]);
  expect(day.next(1, '2026-11-30 08:02')).toMatchObject({ refused: 'counter-closed' });
});

test('TP2 and TP6: a midnight that is noticed in the morning is dated with midnight', () => {
  const day = morning(contoh());
  expect(passes(day, '2026-11-27 08:00')).toEqual([
    ['DayEnded', '2026-11-26T16:00:00.000Z'],
    ['DayBegan', '2026-11-26T16:00:00.000Z'],
  ]);
});

test('TP6 a promise or a pause beyond midnight comes to nothing', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('23:00');
  day.takes('22:00');
  day.does({ type: 'PauseCounter', counter: 1, until: clock('2026-11-27 01:00') }, '23:30');
  expect(day.passes('2026-11-27 09:00').map(({ type }) => type)).toEqual(['DayEnded', 'DayBegan']);
  expect(day.counter(1).state).toBe('closed');
});

const changesZone = (day: Morning, timeZone: string, time: string) =>
  day.does({ type: 'ConfigureOffice', office: contoh({ timeZone }), source: timeZone }, time);

test('TP7 a zone changed in the day counts from the next one: to the west', () => {
  const day = morning(contoh());
  changesZone(day, 'Asia/Jakarta', '12:00');
  expect(nextMoment(day.state)).toBe(Date.parse('2026-11-26T16:00:00Z'));
  expect(passes(day, '2026-11-26T16:00:00Z')).toEqual([
    ['DayEnded', '2026-11-26T16:00:00.000Z'],
    ['DayBegan', '2026-11-26T16:00:00.000Z'],
  ]);
  expect(day.state.day).toMatchObject({ date: '2026-11-27', endsAt: Date.parse('2026-11-27T17:00:00Z') });
});

test('TP7 to the east: the next date has begun already', () => {
  const day = morning(contoh());
  changesZone(day, 'Asia/Jayapura', '12:00');
  expect(nextMoment(day.state)).toBe(Date.parse('2026-11-26T16:00:00Z'));
  expect(passes(day, '2026-11-26T16:00:00Z').at(-1)).toEqual(['DayBegan', '2026-11-26T16:00:00.000Z']);
  expect(day.state.day).toMatchObject({ date: '2026-11-27', endsAt: Date.parse('2026-11-27T15:00:00Z') });
});

test('TP7 across the date line no date is opened again', () => {
  const day = morning(contoh({ timeZone: 'Pacific/Kiritimati' }));
  changesZone(day, 'Pacific/Pago_Pago', '12:00');
  day.passes('2026-11-26T10:00:00Z');
  expect(day.state.day).toMatchObject({ date: '2026-11-27', endsAt: Date.parse('2026-11-28T11:00:00Z') });
});

test('TP2 and TP7: the next date begins at the midnight that was crossed, though noticed later', () => {
  const day = morning(contoh());
  changesZone(day, 'Asia/Jakarta', '12:00');
  expect(passes(day, '2026-11-26T16:30:00Z')).toEqual([
    ['DayEnded', '2026-11-26T16:00:00.000Z'],
    ['DayBegan', '2026-11-26T16:00:00.000Z'],
  ]);
});
