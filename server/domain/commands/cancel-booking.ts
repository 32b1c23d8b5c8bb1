/** BK11: a booking is cancelled until it is checked in; its places are held back before others can have them. */
import type { BookingAnswer } from '../../contract/http-bookings.ts';
import { bookingAnswer } from '../booking/booking-answer.ts';
import { bookingNamed } from '../booking/booking-named.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type CancelBooking = Extract<Command, { type: 'CancelBooking' }>;

export function cancelBooking(state: State, command: CancelBooking, at: Instant): Decision<BookingAnswer> {
  const booking = bookingNamed(state, command.booking);
  if (!booking) return refuse('unknown-booking');
  if (booking.state === 'used') return refuse('booking-used');
  if (booking.state === 'expired') return refuse('booking-late');
  if (booking.state === 'cancelled') return accept(bookingAnswer(state, booking));
  const cancelled = { ...booking, state: 'cancelled', cancelledAt: at } as const;
  return accept(bookingAnswer(state, cancelled), { type: 'BookingCancelled', at, code: booking.code });
}
