/** Random days of bookings: made, moved, cancelled, checked in, waited for, with time going by, in any order. */
import fc from 'fast-check';
import type { BookingDay } from './booking-day.ts';
import { booked, bookingDay } from './booking-day.ts';
import { clock } from './morning.ts';

export const perDay = 3;
export const perSlot = 2;
const dates = ['2026-11-26', '2026-11-27'];
const slots = ['08:00', '08:30', '09:00', '09:30'];

export const office = booked(
  { perSlot, party: 3, holdBack: 'PT10M', expire: 'PT30M', horizon: 'P5D', perContact: 100 },
  { quotas: [{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay }] },
);

const step = fc.record({
  what: fc.constantFrom('book', 'book', 'wait', 'wait', 'wait', 'move', 'cancel', 'cancel', 'check-in'),
  date: fc.constantFrom(...dates),
  until: fc.constantFrom(...dates),
  slot: fc.option(fc.constantFrom(...slots), { nil: undefined }),
  people: fc.integer({ min: 1, max: 3 }),
  of: fc.nat(30),
  minutes: fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 5, 5, 11, 40, 600),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
export const days = fc.array(step, { minLength: 20, maxLength: 60 });

/** Does them all from 07:00 on; looks after each. */
export function play(steps: readonly Step[], look: (day: BookingDay) => void): BookingDay {
  const day = bookingDay(office);
  let at: number = clock('07:00');
  for (const each of steps) {
    at += each.minutes * 60_000;
    act(day, each, new Date(at).toISOString());
    look(day);
  }
  return day;
}

function act(day: BookingDay, { what, date, until, slot, people, of }: Step, time: string): void {
  const codes = [...day.state.calendar.bookings.all.keys()];
  const code = codes[of % Math.max(1, codes.length)] ?? 'nobody';
  const at = slot === undefined ? {} : { slot };
  if (what === 'book') day.books(time, { date, people, ...at });
  if (what === 'wait') day.books(time, { date, people, orWait: true, waitUntil: until });
  if (what === 'move') day.moves(time, code, date, slot);
  if (what === 'cancel') day.cancels(time, code);
  if (what === 'check-in') day.checksIn(time, code);
}
