/** Who may come when, in the sample offices: their quotas, hours and bookings, played. */
import { expect, test } from 'vitest';
import type { Office } from '../../server/contract/office.ts';
import { bookingDay, friday } from '../domain/booking-day.ts';
import { type Morning, morning } from '../domain/morning.ts';
import { opened, shipped } from './shipped.ts';

/** The first so many of a service, one at a time. */
function takesMany(day: Morning, time: string, count: number, service = 'passport', lane?: string): void {
  for (let taken = 0; taken < count; taken += 1) day.takes(time, service, lane === undefined ? {} : { lane });
}
const asks = (day: Morning, time: string, service = 'passport', lane?: string) =>
  day.does({ type: 'TakeTicket', service, ...(lane === undefined ? {} : { lane }) }, time);

/** A sample gives numbers at any hour; here with the hours that its file proposes. */
const withHours = (office: Office, hours: Partial<Office['hours']>): Office => {
  const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  return { ...office, hours: { ...none, ...hours } };
};
const span = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

test('balikpapan: 75 a day and no more; the supervisor stretches it to 100, with a reason, and not to 101', () => {
  const day = opened(morning(shipped('balikpapan')));
  takesMany(day, '08:00', 75);
  expect(asks(day, '08:01')).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-27' });
  const stretch = (places: number) =>
    day.does(
      { type: 'ReleasePlaces', quota: 'passport', places, reason: 'antrean panjang', by: 'supervisor' },
      '08:02',
    );
  expect(stretch(26)).toMatchObject({ refused: 'too-many-places', most: 25 });
  expect(stretch(25)).toEqual({ total: 100 });
  expect(day.last()).toMatchObject([{ type: 'PlacesReleased', reason: 'antrean panjang', places: 25 }]);
  takesMany(day, '08:03', 25);
  expect(asks(day, '08:04')).toMatchObject({ refused: 'quota-full' });
  expect(stretch(1)).toMatchObject({ refused: 'too-many-places', most: 0 });
});

test('balikpapan: bookings and walk-ins take the same 75 places, whoever is first', () => {
  const day = bookingDay(shipped('balikpapan'));
  const today = { date: '2026-11-26', people: 5 };
  for (let party = 0; party < 8; party += 1) day.booked('07:10', today);
  takesMany(day, '08:00', 35);
  expect(asks(day, '08:01')).toMatchObject({ refused: 'quota-full' });
  expect(day.books('08:02', today)).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-27' });
  // Who collects by car takes none of them.
  expect(day.takes('08:03', 'drive-thru')).toBe('L-001');
});

test('pontianak: 60 with priority a day, whatever they come for; who comes without goes on', () => {
  const day = opened(morning(shipped('pontianak')));
  takesMany(day, '08:00', 40, 'passport', 'priority');
  takesMany(day, '08:01', 20, 'additional', 'priority');
  expect(asks(day, '08:02', 'passport', 'priority')).toMatchObject({ refused: 'quota-full' });
  expect(asks(day, '08:03')).toMatchObject({ number: 'A-001' });
});

test('pontianak: from 12:00 priority gets a number for 13:00, not a refusal; after the last intake one for tomorrow is not given', () => {
  const office = withHours(shipped('pontianak'), {
    thu: [span(8, 12), span(13, 15)],
    fri: [span(8, 12), span(13, 15)],
  });
  const day = opened(morning(office));
  expect(asks(day, '11:59', 'passport', 'priority')).not.toHaveProperty('notBefore');
  expect(asks(day, '12:10', 'passport', 'priority')).toMatchObject({
    number: 'P-002',
    notBefore: '2026-11-26T06:00:00.000Z',
    promiseAt: '2026-11-26T06:30:00.000Z',
  });
  expect(day.next(1, '12:11')).toMatchObject({ ticket: 'P-001' });
  expect(day.next(2, '12:12')).toMatchObject({ refused: 'nobody-waiting' });
  expect(asks(day, '12:13')).toMatchObject({ refused: 'office-closed', opensAt: '2026-11-26T06:00:00.000Z' });
  expect(day.next(2, '13:00')).toMatchObject({ ticket: 'P-002' });
  expect(asks(day, '15:00', 'passport', 'priority')).toMatchObject({
    refused: 'intake-closed',
    opensAt: '2026-11-27T01:00:00.000Z',
  });
});

