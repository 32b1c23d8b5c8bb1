/** BK10: a booking moves to another slot, or to another date, where it first takes new places. BK2, BK3, BK6, BK7 as for a new one. */
import type { BookingAnswer } from '../../contract/http-bookings.ts';
import { bookable, outsideHorizon } from '../booking/bookable.ts';
import { bookingAnswer } from '../booking/booking-answer.ts';
import type { BookingEvent } from '../booking/booking-events.ts';
import { bookingNamed } from '../booking/booking-named.ts';
import { placeFor } from '../booking/booking-place.ts';
import type { BookingState } from '../booking/bookings.ts';
import { offers } from '../booking/waiting-list.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';

type MoveBooking = Extract<Command, { type: 'MoveBooking' }>;

const refusedIn = {
  waiting: 'not-possible',
  used: 'booking-used',
  expired: 'booking-late',
  cancelled: 'booking-cancelled',
} as const satisfies Record<Exclude<BookingState, 'live'>, string>;

export function moveBooking(state: State, command: MoveBooking, at: Instant): Decision<BookingAnswer> {
  const booking = bookingNamed(state, command.booking);
  if (!booking) return refuse('unknown-booking');
  if (booking.state !== 'live') return refuse(refusedIn[booking.state]);
  const found = bookable(state, booking.service, booking.lane);
  if (typeof found === 'string') return refuse(found);
  const { code, people } = booking;
  const { date, slot } = command;
  const outside = outsideHorizon(state, found.rules, date);
  if (outside) return outside;
  const isSameDate = date === booking.date;
  const wanted = {
    ...{ ...found, date, people, onlyLane: true },
    ...(slot === undefined ? {} : { slot: instant(slot) }),
    ...(isSameDate ? { moved: { slot: booking.slot } } : {}),
  };
  const place = placeFor(state, wanted, at);
  if (!place.ok) return place;
  const answer = bookingAnswer(state, { ...booking, date, slot: place.slot });
  if (isSameDate && place.slot === booking.slot) return accept(answer);
  const moved: BookingEvent = { type: 'BookingMoved', at, code, date, slot: place.slot };
  // WL2: within a date nothing is held back, and the former slot has room.
  return accept(answer, moved, ...(isSameDate ? offers(state, date, at, [moved]) : []));
}
