/** The waiting list: who gets the places that become free. */
import { expect, test } from 'vitest';
import { booked, bookingDay, friday, monday } from './booking-day.ts';

const places = (perDay: number, more = {}) => ({
  quotas: [{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay, ...more }],
});
const one = booked({}, places(1));

test('WL1 who would wait is on the list where the date is full, and told the place', () => {
  const day = bookingDay(one);
  expect(day.books('07:00', { orWait: true })).toMatchObject({ state: 'live' });
  expect(day.books('07:00', { orWait: true })).toMatchObject({
    state: 'waiting',
    slot: null,
    arriveAt: null,
    waiting: { place: 1, until: friday },
  });
  expect(day.books('07:00', { orWait: true, waitUntil: friday })).toMatchObject({ waiting: { place: 2 } });
  expect(day.books('07:00').refused).toBe('quota-full');
});

test('WL1 where a later date would do and has room, nobody has to wait', () => {
  const day = bookingDay(one);
  day.booked('07:00');
  const answer = day.books('07:00', { orWait: true, waitUntil: monday });
  expect(answer).toMatchObject({ state: 'live', date: monday });
  expect(day.books('07:00', { orWait: true, waitUntil: monday })).toMatchObject({
    state: 'waiting',
    date: friday,
    waiting: { place: 1, until: monday },
  });
});

test('WL1 nobody waits beyond the horizon, for an earlier date, or where the office is closed', () => {
  const day = bookingDay(one);
  day.booked('07:00');
  const wish = { orWait: true, waitUntil: '2027-01-01' };
  expect(day.books('07:00', wish).refused).toBe('outside-horizon');
  expect(day.books('07:00', { ...wish, waitUntil: '2026-11-26' }).refused).toBe('not-possible');
  expect(day.books('07:00', { orWait: true, date: '2026-11-28' }).refused).toBe('office-closed');
});

test('WL1 a full slot is waited for too', () => {
  const day = bookingDay(booked({ perSlot: 1 }, { hours: { 'mon-fri': ['08:00-08:30'] } }));
  const code = day.booked('07:00');
  const waits = day.booked('07:00', { orWait: true });
  expect(day.booking(waits).state).toBe('waiting');
  day.cancels('07:01', code);
  day.passes('07:11');
  expect(day.booking(waits)).toMatchObject({ state: 'live', date: friday });
});

test('WL2 the longest wait is first, when places are not held back any more', () => {
  const day = bookingDay(one);
  const code = day.booked('07:00');
  const [first, second] = [day.booked('07:01', { orWait: true }), day.booked('07:02', { orWait: true })];
  day.cancels('07:10', code);
  expect(day.passes('07:19:59')).toEqual([]);
  expect(day.passes('07:20')).toMatchObject([
    { type: 'PlacesFreed' },
    { type: 'BookingPlaced', code: first, date: friday },
  ]);
  expect(day.booking(first)).toMatchObject({ state: 'live', waitUntil: null });
  expect(day.booking(second).state).toBe('waiting');
  expect(day.books('07:20').refused).toBe('quota-full');
});

test('WL2 of several that become free at once, each goes to another', () => {
  const day = bookingDay(booked({}, places(2)));
  const codes = [day.booked('07:00'), day.booked('07:00')];
  const waits = [1, 2, 3].map(() => day.booked('07:00', { orWait: true }));
  for (const code of codes) day.cancels('07:01', code);
  expect(day.passes('08:00')).toMatchObject([
    { type: 'PlacesFreed' },
    { type: 'BookingPlaced', code: waits[0] },
    { type: 'PlacesFreed' },
    { type: 'BookingPlaced', code: waits[1] },
  ]);
});

test('WL2 a smaller party is not held up by a larger one that does not fit', () => {
  const day = bookingDay(booked({}, places(2)));
  const [code] = [day.booked('07:00'), day.booked('07:00')];
  const [large, small] = [
    day.booked('07:00', { orWait: true, people: 2 }),
    day.booked('07:00', { orWait: true }),
  ];
  day.cancels('07:01', String(code));
  day.passes('07:11');
  expect([day.booking(large).state, day.booking(small).state]).toEqual(['waiting', 'live']);
});

test('WL2 only for a date and a lane that would do', () => {
  const office = booked(
    {},
    {
      quotas: ['regular', 'priority'].map((lane) => ({
        ...{ id: lane, services: ['passport'], lanes: [lane], perDay: 1 },
      })),
    },
  );
  const day = bookingDay(office);
  const code = day.booked('07:00');
  const priority = [1, 2].map(() => day.booked('07:00', { lane: 'priority', orWait: true }));
  day.booked('07:00', { date: monday });
  const otherDate = day.booked('07:00', { date: monday, orWait: true });
  day.cancels('07:01', code);
  expect(day.passes('07:11')).toMatchObject([{ type: 'PlacesFreed' }]);
  expect([priority[1], otherDate].map((waits) => day.booking(String(waits)).state)).toEqual([
    'waiting',
    'waiting',
  ]);
});

