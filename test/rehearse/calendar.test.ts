/** The journal's calendar, read by rules of our own; what must never stand in it is found. */
import { expect, test } from 'vitest';
import type { CalendarEvent, DayEvent } from '../../server/domain/events.ts';
import { sampleOffice } from './sample-office.ts';
import { readCalendar } from './tally/calendar.ts';
import { brokenRules } from './tally/calendar-rules.ts';

const office = sampleOffice();
const date = '2026-11-26';
const at = (clock: string) => Date.parse(`${date}T${clock}:00+08:00`);

/** Events with plain numbers as instants. */
type Plain<E> = E extends { type: infer T }
  ? { readonly type: T; readonly at: number } & Record<string, unknown>
  : never;
const found = (calendar: readonly Plain<CalendarEvent>[], day: readonly Plain<DayEvent>[] = []): string[] =>
  brokenRules(
    office,
    date,
    readCalendar(calendar as unknown as CalendarEvent[]),
    day as unknown as DayEvent[],
  ).map(({ where, seen, journal }) => `${where}: ${seen} / ${journal}`);

const made = (code: string, people = 1) => ({
  ...({ type: 'BookingMade', at: at('07:00'), code, shortCode: code, service: 'passport' } as const),
  ...{ lane: 'regular', date, slot: at('09:00'), people, source: 'kiosk', personalOf: code },
});
const used = (code: string, clock = '08:50') =>
  ({ type: 'BookingUsed', at: at(clock), code, ticket: `ticket of ${code}` }) as const;
const taken = (code: string, people: number, clock = '08:10') =>
  ({ type: 'TicketTaken', at: at(clock), code, service: 'passport', lane: 'regular', people }) as const;

test('a day as it should be has nothing wrong in it', () => {
  const calendar = [
    ...[made('used', 2), made('gone'), made('late'), used('used')],
    { type: 'BookingCancelled', at: at('08:00'), code: 'gone' } as const,
    { type: 'PlacesFreed', at: at('08:05'), held: `gone ${date} 1` } as const,
    { type: 'BookingExpired', at: at('09:25'), code: 'late' } as const,
  ];
  expect(found(calendar, [taken('a', 16), taken('b', 1, '08:06'), taken('c', 1, '09:25')])).toEqual([]);
});

test('a place that was given twice is found', () => {
  expect(found([made('one', 4)], [taken('a', 16)])).toEqual([]);
  expect(found([made('one', 4)], [taken('a', 17)])).toEqual([
    'journal, quota passport: 20 places / 21 taken at once',
  ]);
});

test('places that were released count, and a ticket of a booking takes no second one', () => {
  const released = { type: 'PlacesReleased', at: at('08:00'), quota: 'passport', date, places: 1 } as const;
  expect(found([made('one', 4), released], [taken('a', 17)])).toEqual([]);
  expect(
    found([made('one', 4), used('one')], [{ ...taken('a', 4), booking: 'one' }, taken('b', 16)]),
  ).toEqual([]);
});

test('a booking that was used twice is found', () => {
  expect(found([made('one'), used('one'), used('one', '08:55')])).toEqual([
    'journal, booking one: used once / used 2 times',
  ]);
});

test('a place that was free before it was held back, or before the booking expired, is found', () => {
  const cancelled = { type: 'BookingCancelled', at: at('08:00'), code: 'one' } as const;
  const freed = (clock: string) => ({ type: 'PlacesFreed', at: at(clock), held: `one ${date} 1` }) as const;
  expect(found([made('one'), cancelled, freed('08:05')])).toEqual([]);
  expect(found([made('one'), cancelled, freed('08:04')])).toHaveLength(1);
  expect(found([made('one'), freed('08:04')])).toHaveLength(1);
  expect(found([made('one'), cancelled, freed('08:05'), freed('08:05')])).toHaveLength(1);
  expect(found([made('one'), { type: 'BookingExpired', at: at('09:24'), code: 'one' }])).toHaveLength(1);
});

test('places of a ticket that was given up are held back too', () => {
  const cancelled = { type: 'VisitCancelled', at: at('08:20'), code: 'a' } as const;
  const freed = (clock: string) => ({ type: 'PlaceFreed', at: at(clock), code: 'a' }) as const;
  expect(found([], [taken('a', 20), cancelled, freed('08:25'), taken('b', 20, '08:26')])).toEqual([]);
  expect(found([], [taken('a', 20), cancelled, freed('08:22')])).toHaveLength(1);
});

test('a claim that is missing, or was closed and never opened, is found', () => {
  const called = { type: 'TicketCalled', at: at('08:20'), code: 'a', step: 'handover' } as const;
  const broken = { type: 'HandoverBroken', at: at('08:24'), code: 'a' } as const;
  const opened = { type: 'ClaimOpened', at: at('08:24'), id: 'a-1', code: 'a', number: 'C-001' } as const;
  const closed = {
    type: 'ClaimClosed',
    at: at('08:30'),
    id: 'a-1',
    as: 'refunded',
    reference: 'K-1',
  } as const;
  expect(found([opened, closed], [called, broken])).toEqual([]);
  expect(found([], [called, broken])).toEqual(['journal, claims of visit a: 1 / 0']);
  expect(found([opened], [called])).toEqual([]);
  expect(found([opened, closed, closed], [called, broken])).toHaveLength(1);
});

test('what becomes of a booking that was never made is found', () => {
  expect(found([used('nobody')])).toEqual([
    'journal, calendar: never / used of a booking that was never made: nobody',
  ]);
});
