/** Somebody with a booking is here. */
import { expect, test } from 'vitest';
import { booked, bookingDay, friday } from './booking-day.ts';
import { levels } from './door-day.ts';

const today = '2026-11-26';
const nine = { date: today, slot: '09:00' };
const fast = [{ id: 'passport', prefix: 'A', steps: ['documents'], promise: 'PT2H' }];
const office = booked({ arriveBefore: 'PT30M', within: 'PT30M' }, { services: fast });

test('BK14 a booking becomes a ticket, once', () => {
  const day = bookingDay(office);
  const code = day.booked('07:00', { ...nine, people: 3 });
  expect(day.checksIn('08:40', code)).toMatchObject({
    number: 'A-001',
    service: 'passport',
    lane: 'regular',
  });
  expect(day.last()).toMatchObject([
    { type: 'BookingUsed', code },
    { type: 'TicketTaken', booking: code, people: 3 },
  ]);
  expect(day.booking(code)).toMatchObject({ state: 'used', ticket: day.visit('A-001').code });
  expect(day.checksIn('08:41', code)).toEqual({ refused: 'booking-used', code: 'booking-used' });
});

test('BK14 by its short code in any case, with spaces and hyphens', () => {
  const day = bookingDay(office);
  const { shortCode } = day.booking(day.booked('07:00', nine));
  expect(shortCode).toBe('S00000');
  expect(day.checksIn('08:40', 's00 0-00')).toMatchObject({ number: 'A-001' });
});

test('BK14 not one that is cancelled, waits, or is nobody’s', () => {
  const day = bookingDay(booked({}, { quotas: [{ id: 'all', perDay: 1 }] }));
  const code = day.booked('07:00', nine);
  const waits = day.booked('07:00', { ...nine, orWait: true });
  day.cancels('07:00', code);
  expect(day.checksIn('07:05', 'NOBODY').refused).toBe('unknown-booking');
  expect(day.checksIn('07:05', code).refused).toBe('booking-cancelled');
  expect(day.checksIn('07:05', waits).refused).toBe('not-possible');
});

test('BK14 on its date alone', () => {
  const day = bookingDay(office);
  const code = day.booked('07:00', { date: friday });
  expect(day.checksIn('08:40', code)).toMatchObject({ refused: 'booking-other-day', date: friday });
  expect(day.checksIn('2026-11-28 08:00', code)).toMatchObject({
    refused: 'booking-other-day',
    date: friday,
  });
});

test('BK14 from its own window on, before the office opens too, but not on a day that was closed', () => {
  const day = bookingDay(office, '05:00');
  const [code, other] = [day.booked('05:00', nine), day.booked('05:00', nine)];
  expect(day.checksIn('05:59:59', code)).toMatchObject({
    refused: 'booking-early',
    opensAt: '2026-11-25T22:00:00.000Z',
  });
  expect(day.checksIn('06:00', code)).toMatchObject({ number: 'A-001' });
  day.does({ type: 'CloseDay', tomorrow: [] }, '08:00');
  expect(day.checksIn('08:01', other)).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-11-27T00:00:00.000Z',
  });
});

test('BK14 it takes no second place', () => {
  const day = bookingDay(booked({}, { quotas: [{ id: 'all', perDay: 1 }] }));
  const code = day.booked('07:00', nine);
  expect(day.checksIn('08:40', code)).toMatchObject({ number: 'A-001' });
  expect(day.does({ type: 'TakeTicket', service: 'passport' }, '08:41').refused).toBe('quota-full');
});

test('BK16 the turn is not later than the slot and within, and not later than arrival and promise', () => {
  const day = bookingDay(office);
  const [early, late] = [day.booked('07:00', nine), day.booked('07:00', nine)];
  day.checksIn('07:00', early);
  day.checksIn('08:45', late);
  expect(day.visit('A-001')).toMatchObject({ turn: Date.parse('2026-11-26T01:00:00Z') });
  expect(day.visit('A-002')).toMatchObject({ turn: Date.parse('2026-11-26T01:30:00Z') });
});

