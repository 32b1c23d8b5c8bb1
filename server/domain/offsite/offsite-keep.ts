/** OF8: how long names, addresses and telephone numbers of requests are kept. */

import type { Calendar } from '../calendar.ts';
import type { CalendarEvent } from '../calendar-events.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { dateIn, localDate } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import type { Offsite, VisitRequest } from './offsite.ts';

/** Days after the visit, the refusal or the cancellation. */
const keptDays = 30;
/** Days after it was asked, for what was never planned. */
const keptUnplanned = 365;

/** Those whose time is over on this date, when it begins. The counts stay. */
export function requestsEmptied(state: State, date: string, at: Instant): CalendarEvent[] {
  const { offsite } = state.calendar;
  const { timeZone } = officeOf(state);
  const codes = [...offsite.requests.values()]
    .filter((request) => request.personal !== null && endOf(offsite, request, timeZone) <= date)
    .map(({ code }) => code);
  return codes.length > 0 ? [{ type: 'RequestsEmptied', at, codes }] : [];
}

/** OF8: the date at whose beginning the personal parts of a request go. */
export const keptUntil = ({ offsite, office }: Calendar, request: VisitRequest): string =>
  endOf(offsite, request, office?.timeZone ?? 'UTC');

/** The date at whose beginning they go. Nobody has to have entered anything for a visit to be over. */
function endOf({ trips }: Offsite, request: VisitRequest, timeZone: string): string {
  const { trip: id, state, decided, cancelledAt, askedAt } = request;
  const trip = id === null ? undefined : trips.get(id);
  if (trip) return dateIn(trip.date, keptDays);
  const ended = state === 'cancelled' ? cancelledAt : state === 'refused' ? (decided?.at ?? null) : null;
  if (ended !== null) return dateIn(localDate(ended, timeZone), keptDays);
  return dateIn(localDate(askedAt, timeZone), keptUnplanned);
}
