/** What changes in the calendar while the hub is off, around the end of a day. */
import { expect, test } from 'vitest';
import { clock, date, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const office = contoh({
  booking: { service: 'passport', slot: 'PT30M', expire: 'PT2H', horizon: 'P7D' },
  quotas: [{ id: 'all', services: ['passport'], perDay: 9 }],
});

function books(day: Morning, slot: string): void {
  const people = [{ name: 'Siti', birthDate: '1990-01-01' }];
  const wanted = { service: 'passport', date, slot: clock(slot), people, source: 'kiosk' } as const;
  day.does({ type: 'Book', ...wanted }, '07:15');
}

const happened = (day: Morning, until: string) => day.passes(until).map(({ type, at }) => [type, at]);

test('TP8 what is due after the end of the day, and before the next one that the hub sees, stands between the two', () => {
  const day = morning(office);
  books(day, '21:30');
  books(day, '23:30');
  expect(happened(day, '2026-11-28 08:00')).toEqual([
    ['BookingExpired', clock('23:30')],
    ['DayEnded', clock('2026-11-27 00:00')],
    ['BookingExpired', clock('2026-11-27 01:30')],
    ['DayBegan', clock('2026-11-28 00:00')],
  ]);
  expect(happened(day, '2026-11-28 09:00')).toEqual([]);
});

test('TP8 what is due on the new date comes after its beginning, once', () => {
  const day = morning(office);
  books(day, '21:30');
  books(day, '23:30');
  const expected = [
    ['BookingExpired', clock('23:30')],
    ['DayEnded', clock('2026-11-27 00:00')],
    ['DayBegan', clock('2026-11-27 00:00')],
    ['BookingExpired', clock('2026-11-27 01:30')],
  ];
  expect(happened(day, '2026-11-27 08:00')).toEqual(expected);
  expect(day.state.calendar.bookings.taken.get(date)?.get('passport regular')).toBe(0);
});

test('TP8 what the new date itself makes due comes in at once', () => {
  const day = morning(office);
  books(day, '21:30');
  expect(happened(day, '2026-12-28 08:00').map(([type]) => type)).toEqual([
    'BookingExpired',
    'DayEnded',
    'DayBegan',
    'BookingsEmptied',
  ]);
  expect(happened(day, '2026-12-28 08:01')).toEqual([]);
});

test('TP8 a hand-over whose time would pass after the end of the day is not broken', () => {
  const day = morning(contoh());
  day.opens(5);
  day.takes('23:50', 'collection');
  day.next(5, '23:58');
  day.press('StartVisit', 5, '23:59');
  expect(happened(day, '2026-11-27 00:05').map(([type]) => type)).toEqual(['DayEnded', 'DayBegan']);
});
