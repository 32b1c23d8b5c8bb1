/** BK18: whoever opens the names of a booking is recorded before seeing them. */
import { bookingNamed } from '../booking/booking-named.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type SeeBooking = Extract<Command, { type: 'SeeBooking' }>;

export function seeBooking(
  state: State,
  { booking: name, by }: SeeBooking,
  at: Instant,
): Decision<Record<string, never>> {
  const booking = bookingNamed(state, name);
  return booking
    ? accept({}, { type: 'BookingSeen', at, code: booking.code, by })
    : refuse('unknown-booking');
}
