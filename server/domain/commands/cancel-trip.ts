/** OF6: a trip that is cancelled gives its requests back, unless something was entered for one of them. */
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { requestsOf, shortCodesOfEntered } from '../offsite/offsite.ts';

type CancelTrip = Extract<Command, { type: 'CancelTrip' }>;

/** Refuses `unknown-trip`, and `not-possible` (with the short codes of what was entered). */
export function cancelTrip(
  { calendar: { offsite } }: State,
  { id, reason }: CancelTrip,
  at: Instant,
): Decision<Record<string, never>> {
  const trip = offsite.trips.get(id);
  if (!trip) return refuse('unknown-trip');
  if (trip.cancelled !== null) return refuse('not-possible');
  const tickets = shortCodesOfEntered(requestsOf(offsite, trip.requests));
  if (tickets.length > 0) return refuse('not-possible', { tickets });
  return accept({}, { type: 'TripCancelled', at, id, reason });
}
