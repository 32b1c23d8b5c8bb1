/** What can still be booked. */
import { expect, test } from 'vitest';
import type { Office } from '../../server/contract/office.ts';
import { availabilityAnswer } from '../../server/domain/views/availability.ts';
import { type BookingDay, booked, bookingDay, friday } from './booking-day.ts';
import { clock } from './morning.ts';

const from = (day: BookingDay, time: string, more = {}) =>
  availabilityAnswer(day.state, { service: 'passport', days: 1, ...more }, clock(time));
const limited = (office: Record<string, unknown>, perDay = 5): Office =>
  booked(office, { quotas: [{ id: 'passport', lanes: ['regular'], perDay }] });

test('BK19 what bookings have left in a day and at each slot', () => {
  const day = bookingDay(limited({ perSlot: 2 }));
  day.booked('07:00', { slot: '08:30' });
  day.booked('07:00', { slot: '09:00', people: 2 });
  expect(from(day, '07:00', { from: friday })).toEqual([
    {
      date: friday,
      free: 2,
      slots: [
        { at: '2026-11-27T00:00:00.000Z', free: 2 },
        { at: '2026-11-27T00:30:00.000Z', free: 1 },
        { at: '2026-11-27T01:00:00.000Z', free: 0 },
        { at: '2026-11-27T01:30:00.000Z', free: 2 },
      ],
    },
  ]);
});

test('BK19 where the slots are fewer than the places, they decide', () => {
  const day = bookingDay(limited({ perSlot: 2 }, 100));
  expect(from(day, '07:00', { from: friday })).toMatchObject([{ free: 8 }]);
});

test('BK19 without quotas nothing is limited but by the slots', () => {
  const day = bookingDay(limited({}));
  expect(from(day, '07:00', { from: friday, lane: 'priority' })).toMatchObject([
    { free: null, slots: [{ free: null }, { free: null }, { free: null }, { free: null }] },
  ]);
  expect(from(day, '07:00', { from: friday })).toMatchObject([{ free: 5, slots: [{ free: 5 }, {}, {}, {}] }]);
});

test('BK19 today from now on; nothing on closed dates and beyond the horizon', () => {
  const day = bookingDay(limited({ horizon: 'P3D' }));
  expect(from(day, '09:00', { days: 5 })).toMatchObject([
    { date: '2026-11-26', free: 5, slots: [{ at: '2026-11-26T01:30:00.000Z' }] },
    { date: friday, free: 5, slots: [{}, {}, {}, {}] },
    { date: '2026-11-28', free: 0, slots: [] },
    { date: '2026-11-29', free: 0, slots: [] },
    { date: '2026-11-30', free: 0, slots: [] },
  ]);
  expect(from(day, '09:30')).toEqual([{ date: '2026-11-26', free: 0, slots: [] }]);
  expect(from(day, '09:00', { from: '2026-11-25' })).toEqual([{ date: '2026-11-25', free: 0, slots: [] }]);
});

test('BK1 only of what can be booked', () => {
  const day = bookingDay();
  expect(from(day, '07:00', { service: 'collection' })).toBe('not-bookable');
  expect(from(day, '07:00', { service: 'nothing' })).toBe('unknown-service');
  expect(from(day, '07:00', { lane: 'nothing' })).toBe('unknown-lane');
});
