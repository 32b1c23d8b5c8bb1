/** Places that are given back, when they are free again, and places that are released. */
import { expect, test } from 'vitest';
import { leftOn, quotaOn } from '../../server/domain/booking/quotas.ts';
import type { Command } from '../../server/domain/commands.ts';
import { clock, date, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const booking = { service: 'passport', holdBack: 'PT10M', horizon: 'P7D', checkInFrom: 'PT8H' };
const quota = { id: 'regular', services: ['passport'], lanes: ['regular'], perDay: 3, upTo: 5 };
const office = contoh({ quotas: [quota], booking });
const take: Command = { type: 'TakeTicket', service: 'passport' };

const left = (day: Morning, on = date) =>
  leftOn(day.state, { service: 'passport', lane: 'regular' }, on, 'walkIn');
const seen = (day: Morning) => {
  const [of] = day.state.calendar.office?.quotas ?? [];
  if (!of) throw new Error('no quota');
  const { used, heldBack } = quotaOn(day.state, of, date);
  return { ...used, heldBack };
};
const cancel = (ticket: string): Command => ({ type: 'CancelTicket', ticket });

test('QU5 a cancelled ticket gives its places back after the time for which they are held back', () => {
  const day = morning(office);
  const ticket = day.takes('08:00', 'passport', { people: 3 });
  day.does(cancel(ticket), '08:05');
  expect(seen(day)).toEqual({ booking: 0, walkIn: 3, heldBack: 3 });
  expect(day.does(take, '08:14:59.999').refused).toBe('quota-full');
  expect(day.passes('09:00')).toEqual([
    { type: 'PlaceFreed', at: clock('08:15'), code: day.visit(ticket).code },
  ]);
  expect(seen(day)).toEqual({ booking: 0, walkIn: 0, heldBack: 0 });
  expect(day.passes('10:00')).toEqual([]);
});

test('QU5 where nothing is booked the places are free at once', () => {
  const day = morning(contoh({ quotas: [quota] }));
  const ticket = day.takes('08:00', 'passport', { people: 3 });
  day.does(cancel(ticket), '08:05');
  expect(left(day)).toBe(3);
  expect(day.does(take, '08:05').number).toBe('A-002');
});

test('QU5 once called a ticket has used its place, however it ends', () => {
  const day = morning(office);
  day.opens(1);
  const [held, missed, away] = [day.takes('08:00'), day.takes('08:01'), day.takes('08:02')];
  day.next(1, '08:03');
  day.press('HoldVisit', 1, '08:04');
  day.does(cancel(held), '08:05');
  day.next(1, '08:06');
  for (const minute of ['08:07', '08:08', '08:09']) day.press('RecallTicket', 1, minute);
  day.press('MarkNoShow', 1, '08:10');
  day.next(1, '08:11');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:12');
  expect([held, missed, away].map((ticket) => day.visit(ticket).state)).toEqual([
    'cancelled',
    'no-show',
    'incomplete',
  ]);
  day.passes('12:00');
  expect(left(day)).toBe(0);
});

test('QU5 a call that was taken back was no call', () => {
  const day = morning(office);
  day.opens(1);
  const ticket = day.takes('08:00');
  day.next(1, '08:03');
  day.press('UndoAction', 1, '08:03:10');
  day.does(cancel(ticket), '08:05');
  day.passes('08:15');
  expect(left(day)).toBe(3);
});

test('QU5 a cancelled ticket of a booking gives up the booking, whose places come free in the same time', () => {
  const day = morning(office);
  const person = { name: 'Siti', birthDate: '1990-01-01' };
  const wanted = { service: 'passport', date, people: [person, person], source: 'kiosk' } as const;
  const slot = clock('10:00');
  const { code } = day.does({ type: 'Book', ...wanted, slot }, '07:15') as { code: string };
  const { number } = day.does({ type: 'TakeTicket', booking: code }, '09:00') as { number: string };
  expect(seen(day)).toEqual({ booking: 2, walkIn: 0, heldBack: 0 });
  day.does(cancel(number), '09:05');
  expect(day.last().map(({ type }) => type)).toEqual(['VisitCancelled', 'BookingGivenUp']);
  expect(seen(day)).toEqual({ booking: 2, walkIn: 0, heldBack: 2 });
  expect(day.passes('09:15').map(({ type, at }) => [type, at])).toEqual([['PlacesFreed', clock('09:15')]]);
  expect(seen(day)).toEqual({ booking: 0, walkIn: 0, heldBack: 0 });
});

test('QU5 a booking whose ticket was called is used for good', () => {
  const day = morning(office);
  day.opens(1);
  const people = [{ name: 'Siti', birthDate: '1990-01-01' }];
  const made = day.does(
    { type: 'Book', service: 'passport', date, slot: clock('10:00'), people, source: 'kiosk' },
    '07:15',
  );
  const { number } = day.does({ type: 'TakeTicket', booking: made.code as string }, '09:00') as {
    number: string;
  };
  day.next(1, '09:01');
  day.press('HoldVisit', 1, '09:02');
  day.does(cancel(number), '09:05');
  expect(day.last().map(({ type }) => type)).toEqual(['VisitCancelled']);
});

test('QU5 what is held back over midnight is nothing on the next date', () => {
  const day = morning(office);
  day.does(cancel(day.takes('23:50', 'passport', { people: 2 })), '23:55');
  expect(day.passes('2026-11-27 00:30').map(({ type }) => type)).toEqual(['DayEnded', 'DayBegan']);
  expect(left(day, '2026-11-27')).toBe(3);
});

const release = (more: object = {}): Command => ({
  type: 'ReleasePlaces',
  quota: 'regular',
  places: 1,
  reason: 'two more officers',
  by: 'supervisor',
  ...more,
});

test('QU8 places are released for today or a later date, up to the most', () => {
  const day = morning(office);
  day.takes('08:00', 'passport', { people: 3 });
  expect(day.does(release(), '08:01')).toEqual({ total: 4 });
  expect(day.does(take, '08:02').number).toBe('A-002');
  expect(day.does(release({ places: 2 }), '08:03')).toMatchObject({ refused: 'too-many-places', most: 1 });
  expect(day.does(release(), '08:04')).toEqual({ total: 5 });
  expect(day.does(release(), '08:05')).toMatchObject({ refused: 'too-many-places', most: 0 });
  expect(day.does(release({ date: '2026-12-03', places: 2 }), '08:06')).toEqual({ total: 5 });
  expect([left(day), left(day, '2026-12-03'), left(day, '2026-12-02')]).toEqual([1, 5, 3]);
});

test('QU8 a quota that is not there, a date that is over or too far away, and a quota without a most', () => {
  const day = morning(office);
  expect(day.does(release({ quota: 'vip' }), '08:00').refused).toBe('unknown-quota');
  const outside = { refused: 'outside-horizon', from: date, until: '2026-12-03' };
  for (const other of ['2026-11-25', '2026-12-04'])
    expect(day.does(release({ date: other }), '08:00')).toMatchObject(outside);
  const { upTo: _, ...without } = quota;
  const fixed = morning(contoh({ quotas: [without] }));
  expect(fixed.does(release(), '08:00')).toMatchObject({ refused: 'too-many-places', most: 0 });
});

test('QU8 who waits for a place gets what is released, before anybody else', () => {
  const day = morning(contoh({ quotas: [quota], booking, hours: { 'mon-fri': ['08:00-16:00'] } }));
  day.takes('08:00', 'passport', { people: 3 });
  const people = [{ name: 'Siti', birthDate: '1990-01-01' }];
  const wanted = { service: 'passport', date, people, source: 'kiosk', orWait: true } as const;
  const { code } = day.does({ type: 'Book', ...wanted }, '08:01') as { code: string };
  day.does(release(), '08:02');
  expect(day.last().map(({ type }) => type)).toEqual(['PlacesReleased', 'BookingPlaced']);
  expect(day.state.calendar.bookings.all.get(code)?.state).toBe('live');
  expect(day.does(take, '08:03').refused).toBe('quota-full');
});
