/** What had to be answered, by the program's own rules: places, hours, bookings, and what is too near to tell. */
import { expect, test } from 'vitest';
import { at, begin, booked, date, iso, judge, office, people, slot, step, walkIn } from './judged-day.ts';
import type { Question } from './tally/asked.ts';
import { withPlacements } from './tally/waiting.ts';

const ticket = (count = 1, lane: string | null = null): Question => ({
  ...{ what: 'ticket', service: 'passport', lane, people: count },
});
const given = (clock: string, lane = 'regular', minutes = 30) => ({
  lane,
  promiseAt: new Date(slot(clock) + minutes * 60_000).toISOString(),
});

test('a number is given while there are places, and refused with the next date when there are none', () => {
  const day = begin();
  walkIn(day, 'A-001', 18, '08:10');
  expect(judge(day, ticket(2), '08:20', null, given('08:20')).wrong).toEqual([]);
  expect(judge(day, ticket(3), '08:20', null, given('08:20')).wrong).toHaveLength(1);
  expect(judge(day, ticket(3), '08:20', 'quota-full', { nextDay: '2026-11-27' }).wrong).toEqual([]);
  expect(judge(day, ticket(3), '08:20', 'quota-full', { nextDay: '2026-11-29' }).wrong).toHaveLength(1);
  expect(judge(day, ticket(1), '08:20', 'quota-full', { nextDay: '2026-11-27' }).wrong).toHaveLength(1);
});

test('two who ask for the last place at once: either may have it', () => {
  const day = begin();
  walkIn(day, 'A-001', 19, '08:10');
  walkIn(day, 'A-002', 1, '08:20');
  const late = judge(day, ticket(1), '08:20', 'quota-full', { nextDay: '2026-11-27' });
  expect(late).toEqual({ wrong: [], undecided: 1 });
  expect(judge(day, ticket(1), '08:25', null, given('08:25')).wrong).toHaveLength(1);
});

test('outside the intake a number is reserved, and counts from then; a closed day gives none', () => {
  const day = begin();
  const reserved = { ...given('09:10', 'priority', 15), notBefore: iso('09:10') };
  expect(judge(day, ticket(1, 'priority'), '08:55', null, reserved).wrong).toEqual([]);
  expect(judge(day, ticket(1, 'priority'), '08:55', null, given('08:55', 'priority', 15)).wrong).toHaveLength(
    1,
  );
  const late = { opensAt: '2026-11-27T00:00:00.000Z' };
  expect(judge(day, ticket(), '10:30', 'office-closed', late).wrong).toEqual([]);
  expect(judge({ ...day, closed: at('09:00') }, ticket(), '09:30', 'office-closed', late).wrong).toEqual([]);
  expect(judge({ ...day, closed: at('09:00') }, ticket(), '09:30', null, given('09:30')).wrong).toHaveLength(
    1,
  );
});

test.each([
  ['08:00', 'booking-early', { opensAt: iso('08:20') }],
  ['08:30', null, { lane: 'regular', promiseAt: iso('09:05') }],
  ['08:45', null, { lane: 'regular', promiseAt: iso('09:15') }],
  ['08:56', null, { lane: 'regular', promiseAt: iso('09:26') }],
  // Expired, and there is still room: it takes a place anew.
  ['09:20', null, { lane: 'regular', promiseAt: iso('09:50') }],
])('with a booking for 08:40 somebody who comes at %s is answered %s', (clock, code, body) => {
  const day = begin();
  booked(day, 'b', [step('made', '07:00', '08:40')]);
  const question = { what: 'check in', code: 'b', people: 1 } as const;
  expect(judge(day, question, clock, code, body).wrong).toEqual([]);
  expect(judge(day, question, clock, code === null ? 'booking-late' : null, body).wrong).toHaveLength(1);
});

test('a code that was used, cancelled, or is for another day is refused as that', () => {
  const day = begin();
  booked(day, 'used', [step('made', '07:00', '08:40'), step('used', '08:30', '08:40')]);
  booked(day, 'cancelled', [step('made', '07:00', '08:40'), step('cancelled', '07:30', '08:40')]);
  booked(day, 'other', [step('made', '07:00', '08:40', '2026-11-27')]);
  const come = (code: string, answer: string, body = {}) =>
    judge(day, { what: 'check in', code, people: 1 }, '08:35', answer, body).wrong;
  expect(come('used', 'booking-used')).toEqual([]);
  expect(come('cancelled', 'booking-cancelled')).toEqual([]);
  expect(come('other', 'booking-other-day', { date: '2026-11-27' })).toEqual([]);
  expect(come('other', 'booking-used')).toHaveLength(1);
});

