/** PD1: whom a code speaks of: a booking, a request for a visit outside, or a ticket; a booking and its ticket are one. */
import { bookingNamed, plainShortCode } from '../booking/booking-named.ts';
import type { Booking } from '../booking/bookings.ts';
import { findVisit } from '../day.ts';
import type { State } from '../decision.ts';
import type { VisitRequest } from '../offsite/offsite.ts';
import type { Visit } from '../visit.ts';

interface OfVisit {
  readonly code: string;
  /** Null: there is none, or its day is over. */
  readonly visit: Visit | null;
}

/** `code`: under which the record speaks of whoever it is. */
export type Person =
  | (OfVisit & { readonly kind: 'booking'; readonly booking: Booking })
  | { readonly kind: 'request'; readonly code: string; readonly request: VisitRequest }
  | (OfVisit & { readonly kind: 'visit'; readonly visit: Visit });

/** Null: nothing is known under this name (any more). */
export function personNamed(state: State, name: string): Person | null {
  const booking = bookingNamed(state, name);
  if (booking) return ofBooking(state, booking);
  const request = requestNamed(state, name);
  if (request) return { kind: 'request', code: request.code, request };
  const visit = visitNamed(state, name);
  if (!visit) return null;
  const own = visit.booking === null ? undefined : state.calendar.bookings.all.get(visit.booking);
  return own ? ofBooking(state, own) : { kind: 'visit', code: visit.code, visit };
}

function ofBooking({ day }: State, booking: Booking): Person {
  const { ticket } = booking;
  const visit = ticket === null ? null : (day.visits.get(ticket) ?? day.before.get(ticket) ?? null);
  return { kind: 'booking', code: booking.code, booking, visit };
}

function requestNamed({ calendar: { offsite } }: State, name: string): VisitRequest | null {
  const shortCode = plainShortCode(name);
  const found = [...offsite.requests.values()].find((request) => request.shortCode === shortCode);
  return offsite.requests.get(name) ?? found ?? null;
}

function visitNamed({ day }: State, name: string): Visit | null {
  const shortCode = plainShortCode(name);
  const spoken = [...day.visits.values()].find((visit) => visit.shortCode === shortCode);
  return findVisit(day, name) ?? day.visits.get(name) ?? day.before.get(name) ?? spoken ?? null;
}
