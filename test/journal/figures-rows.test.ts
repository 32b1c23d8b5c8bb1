/** The rows that the figures are counted from: what each says, and of which date. */
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import { booked, bookingDay } from '../domain/booking-day.ts';
import { eventfulDays } from './eventful-days.ts';
import { at, began, codeOf, taken } from './office-day.ts';
import { recording } from './record.ts';

/** The tables after these events, each in a commit of its own. */
async function after(events: readonly DomainEvent[]) {
  const { records, rows } = recording();
  await records(events);
  return rows;
}

test('a ticket says what it came with, what it was told, how its promise went, and what was thought of it', async () => {
  const rows = await after(eventfulDays());
  expect(rows('ticket')).toMatchObject([
    {
      number: 'A-001',
      channel: 'walk-in',
      takes_place: 1,
      promise: 'broken',
      told_from: '2026-11-26T00:20:00.000Z',
      told_to: '2026-11-26T00:50:00.000Z',
      told_expected: '2026-11-26T00:30:00.000Z',
      told_home_by: '2026-11-26T01:15:00.000Z',
      rating: null,
    },
    { number: 'C-001', channel: 'walk-in', promise: 'kept', handovers_broken: 1, told_from: null },
    { number: 'A-002', channel: 'integration', takes_place: 0, promise: null, rating: 'fair', offsite: 0 },
    { number: 'S00000-1', channel: null, takes_place: 0, promise: null, offsite: 1 },
    { number: 'S00000-2', offsite: 1 },
  ]);
  expect(rows('choice')).toEqual([{ date: '2026-11-26', number: 'A-002', list: 'purposes', choice: 'work' }]);
});

test('a step says since when it was waited for, who called, why it was incomplete, and how its hand-over went', async () => {
  const rows = await after(eventfulDays());
  expect(rows('step_visit')).toMatchObject([
    {
      number: 'A-002',
      officer: null,
      waited_from: '2026-11-26T00:05:00.000Z',
      reasons: 'missing wrong',
      handover: null,
    },
    {
      number: 'C-001',
      officer: 'sari',
      waited_from: '2026-11-26T00:00:00.000Z',
      reasons: null,
      handover: 'broken',
    },
    { number: 'S00000-1', officer: null, waited_from: null, reasons: 'missing', handover: null },
  ]);
});

const booking = { service: 'passport', lane: 'regular', people: 1, channel: 'integration' };

test('a booking is of the date of its visit, and leaves the date that it was moved from', async () => {
  const rows = await after(eventfulDays());
  const ofSlots = { ...booking, cancelled_at: null, ticket: null };
  expect(rows('booking')).toEqual([
    {
      ...ofSlots,
      date: '2026-11-26',
      code: 'id-0000000000000000014',
      slot: '2026-11-26T01:00:00.000Z',
      people: 2,
      state: 'used',
      takes_place: 1,
      made_at: '2026-11-26T00:01:00.000Z',
      ticket: 'id-0000000000000000020',
    },
    {
      ...ofSlots,
      date: '2026-11-26',
      code: 'id-0000000000000000015',
      slot: '2026-11-26T01:00:00.000Z',
      state: 'expired',
      takes_place: 0,
      made_at: '2026-11-26T00:01:00.000Z',
    },
    {
      ...ofSlots,
      date: '2026-11-27',
      code: 'id-0000000000000000017',
      slot: '2026-11-27T02:00:00.000Z',
      state: 'cancelled',
      takes_place: 0,
      made_at: '2026-11-26T00:02:00.000Z',
      cancelled_at: '2026-11-26T00:04:00.000Z',
    },
    {
      ...ofSlots,
      date: '2026-11-30',
      code: 'id-0000000000000000016',
      slot: '2026-11-30T03:00:00.000Z',
      state: 'live',
      takes_place: 1,
      made_at: '2026-11-26T00:02:00.000Z',
    },
  ]);
});

test('BK12 a booking whose names are gone after 30 days keeps its row', async () => {
  const day = bookingDay(booked());
  day.booked('08:00', { date: '2026-11-27', slot: '09:00' });
  day.passes('2026-12-28 00:00');
  const rows = await after(day.events);
  expect(day.state.calendar.bookings.all.size).toBe(0);
  expect(rows('booking')).toMatchObject([{ ...booking, date: '2026-11-27', state: 'expired' }]);
});

