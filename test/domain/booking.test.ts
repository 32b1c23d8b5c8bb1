/** Bookings are made: what, when, for how many, and where there is room. */
import { expect, test } from 'vitest';
import { booked, bookingDay, friday, monday } from './booking-day.ts';

const quota = (more: Record<string, unknown>) => ({
  quotas: [{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay: 3, ...more }],
});

test('BK1 the service that is booked, in a lane of the office, and no other', () => {
  const day = bookingDay();
  expect(day.books('07:00')).toMatchObject({ service: 'passport', lane: 'regular', state: 'live' });
  expect(day.books('07:00', { lane: 'priority' })).toMatchObject({ lane: 'priority' });
  expect(day.books('07:00', { service: 'collection' })).toEqual({
    refused: 'not-bookable',
    code: 'not-bookable',
  });
  expect(day.books('07:00', { service: 'nothing' }).refused).toBe('unknown-service');
  expect(day.books('07:00', { lane: 'nothing' }).refused).toBe('unknown-lane');
  const { booking: _, ...withoutBookings } = booked();
  const without = bookingDay(withoutBookings);
  expect(without.books('07:00').refused).toBe('not-bookable');
});

test('BK2 from today to the horizon', () => {
  const day = bookingDay();
  const outside = { refused: 'outside-horizon', from: '2026-11-26', until: '2026-12-10' };
  expect(day.books('07:00', { date: '2026-11-25' })).toMatchObject(outside);
  expect(day.books('07:00', { date: '2026-12-11' })).toMatchObject(outside);
  expect(day.books('07:00', { date: '2026-11-26' })).toMatchObject({ state: 'live' });
  expect(day.books('07:00', { date: '2026-12-10' })).toMatchObject({ state: 'live' });
});

test('BK2 on a date without hours the office is closed, and says when it opens and which date has room', () => {
  const day = bookingDay(booked({}, quota({ perDay: 1 })));
  day.booked('07:00', { date: '2026-11-26' });
  expect(day.books('07:00', { date: '2026-11-28' })).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-11-30T00:00:00.000Z',
    nextDay: '2026-11-30',
  });
});

test('BK2 today is over when its last slot has begun, or when it was closed by hand', () => {
  const day = bookingDay();
  expect(day.books('09:29', { date: '2026-11-26' })).toMatchObject({ slot: '2026-11-26T01:30:00.000Z' });
  expect(day.books('09:30', { date: '2026-11-26' })).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-11-27T00:00:00.000Z',
    nextDay: friday,
  });
  const closed = bookingDay();
  closed.does({ type: 'CloseDay', tomorrow: [] }, '08:00');
  expect(closed.books('08:01', { date: '2026-11-26' }).refused).toBe('office-closed');
  expect(closed.books('08:01')).toMatchObject({ date: friday });
});

test('BK3 a slot of the date that has not begun', () => {
  const day = bookingDay(booked({ perSlot: 1 }));
  day.booked('07:00', { slot: '08:30' });
  expect(day.books('07:00', { slot: '08:15' })).toMatchObject({
    refused: 'unknown-slot',
    slots: ['2026-11-27T00:00:00.000Z', '2026-11-27T01:00:00.000Z', '2026-11-27T01:30:00.000Z'],
  });
  expect(day.books('07:00', { slot: '10:00' }).refused).toBe('unknown-slot');
  expect(day.books('09:00', { date: '2026-11-26', slot: '09:00' })).toMatchObject({
    refused: 'unknown-slot',
    slots: ['2026-11-26T01:30:00.000Z'],
  });
});

test('BK4 no more people than a party may have', () => {
  const day = bookingDay(booked({ party: 2 }));
  expect(day.books('07:00', { people: 2 })).toMatchObject({ people: 2 });
  expect(day.books('07:00', { people: 3 })).toMatchObject({ refused: 'party-too-large', most: 2 });
});

test('BK5 one contact has as many live and waiting bookings as it may; a cancelled one does not count', () => {
  const day = bookingDay(booked({ perContact: 2 }));
  const phone = '+6281234567890';
  const first = day.booked('07:00', { phone });
  day.booked('07:00', { phone, date: monday });
  expect(day.books('07:00', { phone })).toMatchObject({ refused: 'one-booking-only', most: 2 });
  expect(day.books('07:00', { phone: '+6281234567891' })).toMatchObject({ state: 'live' });
  expect(day.books('07:00')).toMatchObject({ state: 'live' });
  day.cancels('07:01', first);
  expect(day.books('07:02', { phone })).toMatchObject({ state: 'live' });
});

