/** CO1: who could not be served to the end in an office. */
import type { Office } from '../contract/office.ts';
import { strandedBookings } from './booking/stranded-bookings.ts';
import type { State } from './decision.ts';
import { strandedRequests } from './offsite/stranded-requests.ts';
import { hasCounters } from './queue/has-counters.ts';
import { byTurn } from './queue/queues.ts';
import type { Visit } from './visit.ts';
import { isOpen } from './visit.ts';

/** Whether the office has the visit's service, lane and steps. */
export const isKnown = (office: Office, { service, lane, step, todo }: Visit): boolean =>
  office.services.some(({ id }) => id === service) &&
  office.lanes.some(({ id }) => id === lane) &&
  [step, ...todo].every((each) => office.steps.some(({ id }) => id === each));

/** Whether a visit under way has nowhere to go: unknown, a step without a counter, or the counter it is at is gone. */
export function isStranded(office: Office, visit: Visit): boolean {
  if (!isOpen(visit)) return false;
  const { lane, step, todo, counter, state } = visit;
  const isAtCounter = state === 'called' || state === 'serving';
  if (isAtCounter && !office.counters.some(({ number }) => number === counter)) return true;
  return !hasCounters(office, lane, [step, ...todo]) || !isKnown(office, visit);
}

/** CO1: the numbers of those that a changed office would strand, the earliest turn first, then short codes of bookings and requests. */
export function strandedBy(state: State, office: Office): string[] {
  const { calendar, day } = state;
  // Who has nowhere to go already must not hinder the change that may help them.
  const visits = [...day.visits.values()]
    .filter((visit) => isStranded(office, visit) && !(calendar.office && isStranded(calendar.office, visit)))
    .sort(byTurn)
    .map(({ number }) => number);
  return [...visits, ...strandedBookings(calendar, office), ...strandedRequests(state, office)];
}
