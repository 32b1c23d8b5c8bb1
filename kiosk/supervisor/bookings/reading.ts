/** Looking at bookings and changing them: each call of the hub in one place. */
import { act, ask, type Reply } from '../../../display/lib/api.ts';
import type {
  BookingAnswer,
  BookingPeopleAnswer,
  BookingsAnswer,
} from '../../../server/contract/http-bookings.ts';

export type Listed = BookingsAnswer['bookings'][number];
/** One that was found by its code says less of where it came from. */
export type Shown = BookingAnswer & Partial<Pick<Listed, 'source' | 'madeAt'>>;

const pathOf = (code: string) => `/api/v1/bookings/${encodeURIComponent(code)}`;

export const readBookings = (date: string): Promise<Reply<BookingsAnswer>> =>
  ask('GET', `/api/v1/bookings?date=${date}`);

/** By code or short code, on whatever date it is. */
export const findBooking = (code: string): Promise<Reply<BookingAnswer>> => ask('GET', pathOf(code));

export const moveBooking = (code: string, date: string, slot: string): Promise<Reply<BookingAnswer>> =>
  ask('PATCH', pathOf(code), slot === '' ? { date } : { date, slot });

export const cancelBooking = (code: string): Promise<Reply<unknown>> => ask('DELETE', pathOf(code));

/** The look is recorded: by whom, and when. */
export const lookAtPeople = (code: string): Promise<Reply<BookingPeopleAnswer>> =>
  act(`${pathOf(code)}/people`);

/** As people write a short code down: letters of any size, with spaces or a dash. */
export const plainCode = (typed: string): string => typed.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