test('BK6 a date that is full is refused with the next one that has room', () => {
  const day = bookingDay(booked({}, quota({})));
  day.booked('07:00', { people: 2 });
  day.booked('07:00', { date: monday, people: 3 });
  day.booked('07:00', { date: '2026-11-26', people: 3 });
  expect(day.books('07:00', { people: 2 })).toMatchObject({
    refused: 'quota-full',
    nextDay: '2026-12-01',
  });
  expect(day.books('07:00', { people: 1 })).toMatchObject({ state: 'live' });
  expect(day.books('07:00', { people: 1 })).toMatchObject({ refused: 'quota-full', nextDay: '2026-12-01' });
});

test('BK6 where the quota names a lane for when it is full, the booking is for that lane', () => {
  const day = bookingDay(
    booked(
      {},
      {
        quotas: [
          { id: 'passport', services: ['passport'], lanes: ['priority'], perDay: 1, whenFull: 'regular' },
          { id: 'rest', services: ['passport'], lanes: ['regular'], perDay: 1 },
        ],
      },
    ),
  );
  expect(day.books('07:00', { lane: 'priority' })).toMatchObject({ lane: 'priority' });
  expect(day.books('07:00', { lane: 'priority' })).toMatchObject({ lane: 'regular' });
  expect(day.books('07:00', { lane: 'priority' })).toMatchObject({ refused: 'quota-full' });
});

test('BK7 a slot takes as many people as it has room for, a larger party has one of its own', () => {
  const day = bookingDay(booked({ perSlot: 2 }));
  day.booked('07:00', { slot: '08:00' });
  expect(day.books('07:00', { slot: '08:00', people: 2 })).toMatchObject({
    refused: 'slot-full',
    slots: ['2026-11-27T00:30:00.000Z', '2026-11-27T01:00:00.000Z', '2026-11-27T01:30:00.000Z'],
  });
  expect(day.books('07:00', { slot: '08:00' })).toMatchObject({ slot: '2026-11-27T00:00:00.000Z' });
  expect(day.books('07:00', { slot: '08:30', people: 3 })).toMatchObject({
    slot: '2026-11-27T00:30:00.000Z',
  });
  expect(day.books('07:00', { slot: '08:30' }).refused).toBe('slot-full');
});

test('BK7 a slot that was cancelled has room again once its places are not held back any more', () => {
  const day = bookingDay(booked({ perSlot: 1 }));
  const first = day.booked('07:00', { slot: '08:00' });
  day.cancels('07:00', first);
  expect(day.books('07:09', { slot: '08:00' }).refused).toBe('slot-full');
  expect(day.books('07:10', { slot: '08:00' })).toMatchObject({ state: 'live' });
});

test('BK8 without a slot it is the one with the fewest people, the earliest of equals', () => {
  const day = bookingDay();
  const slots = [1, 2, 3, 4, 5].map((people) => day.books('07:00', { people }).slot);
  expect(slots).toEqual([
    '2026-11-27T00:00:00.000Z',
    '2026-11-27T00:30:00.000Z',
    '2026-11-27T01:00:00.000Z',
    '2026-11-27T01:30:00.000Z',
    '2026-11-27T00:00:00.000Z',
  ]);
});

test('BK9 the answer says when to come, and nothing of who it is', () => {
  const day = bookingDay();
  expect(day.books('07:00', { slot: '09:00', phone: '+6281234567890' })).toEqual({
    code: 'id-0000000000000000004',
    shortCode: 'S00000',
    service: 'passport',
    lane: 'regular',
    date: friday,
    slot: '2026-11-27T01:00:00.000Z',
    arriveAt: '2026-11-27T00:30:00.000Z',
    checkInFrom: '2026-11-26T22:00:00.000Z',
    lateAfter: '2026-11-27T01:15:00.000Z',
    people: 1,
    state: 'live',
  });
  const [made] = day.last();
  const { personal, ...public_ } = made as { personal?: object };
  expect(personal).toEqual({
    people: [{ name: 'Orang 0', birthDate: '1990-05-17' }],
    phone: '+6281234567890',
    details: null,
    reference: null,
  });
  expect(JSON.stringify(public_)).not.toMatch(/Orang|1990|62812/);
});

test('BK9 short codes are the shortest that nobody has, and are found however they are written', () => {
  const day = bookingDay();
  day.takes('08:00');
  const short = [1, 2, 3].map(() => String(day.books('08:00').shortCode));
  expect(short).toEqual(['S000000', 'S0000000', 'S00000000']);
  expect(day.booking('s 000-0000').shortCode).toBe('S0000000');
  expect(day.booking('sooooooo').shortCode).toBe('S0000000');
});

test('BK9 who has a slot soon after midnight is not told a time of the day before', () => {
  const day = bookingDay(booked({ arriveBefore: 'PT30M' }, { hours: { 'mon-sun': ['00:00-24:00'] } }));
  expect(day.books('08:00', { slot: '00:00' })).toMatchObject({
    slot: '2026-11-26T16:00:00.000Z',
    arriveAt: '2026-11-26T16:00:00.000Z',
    checkInFrom: '2026-11-26T16:00:00.000Z',
  });
});
