/** What was counted of a date is kept until a row of that date changes. */
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import { replayDay } from '../../server/hub/replay.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import { booked, bookingDay } from '../domain/booking-day.ts';
import { eventfulDays } from './eventful-days.ts';
import { recording } from './record.ts';

const bytes = Buffer.from('1 counts');
const dates = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30'];

/** Counts of these dates are kept when all but the events from the first of this type on have happened. */
async function keptBefore(events: readonly DomainEvent[], type: DomainEvent['type']) {
  const { journal, records } = recording();
  const from = events.findIndex((event) => event.type === type);
  expect(from).toBeGreaterThan(0);
  await records(events.slice(0, from));
  for (const date of dates) journal.keepCounted(date, bytes);
  const left = () => dates.filter((date) => journal.counted(date) !== null);
  return { journal, left, goesOn: () => records(events.slice(from, from + 1)) };
}

test('the same bytes are given again, and of another date nothing', async () => {
  const { journal } = recording();
  expect(journal.counted('2026-11-26')).toBe(null);
  journal.keepCounted('2026-11-26', Buffer.from('0'));
  journal.keepCounted('2026-11-26', bytes);
  expect(journal.counted('2026-11-26')).toEqual(bytes);
  expect(journal.counted('2026-11-27')).toBe(null);
});

test('what is entered of a visit outside throws away what was counted of its date, and of the date of its request', async () => {
  const { left, goesOn } = await keptBefore(eventfulDays(), 'OffsiteRecorded');
  expect(left()).toEqual(dates);
  await goesOn();
  expect(left()).toEqual(['2026-11-27', '2026-11-30']);
});

test('a claim that is closed throws away what was counted of the date on which it was opened', async () => {
  const { left, goesOn } = await keptBefore(eventfulDays(), 'ClaimClosed');
  await goesOn();
  expect(left()).toEqual(['2026-11-27', '2026-11-28', '2026-11-30']);
});

test('a booking that is moved throws away what was counted of both dates', async () => {
  const { left, goesOn } = await keptBefore(eventfulDays(), 'BookingMoved');
  await goesOn();
  expect(left()).toEqual(['2026-11-26', '2026-11-28']);
});

test('what changes a date throws away what was kept of its month, and of no other', async () => {
  const { journal, goesOn } = await keptBefore(eventfulDays(), 'OffsiteRecorded');
  const months = ['2025-11', '2026-10', '2026-11', '2026-12'];
  for (const month of months) journal.keepCounted(month, bytes);
  await goesOn();
  expect(months.filter((month) => journal.counted(month) === null)).toEqual(['2026-11']);
});

test('what changes no row throws nothing away', async () => {
  const { left, goesOn } = await keptBefore(eventfulDays(), 'OfficerAdded');
  await goesOn();
  expect(left()).toEqual(dates);
  const day = bookingDay(booked());
  day.booked('08:00', { date: '2026-11-27', slot: '09:00' });
  day.passes('2026-12-28 00:00');
  const emptied = await keptBefore(day.events, 'BookingsEmptied');
  await emptied.goesOn();
  expect(emptied.left()).toEqual(dates);
});

test('tables that are made again have no counts', async () => {
  const { journal, left } = await keptBefore(eventfulDays(), 'OffsiteRecorded');
  await rebuildTables(journal, replayDay);
  expect(left()).toEqual([]);
});

test('a commit that fails throws nothing away', async () => {
  const { journal, left } = await keptBefore(eventfulDays(), 'OffsiteRecorded');
  const streams = [{ stream: 'calendar', after: 1, events: [] }];
  const rows = [{ table: 'quota', date: '2026-11-26', gone: null } as const];
  await expect(journal.append({ streams, answers: [], rows })).rejects.toThrow('calendar is at');
  expect(left()).toEqual(dates);
});
