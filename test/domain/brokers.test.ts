/** Signs of people who trade in places. */
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { BookingSource } from '../../server/domain/booking/booking-events.ts';
import { suspicionsOf } from '../../server/domain/booking/brokers.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const ayu = '+6281234564821';
const budi = '+6281234569999';
const holding = { booking: { service: 'passport', slot: 'PT30M', holdBack: 'PT5M' } };

interface Made {
  readonly phone?: string | null;
  readonly date?: string;
  readonly service?: string;
  readonly source?: BookingSource;
}

/** Bookings as events: which of them are possible is not what is asked here. */
function bookings(changes: Record<string, unknown> = holding) {
  const day = morning(contoh(changes));
  let made = 0;
  return {
    day,
    books(
      time: string,
      { phone = ayu, date = '2026-12-01', service = 'passport', source = 'kiosk' }: Made = {},
    ) {
      made += 1;
      const code = `booking-${made}`;
      const personal = {
        people: [{ name: 'Nama Rahasia', birthDate: null }],
        phone,
        details: null,
        reference: null,
      };
      const slot = clock(`${date} 09:00`);
      const place = { code, shortCode: `S${made}`, service, lane: 'regular', date, slot, people: 1 };
      apply(day.state, {
        type: 'BookingMade',
        at: clock(time),
        ...place,
        source,
        personalOf: code,
        personal,
      });
      return code;
    },
    cancels: (code: string, time: string) =>
      apply(day.state, { type: 'BookingCancelled', at: clock(time), code }),
    givesUp: (code: string, time: string) =>
      apply(day.state, { type: 'BookingGivenUp', at: clock(time), code }),
  };
}

const seen = (day: Morning, time: string) => suspicionsOf(day.state, clock(time));

test('BR1 a contact with three cancellations in 30 days is shown, with two it is not', () => {
  const { day, books, cancels, givesUp } = bookings();
  for (const n of [0, 1]) cancels(books(`08:0${n}`), `09:0${n}`);
  cancels(books('08:00', { phone: budi }), '08:30');
  books('08:30');
  expect(seen(day, '10:00').contacts).toEqual([]);
  givesUp(books('08:40'), '09:30');
  expect(seen(day, '10:00').contacts).toEqual([
    { contact: '…4821', cancelled: 3, made: 4, last: '2026-11-26T01:30:00.000Z' },
  ]);
});

test('BR1 what is older than 30 days does not count', () => {
  const { day, books, cancels } = bookings();
  for (const time of ['2026-10-27 08:00', '2026-11-01 08:00', '2026-11-02 08:00']) cancels(books(time), time);
  expect(seen(day, '2026-11-26 08:00').contacts).toMatchObject([{ cancelled: 3, made: 3 }]);
  expect(seen(day, '2026-11-26 08:01').contacts).toEqual([]);
});

test('BR1 the most cancellations stand first; without a contact nobody is shown', () => {
  const { day, books, cancels } = bookings();
  for (const phone of [ayu, budi, null, null, null])
    for (const n of [0, 1, 2]) cancels(books(`08:0${n}`, { phone }), '09:00');
  cancels(books('08:30', { phone: budi }), '09:01');
  expect(seen(day, '10:00').contacts.map(({ contact, cancelled }) => [contact, cancelled])).toEqual([
    ['…9999', 4],
    ['…4821', 3],
  ]);
});

test('BR2 a place that goes to another contact within ten minutes of being free is shown', () => {
  const { day, books, cancels } = bookings();
  cancels(books('08:00'), '09:00');
  books('09:06:30', { phone: budi });
  expect(seen(day, '10:00').rebooked).toEqual([
    {
      date: '2026-12-01',
      service: 'passport',
      cancelledAt: '2026-11-26T01:00:00.000Z',
      cancelled: '…4821',
      bookedAt: '2026-11-26T01:06:30.000Z',
      booked: '…9999',
      seconds: 90,
    },
  ]);
});

test.each<[string, string, Made]>([
  ['of the same contact', '09:06', { phone: ayu }],
  ['of nobody known', '09:06', { phone: null }],
  ['for another date', '09:06', { phone: budi, date: '2026-12-02' }],
  ['for another service', '09:06', { phone: budi, service: 'question' }],
  ['while the place is held back', '09:04', { phone: budi }],
  ['more than ten minutes later', '09:15:01', { phone: budi }],
  ['of another system’s list', '09:06', { phone: budi, source: 'import' }],
])('BR2 a booking %s is no sign', (_what, time, made) => {
  const { day, books, cancels } = bookings();
  cancels(books('08:00'), '09:00');
  books(time, made);
  expect(seen(day, '10:00').rebooked).toEqual([]);
});

test('BR2 one booking takes one place: two that were given back need two', () => {
  const { day, books, cancels } = bookings();
  for (const n of [0, 1]) cancels(books(`08:0${n}`), '09:00');
  books('09:06', { phone: budi });
  expect(seen(day, '10:00').rebooked).toHaveLength(1);
  books('09:07', { phone: budi });
  expect(seen(day, '10:00').rebooked.map(({ seconds }) => seconds)).toEqual([60, 120]);
});

test('BR3 numbers of today that are not over are shown together where they are of one person', () => {
  const { day } = bookings();
  for (const n of [1, 2, 3, 4]) {
    const ticket = day.takes(`08:0${n}`);
    day.does({ type: 'NoteIdentity', ticket, identity: n === 2 ? 'one' : 'other' }, `08:1${n}`);
  }
  day.does({ type: 'CancelTicket', ticket: 'A-004' }, '08:20');
  expect(seen(day, '10:00').identities).toEqual([{ tickets: ['A-001', 'A-003'] }]);
});

test('BR4 no telephone number, no name and no hash is shown', () => {
  const { day, books, cancels } = bookings();
  for (const n of [0, 1, 2]) cancels(books(`08:0${n}`), '09:00');
  books('09:06', { phone: budi });
  for (const n of [1, 2]) {
    const ticket = day.takes(`08:3${n}`);
    day.does({ type: 'NoteIdentity', ticket, identity: 'hash-of-ayu' }, `08:4${n}`);
  }
  const shown = JSON.stringify(seen(day, '10:00'));
  expect(shown).toContain('…9999');
  for (const word of ['Rahasia', '123456', 'hash-of-ayu']) expect(shown).not.toContain(word);
});
