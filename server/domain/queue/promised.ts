/** What is promised to a visit, and the turn that follows from it: WT2, WT3. CL1: anew in another lane. */
import type { Office } from '../../contract/office.ts';
import { timesOf } from '../booking/bookable.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { earliest, instant, later } from '../instant.ts';
import type { Visit } from '../visit.ts';

export interface Promised {
  readonly promiseAt: Instant | null;
  readonly until: 'done' | 'called';
  readonly turn: Instant;
}

/**
 * WT2, WT3: what is promised to a visit of this service and lane, and its turn.
 * @param arrivedAt when the ticket was taken, or the door's reading that gave it
 */
export function promised(office: Office, serviceId: string, laneId: string, arrivedAt: Instant): Promised {
  const service = office.services.find(({ id }) => id === serviceId);
  const lane = office.lanes.find(({ id }) => id === laneId);
  const spans = [service?.promise, lane?.promise].filter((span) => span !== undefined);
  const until = service?.until ?? 'done';
  if (spans.length > 0) {
    const promiseAt = later(arrivedAt, Math.min(...spans));
    return { promiseAt, until, turn: promiseAt };
  }
  const longest = [...office.services, ...office.lanes].map(({ promise }) => promise ?? 0);
  return { promiseAt: null, until, turn: instant(arrivedAt + Math.max(0, ...longest)) };
}

/** CL1: in another lane, by the same clock as before: a reserved number's and a booking's do not run from the arrival. */
export function promisedIn(state: State, visit: Visit, lane: string): Promised {
  const office = officeOf(state);
  const { service, arrivedAt } = visit;
  const from = instant(Math.max(arrivedAt, visit.notBefore ?? 0));
  const anew = promised(office, service, lane, from);
  const slot = state.calendar.bookings.all.get(visit.booking ?? '')?.slot ?? null;
  if (!office.booking || slot === null) return anew;
  const { arriveAt, lateAfter } = timesOf(office.booking, slot);
  const { promiseAt, until } = promised(office, service, lane, instant(Math.max(from, arriveAt)));
  // BK16: who was in time has the turn of a booking in any lane.
  const turn = arrivedAt <= lateAfter ? earliest(anew.turn, later(slot, office.booking.within)) : anew.turn;
  return { promiseAt, until, turn };
}