test('a used booking keeps its place until its ticket is cancelled; on the waiting list it has no slot', async () => {
  const day = bookingDay(
    booked({ holdBack: 'PT0S' }, { quotas: [{ id: 'passport', services: ['passport'], perDay: 1 }] }),
  );
  const used = day.booked('08:00', { date: '2026-11-26', slot: '09:00' });
  day.booked('08:01', { date: '2026-11-26', orWait: true, waitUntil: '2026-11-26' });
  const { number } = day.checksIn('08:50', used);
  const rows = await after(day.events);
  expect(rows('booking')).toMatchObject([
    { state: 'used', takes_place: 1, cancelled_at: null },
    { state: 'waiting', takes_place: 0, slot: null },
  ]);
  day.does({ type: 'CancelTicket', ticket: String(number) }, '08:55');
  expect((await after(day.events))('booking')).toMatchObject([
    { state: 'used', takes_place: 0, cancelled_at: '2026-11-26T00:55:00.000Z' },
    {},
  ]);
});

test('QU2 a quota has the places of its date: as the office was last on it, and with what was released for it', async () => {
  const rows = await after(eventfulDays());
  const passport = { quota: 'passport', services: 'passport', lanes: 'regular' };
  expect(rows('quota')).toEqual([
    { ...passport, date: '2026-11-26', places: 10, released: 1 },
    { ...passport, date: '2026-11-27', places: 11, released: 2 },
    { ...passport, date: '2026-11-28', places: 9, released: 0 },
  ]);
});

test('QU2 places that are released for today are in the row of today at once', async () => {
  const quotas = [{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay: 5, upTo: 9 }];
  const day = bookingDay(booked({}, { quotas }));
  const release = { type: 'ReleasePlaces', quota: 'passport', reason: 'x', by: 'supervisor' } as const;
  day.does({ ...release, places: 3 }, '08:00');
  expect((await after(day.events))('quota')).toMatchObject([{ places: 8, released: 3 }]);
});

test('a quota that the office gives up during the day is gone from it', async () => {
  const day = bookingDay(booked());
  day.does({ type: 'ConfigureOffice', office: booked({}, { quotas: [] }), source: 'changed' }, '08:00');
  expect((await after(day.events))('quota')).toEqual([]);
});

test('CM1 a claim is of the date on which it was opened', async () => {
  expect((await after(eventfulDays()))('claim')).toEqual([
    {
      date: '2026-11-26',
      id: 'id-0000000000000000013-1',
      number: 'C-001',
      step: 'handover',
      counter: 5,
      officer: 'sari',
      started_at: '2026-11-26T00:10:00.000Z',
      opened_at: '2026-11-26T00:12:00.000Z',
      closed: 'not-charged',
      closed_at: '2026-11-26T00:20:00.000Z',
    },
  ]);
});

test('a request is of the date on which it was asked for, a trip of the one that it goes on; who cancels is not on it', async () => {
  const rows = await after(eventfulDays());
  const request = { date: '2026-11-26', service: 'village', people: 2 };
  expect(rows('request')).toMatchObject([
    { ...request, asked_at: '2026-11-26T01:00:00.000Z', state: 'done', trip: 't-1' },
    { ...request, asked_at: '2026-11-26T01:01:00.000Z', state: 'cancelled', trip: null },
  ]);
  expect(rows('trip')).toEqual([{ date: '2026-11-28', id: 't-1', state: 'planned', visits: 1 }]);
});

const [called, missed] = [
  {
    ...{ type: 'TicketCalled', at: at(5), counter: 1, action: 'a1', code: codeOf(1), byNext: true },
    ...{ step: 'documents', reason: null, overtaken: 0 },
  },
  { type: 'VisitMissed', at: at(8), counter: 1, action: 'a2', code: codeOf(1) },
] as const satisfies DomainEvent[];

test('TP3 the promise of who was missed and is not back has lapsed, and runs again when they are back in time', async () => {
  expect((await after([began, taken(1), called, missed]))('ticket')).toMatchObject([{ promise: 'lapsed' }]);
  const back: DomainEvent = { type: 'VisitReturned', at: at(20), code: codeOf(1) };
  expect((await after([began, taken(1), called, missed, back]))('ticket')).toMatchObject([{ promise: null }]);
});
