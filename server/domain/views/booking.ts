/** What is seen of bookings: by whoever has a code nothing of who it is; by the supervisor the list of a date, and the people. */
import type { BookingAnswer, BookingPeopleAnswer, BookingsAnswer } from '../../contract/http-bookings.ts';
import type { BookingView } from '../../contract/views-booking.ts';
import { bookingAnswer } from '../booking/booking-answer.ts';
import { bookingNamed } from '../booking/booking-named.ts';
import type { Booking } from '../booking/bookings.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIso } from '../instant.ts';
import { officeSummary, type ViewContext } from './context.ts';
import { nameIn } from './names.ts';

/** `booking:<code>`. Null: there is no such booking (any more); a short code is not enough. */
export function bookingView(state: State, context: ViewContext, code: string): BookingView | null {
  const booking = state.calendar.bookings.all.get(code);
  if (!booking) return null;
  const { services, lanes, languages } = officeOf(state);
  const { ticket } = booking;
  const visit = ticket === null ? undefined : (state.day.visits.get(ticket) ?? state.day.before.get(ticket));
  return {
    office: officeSummary(state, context),
    serviceName: nameIn(services, booking.service, languages),
    laneName: nameIn(lanes, booking.lane, languages),
    booking: bookingAnswer(state, booking),
    ticketCode: visit?.link ?? null,
  };
}

/** By code or short code: who may ask by which is the asker's to know. */
export function bookingFor(state: State, name: string): BookingAnswer | null {
  const booking = bookingNamed(state, name);
  return booking && bookingAnswer(state, booking);
}

/** Whether somebody of the booking was born on that date; false once nobody knows any more. */
export const isBornOn = (state: State, name: string, birthDate: string): boolean =>
  bookingNamed(state, name)?.personal?.people.some((person) => person.birthDate === birthDate) ?? false;

/** Of a date: who has or had a place, by slot; and who waits for one there. */
export function bookingsOn(state: State, date: string): BookingsAnswer {
  const { all, byDate, waiting } = state.calendar.bookings;
  const found = (codes: Iterable<string>): Booking[] =>
    [...codes].map((code) => all.get(code)).filter((booking) => booking !== undefined);
  const wouldDo = (booking: Booking): boolean =>
    booking.date <= date && date <= (booking.waitUntil ?? booking.date);
  return {
    date,
    bookings: found(byDate.get(date) ?? [])
      .sort((one, other) => (one.slot ?? 0) - (other.slot ?? 0) || one.madeAt - other.madeAt)
      .map((booking) => listed(state, booking)),
    waiting: found(waiting)
      .filter(wouldDo)
      .map((booking) => listed(state, booking)),
  };
}

const listed = (state: State, booking: Booking): BookingsAnswer['bookings'][number] => ({
  ...bookingAnswer(state, booking),
  source: booking.source,
  madeAt: toIso(booking.madeAt),
});

/** BK18: only after the look was recorded. Null: there is no such booking, or nobody knows any more. */
export function bookingPeople(state: State, name: string): BookingPeopleAnswer | null {
  const booking = bookingNamed(state, name);
  if (!booking?.personal) return null;
  const { people, phone, details, reference } = booking.personal;
  return { code: booking.code, people, phone, details, reference };
}