test('a check-in within a second of its deadline is not decided', () => {
  const day = begin();
  booked(day, 'b', [step('made', '07:00', '08:40')]);
  const question = { what: 'check in', code: 'b', people: 1 } as const;
  const early = { opensAt: iso('08:20') };
  expect(judge(day, question, '08:20', 'booking-early', early)).toEqual({ wrong: [], undecided: 1 });
});

test('a cancelled booking gives its place back only after it was held back; an expired one at once', () => {
  const day = begin();
  booked(day, 'b', [step('made', '07:00', '09:00'), step('cancelled', '08:10', '09:00')]);
  booked(day, 'c', [step('made', '07:00', '08:10')]);
  walkIn(day, 'A-001', 18, '08:05');
  const ask = (clock: string) => judge(day, ticket(), clock, null, given(clock)).wrong;
  expect(ask('08:14')).toHaveLength(1);
  expect(ask('08:16')).toEqual([]);
  const two = (clock: string) => judge(day, ticket(2), clock, null, given(clock)).wrong;
  expect(two('08:34')).toHaveLength(1);
  expect(two('08:36')).toEqual([]);
});

test('whoever waits the longest and fits gets the place that is given back', () => {
  const day = begin();
  booked(day, 'full', [step('made', '07:00', '09:00')], 18);
  booked(day, 'gone', [step('made', '07:00', '09:00'), step('cancelled', '08:00', '09:00')], 2);
  booked(day, 'large', [step('waits', '07:10', null)], 3);
  booked(day, 'first', [step('waits', '07:20', null)], 1);
  booked(day, 'second', [step('waits', '07:30', null)], 1);
  booked(day, 'third', [step('waits', '07:40', null)], 1);
  const { affairs } = withPlacements(office, date, day.tally, day.affairs, {
    slack: 1000,
    end: slot('08:20'),
  });
  const placed = [...affairs.bookings.values()].filter(({ steps }) => steps.at(-1)?.what === 'placed');
  expect(placed.map(({ code }) => code)).toEqual(['first', 'second']);
  const [one] = placed;
  expect(one?.steps.at(-1)?.span.from).toBe(slot('08:05') - 1000);
});

test('who books is refused for too many people, too far ahead, no such time, and one contact twice', () => {
  const day = begin();
  const base = {
    what: 'book',
    service: 'passport',
    date,
    slot: slot('09:00'),
    contact: null,
    waitUntil: null,
  } as const;
  const ask = (change: object, code: string | null, body: object = {}) =>
    judge(day, { ...base, people: people(1), ...change }, '07:00', code, body).wrong;
  const made = { date, state: 'live', people: 1, lane: 'regular', slot: iso('09:00') };
  expect(ask({}, null, made)).toEqual([]);
  expect(ask({ people: people(5) }, 'party-too-large', { most: 4 })).toEqual([]);
  expect(ask({ date: '2026-12-20' }, 'outside-horizon', { from: date, until: '2026-12-10' })).toEqual([]);
  expect(ask({ slot: slot('09:03') }, 'unknown-slot')).toEqual([]);
  expect(ask({ service: 'collection' }, 'not-bookable')).toEqual([]);
  const known = { code: 'b', service: 'passport', lane: 'regular', people: 1, source: 'booked' } as const;
  day.affairs.listed({ ...known, contact: '+62811', waitUntil: null }, step('made', '06:00', '09:00'));
  expect(ask({ contact: '+62811' }, 'one-booking-only', { most: 1 })).toEqual([]);
  expect(ask({ contact: '+62811' }, null, made)).toHaveLength(1);
});

test('who is old or very young is told that no booking is needed, and goes into the lane for them', () => {
  const question: Question = {
    ...{ what: 'book', service: 'passport', date, slot: slot('09:10'), contact: null, waitUntil: null },
    people: [{ name: 'Uji', birthDate: '1950-03-14' }],
  };
  const made = { date, state: 'live', people: 1, slot: iso('09:10') };
  expect(
    judge(begin(), question, '07:00', null, { ...made, lane: 'priority', needless: true }).wrong,
  ).toEqual([]);
  expect(judge(begin(), question, '07:00', null, { ...made, lane: 'regular' }).wrong).toHaveLength(1);
});

test('the supervisor releases no more than the office file allows', () => {
  const release = (places: number) => ({ what: 'release', quota: 'passport', date, places }) as const;
  expect(judge(begin(), release(3), '08:30', null).wrong).toEqual([]);
  expect(judge(begin(), release(4), '08:30', 'too-many-places', { most: 3 }).wrong).toEqual([]);
  expect(judge(begin(), release(4), '08:30', null).wrong).toHaveLength(1);
});
