/** OF4: on which dates a trip may go: the days of its services, and the quotas that name them. */
import type { Office, Quota } from '../../contract/office.ts';
import { totalOf } from '../booking/quotas.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { dateAfter, dateIn, isDoneOn } from '../hours/hours.ts';
import { entriesOf, requestsOf, type VisitRequest } from './offsite.ts';

/** Days ahead of today for which a trip can be planned. */
export const daysAhead = 366;

/** What wants to go: `trip` is the id it has already; null for a new one. */
export interface Wish {
  readonly trip: string | null;
  readonly requests: readonly VisitRequest[];
}

/** Whether all of them are given on that day of the week. What is gone from the office hinders nothing. */
export const areGivenOn = (office: Office, { requests }: Wish, date: string): boolean =>
  requests.every(({ service }) => {
    const known = office.services.find(({ id }) => id === service);
    return known === undefined || isDoneOn(known, date);
  });

/**
 * Whether every quota that names a service of them has room, whatever the lane. A visit without an applicant takes one
 * place. What a trip already has
 * on this date it keeps, where the office has made the quota smaller since.
 */
export function haveRoomOn(state: State, wish: Wish, date: string): boolean {
  return officeOf(state).quotas.every((quota) => {
    const wanted = placesOf(quota, wish.requests);
    if (wanted === 0 || wanted <= heldBy(state, quota, wish, date)) return true;
    return wanted + heldByOthers(state, quota, wish, date) <= totalOf(state, quota, date);
  });
}

/** The first date from this one on that would do; null: none that can be planned. */
export function nextDateFor(state: State, wish: Wish, from: string): string | null {
  const last = dateIn(state.day.date, daysAhead);
  for (let date = from; date <= last; date = dateAfter(date))
    if (areGivenOn(officeOf(state), wish, date) && haveRoomOn(state, wish, date)) return date;
  return null;
}

function placesOf({ services }: Quota, requests: readonly VisitRequest[]): number {
  let places = 0;
  for (const request of requests) if (services.includes(request.service)) places += entriesOf(request);
  return places;
}

function heldBy({ calendar: { offsite } }: State, quota: Quota, wish: Wish, date: string): number {
  const trip = wish.trip === null ? undefined : offsite.trips.get(wish.trip);
  return trip?.date === date ? placesOf(quota, requestsOf(offsite, trip.requests)) : 0;
}

function heldByOthers({ calendar: { offsite } }: State, quota: Quota, wish: Wish, date: string): number {
  let places = 0;
  for (const trip of offsite.trips.values())
    if (trip.date === date && trip.id !== wish.trip && trip.cancelled === null)
      places += placesOf(quota, requestsOf(offsite, trip.requests));
  return places;
}
