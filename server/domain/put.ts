/** The only two ways in which a visit of the day changes, so that what is kept beside it stays true. */
import { placeKey } from './booking/bookings.ts';
import type { Day } from './day.ts';
import { isHandoverBroken } from './day.ts';
import { noteNeeds } from './queue/pace.ts';
import { enter, leave } from './queue/queues.ts';
import type { Visit } from './visit.ts';
import { promiseRuns } from './visit.ts';

/** Puts the visit in place of the former one with its code. */
export function putVisit(day: Day, visit: Visit): void {
  const former = day.visits.get(visit.code);
  if (former) countPlaces(day, former, -1);
  countPlaces(day, visit, 1);
  if (former) noteNeeds(day, former, -1);
  noteNeeds(day, visit, 1);
  if (former?.state === 'waiting') leave(day.queues, former);
  day.visits.set(visit.code, visit);
  if (visit.state === 'waiting') {
    day.waiting.add(visit.code);
    enter(day.queues, visit);
  } else day.waiting.delete(visit.code);
  if (visit.outside && visit.state === 'waiting') day.outside.add(visit.code);
  else day.outside.delete(visit.code);
  if (promiseRuns(visit) && !day.brokenPromises.has(visit.code)) day.running.add(visit.code);
  else day.running.delete(visit.code);
  const runs = visit.handover !== null && visit.handover.endedAt === null;
  if (runs && !isHandoverBroken(day, visit)) day.handovers.add(visit.code);
  else day.handovers.delete(visit.code);
}

/** Places that it takes as a walk-in. */
function countPlaces({ walkIns }: Day, { takesPlace, service, lane, people }: Visit, sign: 1 | -1): void {
  if (!takesPlace) return;
  const key = placeKey(service, lane);
  walkIns.set(key, (walkIns.get(key) ?? 0) + sign * people);
}

export function visitOf(day: Day, code: string): Visit {
  const visit = day.visits.get(code);
  if (!visit) throw new Error(`an event names a visit that is not there: ${code}`);
  return visit;
}

export function changeVisit(day: Day, code: string, change: Partial<Visit>): void {
  putVisit(day, { ...visitOf(day, code), ...change });
}
