/** Bookings of today in figures, and the numbers whose proof nobody has confirmed. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { State } from '../decision.ts';

export function bookingsToday(_state: State): Pick<SupervisorView, 'bookings' | 'unverified'> {
  return { bookings: { live: 0, used: 0, expired: 0, waiting: 0 }, unverified: [] };
}
