/** The page of one booking, and what the supervisor sees of bookings. */
import { expect, test } from 'vitest';
import { bookingsOn, bookingView } from '../../server/domain/views/booking.ts';
import { bookingsToday } from '../../server/domain/views/bookings-today.ts';
import { booked, bookingDay, friday } from '../domain/booking-day.ts';
import { at } from './context.ts';

const today = '2026-11-26';

test('the page of a booking says when to come, and nothing of who it is', () => {
  const day = bookingDay();
  const code = day.booked('07:00', { slot: '08:00', phone: '+6281234567890' });
  const view = bookingView(day.state, at('07:01'), code);
  expect(view).toMatchObject({
    office: { id: 'contoh', rehearsal: false },
    serviceName: { id: 'passport', en: 'passport' },
    laneName: { id: 'regular', en: 'regular' },
    booking: { code, date: friday, state: 'live', arriveAt: '2026-11-26T23:30:00.000Z' },
    ticketCode: null,
  });
  expect(JSON.stringify(view)).not.toMatch(/Orang|1990|62812/);
  expect(bookingView(day.state, at('07:01'), day.booking(code).shortCode)).toBe(null);
});

test('once it is checked in the page leads to the ticket, until the ticket has no page any more', () => {
  const day = bookingDay();
  const code = day.booked('07:00', { date: today, slot: '08:00' });
  day.checksIn('07:30', code);
  const ticket = day.visit('A-001').code;
  const page = (time: string) => bookingView(day.state, at(time), code);
  expect(page('07:31')).toMatchObject({ booking: { state: 'used', ticket: 'A-001' }, ticketCode: ticket });
  for (const date of [friday, '2026-11-28']) day.passes(`${date} 08:00`);
  expect(page('2026-11-28 08:00')).toMatchObject({ booking: { state: 'used' }, ticketCode: null });
});

test('the supervisor sees the bookings of a date by slot, and who waits for it', () => {
  const day = bookingDay(booked({}, { quotas: [{ id: 'all', perDay: 2 }] }));
  const later = day.booked('07:00', { slot: '09:00' });
  const sooner = day.booked('07:01', { slot: '08:00' });
  const waits = day.booked('07:02', { orWait: true });
  const list = bookingsOn(day.state, friday);
  expect(list.bookings.map(({ code }) => code)).toEqual([sooner, later]);
  expect(list.bookings[0]).toMatchObject({ source: 'integration', madeAt: '2026-11-25T23:01:00.000Z' });
  expect(list.waiting.map(({ code }) => code)).toEqual([waits]);
  expect(bookingsOn(day.state, '2026-11-30')).toEqual({ date: '2026-11-30', bookings: [], waiting: [] });
});

test('the figures of today: booked and not here yet, checked in, expired, and who waits for any date', () => {
  const day = bookingDay(booked({}, { quotas: [{ id: 'all', perDay: 4 }] }));
  const [used] = ['08:00', '08:00', '09:30', '09:00'].map((slot) =>
    day.booked('07:00', { date: today, slot }),
  );
  day.booked('07:00', { date: friday, people: 4 });
  day.booked('07:00', { date: friday, orWait: true });
  day.checksIn('07:30', String(used));
  day.passes('09:00');
  expect(bookingsToday(day.state)).toEqual({
    bookings: { live: 2, used: 1, expired: 1, waiting: 1 },
    unverified: [],
  });
});
