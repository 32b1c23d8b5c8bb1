/** Where a booking stands for whoever holds it: a live one is also open for check-in, or late. */
import type { BookingView } from '../../server/contract/views-booking.ts';

type Booking = BookingView['booking'];
export type Standing = 'live' | 'open' | 'late' | 'waiting' | 'used' | 'expired' | 'cancelled';

/** `now`: milliseconds of the hub's clock. */
export function standingOf({ state, checkInFrom, lateAfter }: Booking, now: number | null): Standing {
  if (state !== 'live' || now === null) return state;
  if (lateAfter !== null && now > Date.parse(lateAfter)) return 'late';
  return checkInFrom !== null && now >= Date.parse(checkInFrom) ? 'open' : 'live';
}

/** Still to come: it has a code to show, and can be cancelled. */
export const isAhead = (standing: Standing): boolean =>
  ['live', 'open', 'late', 'waiting'].includes(standing);

/** A shape for each, so that none is told by colour alone; drawn in a square of 24. */
export const shapes: Readonly<Record<Standing, string>> = {
  live: 'M4 12.500l5.500 5.500L20 6.500',
  open: 'M4 12h15M13 5.500l6.500 6.500-6.500 6.500',
  late: 'M12 3 2.500 20h19ZM12 9.500v5M12 17.300v.400',
  waiting: 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18ZM12 7v6l4 2',
  used: 'M4 12.500l5.500 5.500L20 6.500',
  expired: 'M5 12h14',
  cancelled: 'M6 6l12 12M18 6 6 18',
};
