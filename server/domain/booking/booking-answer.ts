/** BK9: what anybody with the code of a booking is told. Nothing of it says who it is. */
import type { BookingAnswer } from '../../contract/http-bookings.ts';
import type { State } from '../decision.ts';
import { startOfDate } from '../hours/hours.ts';
import { type Instant, toIso, toIsoOrNull } from '../instant.ts';
import { timesOf } from './bookable.ts';
import type { Booking } from './bookings.ts';

export function bookingAnswer(state: State, booking: Booking): BookingAnswer {
  const { code, shortCode, service, lane, date, slot, people } = booking;
  const number = ticketOf(state, booking);
  return {
    ...{ code, shortCode, service, lane, date, slot: toIsoOrNull(slot) },
    ...writtenTimes(state, booking),
    people,
    state: booking.state,
    ...(booking.state === 'waiting' ? { waiting: onWaitingList(state, booking) } : {}),
    ...(number === undefined ? {} : { ticket: number }),
  };
}

function writtenTimes(
  { calendar: { office } }: State,
  { slot, date }: Booking,
): Pick<BookingAnswer, 'arriveAt' | 'checkInFrom' | 'lateAfter'> {
  if (slot === null || !office?.booking) return { arriveAt: null, checkInFrom: null, lateAfter: null };
  const { arriveAt, checkInFrom, lateAfter } = timesOf(office.booking, slot);
  // BK14: on its date alone. Who read 23:30 beside that date would come a day late.
  const begins = startOfDate(date, office.timeZone);
  const onItsDate = (at: Instant): string => toIso(at < begins ? begins : at);
  return {
    arriveAt: onItsDate(arriveAt),
    checkInFrom: onItsDate(checkInFrom),
    lateAfter: toIso(lateAfter),
  };
}

/** WL1: a new one comes last. */
function onWaitingList({ calendar: { bookings } }: State, { code, date, waitUntil }: Booking) {
  const place = [...bookings.waiting].indexOf(code);
  return { place: (place === -1 ? bookings.waiting.size : place) + 1, until: waitUntil ?? date };
}

/** Its number, today and until the next midnight. */
function ticketOf({ day }: State, { ticket }: Booking): string | undefined {
  if (ticket === null) return undefined;
  return (day.visits.get(ticket) ?? day.before.get(ticket))?.number;
}