test('BK16 the promise counts from the slot less the time to come before, or the arrival where that is later', () => {
  const day = bookingDay(office);
  const [early, late] = [day.booked('07:00', nine), day.booked('07:00', nine)];
  expect(day.checksIn('07:00', early)).toMatchObject({ promiseAt: '2026-11-26T02:30:00.000Z' });
  expect(day.checksIn('08:45', late)).toMatchObject({ promiseAt: '2026-11-26T02:45:00.000Z' });
});

test('BK16 with a reading at the door that is the arrival', () => {
  const day = bookingDay(booked({}, { services: fast, screening: levels }));
  const code = day.booked('07:00', nine);
  const { id } = day.does({ type: 'ScreenVisitor', celsius: 36.5 }, '09:15');
  day.checksIn('09:20', code, { screening: String(id), atDoor: true });
  expect(day.visit('A-001')).toMatchObject({
    arrivedAt: Date.parse('2026-11-26T01:15:00Z'),
    turn: Date.parse('2026-11-26T01:30:00Z'),
    promiseAt: Date.parse('2026-11-26T03:15:00Z'),
  });
  const other = day.booked('09:20', { date: today, slot: '09:30' });
  expect(day.checksIn('09:21', other, { screening: 'nobody' }).refused).toBe('unknown-screening');
});

test('BK15 who is late is taken by arrival, without the slot', () => {
  const day = bookingDay(office);
  const [inTime, late] = [day.booked('07:00', nine), day.booked('07:00', nine)];
  day.checksIn('09:15', inTime);
  day.checksIn('09:15:00.001', late);
  expect(day.visit('A-001').turn).toBe(Date.parse('2026-11-26T01:30:00Z'));
  expect(day.visit('A-002').turn).toBe(Date.parse('2026-11-26T03:15:00.001Z'));
});

test('BK15 or not at all, where the office says so', () => {
  const day = bookingDay(booked({ late: 'forfeit' }));
  const [inTime, late] = [day.booked('07:00', nine), day.booked('07:00', nine)];
  expect(day.checksIn('09:15', inTime)).toMatchObject({ number: 'A-001' });
  expect(day.checksIn('09:15:00.001', late).refused).toBe('booking-late');
  expect(day.checksIn('10:30', late).refused).toBe('booking-late');
});

test('BK15 an expired booking takes a place again while there is one', () => {
  const day = bookingDay(
    booked({}, { quotas: [{ id: 'all', perDay: 2 }], hours: { 'mon-fri': ['08:00-14:00'] } }),
  );
  const [one, other] = [day.booked('07:00', nine), day.booked('07:00', nine)];
  day.passes('10:00');
  day.booked('10:01', { date: today });
  expect(day.checksIn('10:30', one)).toMatchObject({ number: 'A-001' });
  expect(day.last()).toMatchObject([{ type: 'BookingUsed', again: true }, { type: 'TicketTaken' }]);
  expect(day.checksIn('10:31', other)).toMatchObject({ refused: 'quota-full', nextDay: friday });
});

test('BK17 fewer may come, not more, and for nothing else', () => {
  const day = bookingDay(office);
  const code = day.booked('07:00', { ...nine, people: 2 });
  expect(day.checksIn('08:40', code, { people: 3 }).refused).toBe('not-possible');
  expect(day.checksIn('08:40', code, { service: 'collection' }).refused).toBe('not-possible');
  expect(day.checksIn('08:40', code, { lane: 'nothing' }).refused).toBe('unknown-lane');
  expect(day.checksIn('08:40', code, { service: 'passport', people: 1 })).toMatchObject({ number: 'A-001' });
  expect(day.visit('A-001').people).toBe(1);
  expect(day.state.calendar.bookings.taken.get(today)?.get('passport regular')).toBe(2);
});

test('BK17 in another lane the ticket is there, and the place where it was booked', () => {
  const day = bookingDay(office);
  const code = day.booked('07:00', nine);
  expect(day.checksIn('08:40', code, { lane: 'priority' })).toMatchObject({
    number: 'P-001',
    lane: 'priority',
  });
  expect([...(day.state.calendar.bookings.taken.get(today) ?? [])]).toEqual([['passport regular', 1]]);
});
