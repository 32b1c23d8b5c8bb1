/** What becomes of a booking before anybody comes: moved, cancelled, expired, forgotten. */
import { expect, test } from 'vitest';
import { booked, bookingDay, friday, monday } from './booking-day.ts';
import { contoh } from './office.ts';

const places = (perDay: number) => ({
  quotas: [{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay }],
});

test('BK10 within a date only the slot changes, also on a full one', () => {
  const day = bookingDay(booked({ perSlot: 1 }, places(2)));
  const code = day.booked('07:00', { slot: '08:00' });
  day.booked('07:00', { slot: '08:30' });
  expect(day.moves('07:01', code, friday, '08:30')).toMatchObject({
    refused: 'slot-full',
    slots: ['2026-11-27T00:00:00.000Z', '2026-11-27T01:00:00.000Z', '2026-11-27T01:30:00.000Z'],
  });
  expect(day.moves('07:01', code, friday, '09:30')).toMatchObject({
    slot: '2026-11-27T01:30:00.000Z',
    arriveAt: '2026-11-27T01:00:00.000Z',
  });
  expect(day.state.calendar.bookings.heldBack.size).toBe(0);
  expect(day.books('07:01', { slot: '08:00' }).refused).toBe('quota-full');
});

test('BK10 to the slot that it has, nothing happens', () => {
  const day = bookingDay();
  const code = day.booked('07:00', { slot: '08:00', people: 5 });
  expect(day.moves('07:01', code, friday, '08:00')).toMatchObject({ slot: '2026-11-27T00:00:00.000Z' });
  expect(day.last()).toEqual([]);
});

test('BK10 on another date places are taken first, and the old ones are held back', () => {
  const day = bookingDay(booked({}, places(1)));
  const code = day.booked('07:00', { slot: '08:00' });
  const other = day.booked('07:00', { date: monday });
  expect(day.moves('07:01', code, monday)).toMatchObject({ refused: 'quota-full', nextDay: '2026-12-01' });
  expect(day.booking(code)).toMatchObject({ date: friday, state: 'live' });
  expect(day.moves('07:01', code, '2026-12-01', '09:00')).toMatchObject({ date: '2026-12-01' });
  expect(day.books('07:10').refused).toBe('quota-full');
  expect(day.books('07:11')).toMatchObject({ date: friday });
  expect(day.booking(other)).toMatchObject({ date: monday });
});

test('BK10 back on a date that is held back for it, it takes its own places again', () => {
  const day = bookingDay(booked({ perSlot: 2 }, places(2)));
  const code = day.booked('07:00', { slot: '08:00', people: 2 });
  day.moves('07:01', code, monday, '08:00');
  expect(day.books('07:02').refused).toBe('quota-full');
  expect(day.moves('07:03', code, friday, '08:00')).toMatchObject({ date: friday });
  const held = [...day.state.calendar.bookings.heldBack.values()];
  expect(held).toMatchObject([{ booking: code, date: monday, people: 2 }]);
  expect(day.state.calendar.bookings.taken.get(friday)).toEqual(new Map([['passport regular', 2]]));
  expect(day.passes('07:11')).toEqual([]);
  expect(day.passes('07:13')).toMatchObject([{ type: 'PlacesFreed' }]);
  expect(day.state.calendar.bookings.taken.get(monday)?.get('passport regular')).toBe(0);
  expect(day.books('07:13').refused).toBe('quota-full');
});

test('BK10 one booking holds back the places of one date at most, however often it moves', () => {
  const day = bookingDay();
  const code = day.booked('07:00', { people: 5 });
  const dates = ['2026-12-01', '2026-12-02', '2026-12-03', monday, friday];
  for (let index = 0; index < 50; index += 1) {
    day.moves('07:01', code, dates[index % dates.length] ?? friday);
    expect(day.state.calendar.bookings.heldBack.size).toBeLessThanOrEqual(1);
  }
  const taken = [...day.state.calendar.bookings.taken.values()].map((ofDate) =>
    ofDate.get('passport regular'),
  );
  expect(taken.reduce((sum = 0, places = 0) => sum + places, 0)).toBe(10);
});

test('BK10 who changes the mind twice goes back at once, or on once the first date is free', () => {
  const day = bookingDay();
  const code = day.booked('07:00');
  day.moves('07:01', code, monday);
  expect(day.moves('07:05', code, '2026-12-01')).toMatchObject({
    refused: 'too-soon',
    availableAt: '2026-11-25T23:11:00.000Z',
  });
  expect(day.moves('07:05', code, monday, '09:30')).toMatchObject({ slot: '2026-11-30T01:30:00.000Z' });
  expect(day.moves('07:11', code, '2026-12-01')).toMatchObject({ date: '2026-12-01' });
  expect(day.moves('07:12', code, monday)).toMatchObject({ date: monday });
});

test('BK10 a booking that is over, or waits, does not move, nor does any beyond the horizon', () => {
  const day = bookingDay(booked({}, places(1)));
  const code = day.booked('07:00');
  const waits = day.booked('07:00', { orWait: true });
  expect(day.moves('07:00', waits, monday).refused).toBe('not-possible');
  expect(day.moves('07:00', code, '2027-01-04').refused).toBe('outside-horizon');
  expect(day.moves('07:00', code, '2026-11-28').refused).toBe('office-closed');
  expect(day.moves('07:00', code, monday, '08:01').refused).toBe('unknown-slot');
  day.cancels('07:00', code);
  expect(day.moves('07:00', code, monday).refused).toBe('booking-cancelled');
  expect(day.moves('07:00', 'nobody', monday).refused).toBe('unknown-booking');
});

