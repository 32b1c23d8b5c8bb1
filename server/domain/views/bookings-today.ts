/** Bookings of today in figures, and the numbers whose proof nobody has confirmed. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { State } from '../decision.ts';

export function bookingsToday({
  calendar: { bookings },
  day,
}: State): Pick<SupervisorView, 'bookings' | 'unverified'> {
  const counts = { live: 0, used: 0, expired: 0 };
  for (const code of bookings.byDate.get(day.date) ?? []) {
    const state = bookings.all.get(code)?.state;
    if (state === 'live' || state === 'used' || state === 'expired') counts[state] += 1;
  }
  return {
    bookings: { ...counts, waiting: bookings.waiting.size },
    unverified: [...day.visits.values()].filter(({ proof }) => proof !== null).map(({ number }) => number),
  };
}
