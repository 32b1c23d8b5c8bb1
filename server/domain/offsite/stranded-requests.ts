/** CO1: requests for a visit that nobody could be sent to any more in a changed office. */
import type { Office } from '../../contract/office.ts';
import type { State } from '../decision.ts';
import { isDoneOn } from '../hours/hours.ts';
import type { VisitRequest } from './offsite.ts';

/** Their short codes, the longest wait first. */
export function strandedRequests({ calendar, day }: State, office: Office): string[] {
  const { offsite, office: before } = calendar;
  const dateOf = ({ trip }: VisitRequest): string | null => offsite.trips.get(trip ?? '')?.date ?? null;
  return (
    [...offsite.requests.values()]
      .filter((request) => isStranded(office, request, dateOf(request), day.date))
      // What could not be visited before must not hinder the change that may help.
      .filter((request) => !(before && isStranded(before, request, dateOf(request), day.date)))
      .map(({ shortCode }) => shortCode)
  );
}

/** @param date of its trip; results of one that has been can be entered as long as the service is there */
function isStranded(office: Office, request: VisitRequest, date: string | null, today: string): boolean {
  const { state, service: id } = request;
  if (state !== 'asked' && state !== 'accepted' && state !== 'planned') return false;
  const service = office.services.find((each) => each.id === id);
  if (!service?.offsite) return true;
  return date !== null && date >= today && !isDoneOn(service, date);
}