test('BK11 the places of a cancelled booking are free after they were held back, not before', () => {
  const day = bookingDay(booked({}, places(2)));
  const code = day.booked('07:00', { people: 2 });
  expect(day.cancels('07:00', code)).toMatchObject({ state: 'cancelled' });
  expect(day.books('07:09:59').refused).toBe('quota-full');
  expect(day.passes('07:10')).toMatchObject([{ type: 'PlacesFreed' }]);
  expect(day.books('07:10', { people: 2 })).toMatchObject({ state: 'live' });
});

test('BK11 cancelled again is no mistake; used or expired is', () => {
  const day = bookingDay();
  const code = day.booked('07:00', { date: '2026-11-26', slot: '08:00' });
  expect(day.cancels('07:00', day.booked('07:00'))).toMatchObject({ state: 'cancelled' });
  const used = day.booked('07:00', { date: '2026-11-26', slot: '08:00' });
  day.checksIn('07:30', used);
  expect(day.cancels('07:31', used).refused).toBe('booking-used');
  expect(day.cancels('09:00', code).refused).toBe('booking-late');
  const cancelled = day.booked('07:32');
  day.cancels('07:33', cancelled);
  expect(day.cancels('07:40', cancelled)).toMatchObject({ code: cancelled, state: 'cancelled' });
  expect(day.last()).toEqual([]);
  expect(day.cancels('07:40', 'nobody').refused).toBe('unknown-booking');
});

test('BK13 a booking that nobody came with expires, and its place is free at once', () => {
  const day = bookingDay(booked({ expire: 'PT1H' }, places(1)));
  const code = day.booked('07:00', { date: '2026-11-26', slot: '08:00' });
  expect(day.passes('08:59:59')).toEqual([]);
  expect(day.books('08:59:59', { date: '2026-11-26' }).refused).toBe('quota-full');
  expect(day.passes('09:00')).toMatchObject([{ type: 'BookingExpired', code }]);
  expect(day.books('09:00', { date: '2026-11-26' })).toMatchObject({ slot: '2026-11-26T01:30:00.000Z' });
});

test('BK13 without the hub it expires when the hub is back', () => {
  const day = bookingDay();
  const code = day.booked('07:00', { slot: '08:00' });
  day.passes('2026-11-30 08:00');
  expect(day.booking(code)).toMatchObject({ state: 'expired' });
});

test('BK12 30 days after the visit nobody knows who it was', () => {
  const day = bookingDay();
  const [used, missed] = [day.booked('07:00'), day.booked('07:00')];
  const [code, waited] = [day.booked('07:00', { date: monday }), day.booked('07:00', { date: '2026-12-02' })];
  day.passes('2026-11-27 07:30');
  day.checksIn('2026-11-27 07:30', used);
  day.cancels('2026-11-27 07:30', waited);
  day.passes('2026-12-27 23:59');
  expect(day.booking(used).personal).toMatchObject({ people: [{ name: 'Orang 0' }] });
  expect(day.passes('2026-12-28 00:00')).toMatchObject([
    { type: 'DayEnded' },
    { type: 'DayBegan' },
    { type: 'BookingsEmptied', codes: [used, missed] },
  ]);
  const { all, byShortCode, byDate, taken } = day.state.calendar.bookings;
  expect([...all.keys()]).toEqual([code, waited]);
  expect([byShortCode.size, byDate.has(friday), taken.has(friday)]).toEqual([2, false, false]);
  expect(day.checksIn('2026-12-28 08:00', used).refused).toBe('unknown-booking');
});

test('BK18 a look at the names is recorded', () => {
  const day = bookingDay();
  const code = day.booked('07:00');
  expect(day.does({ type: 'SeeBooking', booking: code, by: 'supervisor' }, '07:05')).toEqual({});
  expect(day.last()).toMatchObject([{ type: 'BookingSeen', code, by: 'supervisor' }]);
  expect(day.does({ type: 'SeeBooking', booking: 'nobody', by: 'supervisor' }, '07:05').refused).toBe(
    'unknown-booking',
  );
});

test('CO1 a change that strands a live booking is refused with its short code', () => {
  const day = bookingDay();
  const code = day.booked('07:00', { slot: '09:30' });
  const change = (changes: Record<string, unknown>, booking = {}) =>
    day.does(
      { type: 'ConfigureOffice', office: booked(booking, changes), source: JSON.stringify(changes) },
      '07:30',
    );
  const stranded = { refused: 'would-strand', tickets: [day.booking(code).shortCode] };
  expect(change({ holidays: [friday] })).toMatchObject(stranded);
  expect(change({ hours: { 'mon-fri': ['08:00-09:30'] } })).toMatchObject(stranded);
  expect(change({}, { service: 'collection' })).toMatchObject(stranded);
  const { booking: _, ...without } = contoh();
  expect(day.does({ type: 'ConfigureOffice', office: without, source: 'x' }, '07:30')).toMatchObject(
    stranded,
  );
  const counters = (setup: Record<string, unknown>) => ({
    counters: [{ number: 1, zone: 'hall', ...setup }],
  });
  expect(change(counters({ steps: ['handover'] }))).toMatchObject(stranded);
  expect(
    change(counters({ steps: ['documents', 'interview', 'handover'], lanes: ['priority'] })),
  ).toMatchObject(stranded);
  expect(change({ hours: { 'mon-fri': ['07:00-10:00'] } })).toEqual({});
  day.cancels('07:31', code);
  expect(change({ holidays: [friday] })).toEqual({});
});
