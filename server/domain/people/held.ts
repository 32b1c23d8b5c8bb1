/** What is held of a person now, whether the visit is still to come, and until when it is kept. */
import { lastDateOf } from '../booking/bookings.ts';
import { isStillToCome } from '../commands/cancel-request.ts';
import type { State } from '../decision.ts';
import { dateIn } from '../hours/hours.ts';
import { keptUntil } from '../offsite/offsite-keep.ts';
import type { Visit } from '../visit.ts';
import type { Person } from './person-named.ts';

/** BK12: the first date on which nothing of a booking is known any more, in days after it. */
const bookingKept = 31;

/** Names, telephone numbers and addresses. */
export function isHeld(person: Person): boolean {
  if (person.kind === 'visit') return false;
  return (person.kind === 'booking' ? person.booking : person.request).personal !== null;
}

/** PD5. */
export function isToCome(state: State, person: Person): boolean {
  if (person.kind === 'visit') return false;
  if (person.kind === 'booking') return ['live', 'waiting'].includes(person.booking.state);
  const { trip } = person.request;
  const { trips } = state.calendar.offsite;
  return isStillToCome(state, person.request, trip === null ? null : (trips.get(trip) ?? null));
}

/** The ticket of today of which something is known that goes at midnight by itself. */
export function needsHeldOf({ day }: State, person: Person): Visit | null {
  const visit = person.kind === 'request' ? null : person.visit;
  if (!visit || day.visits.get(visit.code) !== visit) return null;
  const { needs, proof, identity } = visit;
  return needs.length > 0 || proof !== null || identity !== null ? visit : null;
}

/** The date at whose beginning what is held goes by itself. */
export function heldUntil({ calendar, day }: State, person: Person): string {
  if (person.kind === 'booking') return dateIn(lastDateOf(person.booking), bookingKept);
  if (person.kind === 'visit') return dateIn(day.date, 1);
  return keptUntil(calendar, person.request);
}