test('pontianak: the additional service has 125 places on Thursday and Friday, and none on other days', () => {
  const day = opened(morning(shipped('pontianak')));
  takesMany(day, '08:00', 125, 'additional');
  expect(asks(day, '08:01', 'additional')).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-27' });
  // They are no places of the others.
  expect(day.takes('08:02')).toBe('A-001');
  expect(asks(day, '2026-11-28 08:00', 'additional')).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-12-02T17:00:00.000Z',
  });
});

test('pontianak: applicants choose date and time themselves, in half hours up to two weeks ahead, and come at that time', () => {
  const day = bookingDay(withHours(shipped('pontianak'), { fri: [span(8, 12)], thu: [span(8, 12)] }));
  expect(day.books('07:30', { slot: '09:30' })).toMatchObject({
    date: friday,
    slot: '2026-11-27T02:30:00.000Z',
    arriveAt: '2026-11-27T02:30:00.000Z',
  });
  expect(day.books('07:31', { slot: '09:15' })).toMatchObject({ refused: 'unknown-slot' });
  expect(day.books('07:32', { date: '2026-12-10' })).toMatchObject({ date: '2026-12-10' });
  expect(day.books('07:33', { date: '2026-12-11' })).toMatchObject({
    refused: 'outside-horizon',
    until: '2026-12-10',
  });
});

test('cirebon: come 30 minutes early; a telephone number has one live booking, for one person', () => {
  const day = bookingDay(shipped('cirebon'));
  const wish = { slot: '09:00', phone: '+6281234567890' };
  expect(day.books('08:00', wish)).toMatchObject({
    slot: '2026-11-27T02:00:00.000Z',
    arriveAt: '2026-11-27T01:30:00.000Z',
  });
  expect(day.books('08:01', { ...wish, slot: '10:00' })).toMatchObject({ refused: 'one-booking-only' });
  expect(day.books('08:02', { people: 2 })).toMatchObject({ refused: 'party-too-large', most: 1 });
});

test('cirebon: the code gives the number at the machine, once, on its day', () => {
  const day = bookingDay(shipped('cirebon'));
  const code = day.booked('08:00', { slot: '09:00' });
  expect(day.checksIn('08:30', code)).toMatchObject({ refused: 'booking-other-day', date: friday });
  expect(day.checksIn('2026-11-27 05:59', code)).toMatchObject({
    refused: 'booking-early',
    opensAt: '2026-11-26T23:00:00.000Z',
  });
  expect(day.checksIn('2026-11-27 08:40', code)).toMatchObject({ number: 'A-001', service: 'passport' });
  expect(day.checksIn('2026-11-27 08:41', code)).toMatchObject({ refused: 'booking-used' });
});

test('puskesmas: immunisation is given on Wednesdays; on a Thursday one hears when', () => {
  const day = morning(shipped('puskesmas'));
  expect(asks(day, '08:00', 'immunisation')).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-12-01T15:00:00.000Z',
  });
  expect(asks(day, '2026-12-02 08:00', 'immunisation')).toMatchObject({ number: 'E-001' });
});

test('puskesmas: twenty a day for the one dentist, whose chair is lost by coming late', () => {
  const day = bookingDay(shipped('puskesmas'));
  const wish = { service: 'dental', slot: '09:00' };
  const code = day.booked('08:00', wish);
  for (let taken = 0; taken < 19; taken += 1) day.booked('08:01', { ...wish, slot: '10:00' });
  expect(day.books('08:02', wish)).toMatchObject({ refused: 'quota-full' });
  expect(day.checksIn('2026-11-27 09:15:00.001', code)).toMatchObject({ refused: 'booking-late' });
});
