/**
 * BK10: a booking moves to another slot, or to another date, where it first takes new places, and holds back those of one
 * date at most. BK2, BK3, BK6, BK7 as for a new one.
 */
import type { BookingAnswer } from '../../contract/http-bookings.ts';
import { bookable, outsideHorizon } from '../booking/bookable.ts';
import { bookingAnswer } from '../booking/booking-answer.ts';
import type { BookingEvent } from '../booking/booking-events.ts';
import { bookingNamed } from '../booking/booking-named.ts';
import { placeFor } from '../booking/booking-place.ts';
import type { Booking, BookingState } from '../booking/bookings.ts';
import { heldBackOf } from '../booking/bookings.ts';
import { offers } from '../booking/waiting-list.ts';
import type { Command } from '../commands.ts';
import type { Decision, Refused, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { instant, toIso } from '../instant.ts';

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
  const { code } = booking;
  const { date, slot } = command;
  const outside = outsideHorizon(state, found.rules, date);
  if (outside) return outside;
  const soon = tooSoon(state, booking, date, at);
  if (soon) return soon;
  const own = ownPlaces(state, booking, date);
  const wanted = {
    ...{ ...found, date, people: booking.people, onlyLane: true },
    ...(slot === undefined ? {} : { slot: instant(slot) }),
    ...(own ? { moved: own } : {}),
  };
  const place = placeFor(state, wanted, at);
  if (!place.ok) return place;
  const answer = bookingAnswer(state, { ...booking, date, slot: place.slot });
  if (date === booking.date && place.slot === booking.slot) return accept(answer);
  const moved: BookingEvent = { type: 'BookingMoved', at, code, date, slot: place.slot };
  // WL2: where it had its places already, the slot that it does not take has room.
  return accept(answer, moved, ...(own ? offers(state, date, at, [moved]) : []));
}

/** BK10: places of another date that it has not been back to are held back, and it would hold back those of a second one. */
function tooSoon({ calendar }: State, booking: Booking, date: string, at: Instant): Refused | null {
  if (date === booking.date) return null;
  const other = heldBackOf(calendar.bookings, booking.code).find((held) => held.date !== date);
  return other && other.until > at ? refuse('too-soon', { availableAt: toIso(other.until) }) : null;
}

/** Where its places on the date are: it has them now, or they are held back for it. Null: it has none there. */
function ownPlaces({ calendar }: State, booking: Booking, date: string): Pick<Booking, 'slot'> | null {
  if (date === booking.date) return booking;
  return heldBackOf(calendar.bookings, booking.code).find((held) => held.date === date) ?? null;
}