test('WL2 an expired booking leaves its place to whoever waits for today', () => {
  const day = bookingDay(one);
  day.booked('07:00', { date: '2026-11-26', slot: '08:00' });
  const waits = day.booked('07:00', { date: '2026-11-26', orWait: true });
  expect(day.passes('09:00')).toMatchObject([
    { type: 'BookingExpired' },
    { type: 'BookingPlaced', code: waits, date: '2026-11-26', slot: Date.parse('2026-11-26T01:30:00Z') },
  ]);
});

test('WL2 an office with more places gives them to the list', () => {
  const day = bookingDay(one);
  day.booked('07:00');
  const [first, second] = [day.booked('07:00', { orWait: true }), day.booked('07:00', { orWait: true })];
  day.does({ type: 'ConfigureOffice', office: booked({}, places(2)), source: 'more' }, '07:30');
  expect(day.last()).toMatchObject([{ type: 'OfficeConfigured' }, { type: 'BookingPlaced', code: first }]);
  expect(day.booking(second).state).toBe('waiting');
});

test('WL2 a slot that somebody moves away from goes to the list', () => {
  const day = bookingDay(booked({ perSlot: 1 }, { hours: { 'mon-fri': ['08:00-09:00'] } }));
  const [first, second] = [day.booked('07:00', { slot: '08:00' }), day.booked('07:00', { slot: '08:30' })];
  day.booked('07:00', { orWait: true });
  expect(day.cancels('07:00', first)).toMatchObject({ state: 'cancelled' });
  expect(day.passes('07:10')).toMatchObject([{ type: 'PlacesFreed' }, { type: 'BookingPlaced' }]);
  expect(day.booking(second).state).toBe('live');
});

test('WL3 it is over with the last slot of the last date', () => {
  const day = bookingDay(booked({ expire: 'PT3H' }, places(1)));
  day.booked('07:00');
  const waits = day.booked('07:00', { orWait: true });
  day.passes('2026-11-27 09:29:59');
  expect(day.booking(waits).state).toBe('waiting');
  day.passes('2026-11-27 09:30');
  expect(day.booking(waits)).toMatchObject({ state: 'expired', slot: null });
  expect(day.cancels('2026-11-27 09:31', waits).refused).toBe('booking-late');
});

test('WL3 also where the hub was not there', () => {
  const day = bookingDay(one);
  day.booked('07:00');
  const waits = day.booked('07:00', { orWait: true });
  day.passes('2026-12-03 07:00');
  day.passes('2026-12-03 07:00');
  expect(day.booking(waits).state).toBe('expired');
});

test('BK11 one on the list is cancelled, and leaves no place behind', () => {
  const day = bookingDay(one);
  day.booked('07:00');
  const waits = day.booked('07:00', { orWait: true });
  expect(day.cancels('07:01', waits)).toMatchObject({ state: 'cancelled' });
  expect(day.passes('07:30')).toEqual([]);
  expect(day.state.calendar.bookings.waiting.size).toBe(0);
});

test('WL2 the place of a ticket that was cancelled goes to whoever waits for one today', () => {
  const day = bookingDay(booked({}, places(1)));
  const ticket = day.takes('08:00');
  const today = { date: '2026-11-26', orWait: true };
  const [first, second] = [day.booked('08:01', today), day.booked('08:02', today)];
  day.does({ type: 'CancelTicket', ticket }, '08:05');
  expect(day.passes('08:14:59')).toEqual([]);
  expect(day.passes('08:15')).toMatchObject([
    { type: 'PlaceFreed' },
    { type: 'BookingPlaced', code: first, date: '2026-11-26' },
  ]);
  expect(day.booking(second).state).toBe('waiting');
  expect(day.does({ type: 'TakeTicket', service: 'passport' }, '08:16')).toMatchObject({
    refused: 'quota-full',
  });
});

test('WL2 a cancelled ticket and a cancelled booking that become free at once go to two', () => {
  const day = bookingDay(booked({}, places(2)));
  const today = { date: '2026-11-26' };
  const ticket = day.takes('08:00');
  const code = day.booked('08:00', today);
  const waits = [1, 2, 3].map(() => day.booked('08:01', { ...today, orWait: true }));
  day.does({ type: 'CancelTicket', ticket }, '08:05');
  day.cancels('08:05', code);
  day.passes('08:30');
  expect(waits.map((waiting) => day.booking(waiting).state)).toEqual(['live', 'live', 'waiting']);
});

test('WL2 where nothing is held back, a cancelled ticket is followed by the offer at once', () => {
  const day = bookingDay(booked({ holdBack: 'PT0S' }, places(1)));
  const ticket = day.takes('08:00');
  const waits = day.booked('08:01', { date: '2026-11-26', orWait: true });
  day.does({ type: 'CancelTicket', ticket }, '08:05');
  expect(day.booking(waits).state).toBe('live');
});

test('WL2 the place that a ticket leaves for another lane goes to whoever waits for one', () => {
  const day = bookingDay(booked({}, places(1)));
  const ticket = day.takes('08:00');
  const waits = day.booked('08:01', { date: '2026-11-26', orWait: true });
  day.does({ type: 'ChangeLane', ticket, lane: 'priority', reason: 'hamil' }, '08:02');
  expect(day.last().map(({ type }) => type)).toEqual(['LaneChanged', 'BookingPlaced']);
  expect(day.booking(waits).state).toBe('live');
});
