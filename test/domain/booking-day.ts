/** A day on which people book, come and do not come, for tests: an office that is open from 08:00 to 10:00, in four slots. */
import type { Office } from '../../server/contract/office.ts';
import { bookingNamed } from '../../server/domain/booking/booking-named.ts';
import type { Booking } from '../../server/domain/booking/bookings.ts';
import type { Answered, Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

export const rules = { service: 'passport', horizon: 'P14D' };

/** Monday to Friday, 40 places a day unless said otherwise. @param booking what the office file says of bookings */
export const booked = (
  booking: Record<string, unknown> = {},
  changes: Record<string, unknown> = {},
): Office =>
  contoh({
    hours: { 'mon-fri': ['08:00-10:00'] },
    quotas: [{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay: 40 }],
    booking: { ...rules, ...booking },
    ...changes,
  });

/** The day after the morning's, which is a Thursday. */
export const friday = '2026-11-27';
export const monday = '2026-11-30';

/** What a test says of a booking; the rest is as nobody would notice. */
export interface Wish {
  readonly date?: string;
  readonly slot?: string;
  readonly lane?: string;
  readonly service?: string;
  /** How many; or their birth dates. */
  readonly people?: number | readonly string[];
  readonly phone?: string;
  readonly orWait?: boolean;
  readonly waitUntil?: string;
}

export interface BookingDay extends Morning {
  /** @param time when it is booked; slots are local times of the date */
  books(time: string, wish?: Wish): Answered;
  /** The same, and it must be done; gives the code. */
  booked(time: string, wish?: Wish): string;
  moves(time: string, booking: string, date: string, slot?: string): Answered;
  cancels(time: string, booking: string): Answered;
  checksIn(time: string, booking: string, more?: Record<string, unknown>): Answered;
  booking(name: string): Booking;
}

export function bookingDay(office: Office = booked(), start?: string): BookingDay {
  const day = morning(office, start);
  const { does, state } = day;
  const slotOf = (date: string, slot: string | undefined) =>
    slot === undefined ? {} : { slot: clock(`${date} ${slot}`, office.timeZone) };
  const begun: BookingDay = {
    ...day,
    books(time, { date = friday, slot, people = 1, service = 'passport', ...more } = {}) {
      const born = typeof people === 'number' ? Array<string>(people).fill('1990-05-17') : people;
      const persons = born.map((birthDate, index) => ({ name: `Orang ${index}`, birthDate }));
      const what = { service, date, ...slotOf(date, slot), ...more };
      return does({ type: 'Book', source: 'integration', people: persons, ...what }, time);
    },
    booked(time, wish) {
      const { code } = begun.books(time, wish);
      if (typeof code !== 'string') throw new Error('it was not booked');
      return code;
    },
    moves: (time, booking, date, slot) =>
      does({ type: 'MoveBooking', booking, date, ...slotOf(date, slot) }, time),
    cancels: (time, booking) => does({ type: 'CancelBooking', booking }, time),
    checksIn: (time, booking, more = {}) => does({ type: 'TakeTicket', booking, ...more }, time),
    booking(name) {
      const found = bookingNamed(state, name);
      if (!found) throw new Error(`no booking ${name}`);
      return found;
    },
  };
  return begun;
}
