/** OF5: a request is cancelled until its visit; the trip that it was on goes without it. */
import type { RequestAnswer } from '../../contract/http-offsite.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import type { Trip, VisitRequest } from '../offsite/offsite.ts';
import { requestAnswer } from '../views/offsite.ts';

type CancelRequest = Extract<Command, { type: 'CancelRequest' }>;

/** Refuses `unknown-request`, and `not-possible` where it was refused, or the visit has been. */
export function cancelRequest(
  state: State,
  { request: code }: CancelRequest,
  at: Instant,
): Decision<RequestAnswer> {
  const { requests, trips } = state.calendar.offsite;
  const request = requests.get(code);
  if (!request) return refuse('unknown-request');
  // Said twice, it is no mistake.
  if (request.state === 'cancelled') return accept(requestAnswer(state, request));
  const trip = request.trip === null ? null : (trips.get(request.trip) ?? null);
  if (!isStillToCome(state, request, trip)) return refuse('not-possible');
  const cancelled = { ...request, state: 'cancelled' as const, trip: null };
  return accept(
    requestAnswer(state, cancelled),
    { type: 'RequestCancelled', at, code },
    ...(trip ? [without(trip, code, at)] : []),
  );
}

/** OF5: nothing was entered for it, and its date is not over. */
export function isStillToCome({ day }: State, { state, results }: VisitRequest, trip: Trip | null): boolean {
  if (state === 'asked' || state === 'accepted') return true;
  return state === 'planned' && results.length === 0 && trip !== null && trip.date >= day.date;
}

function without(trip: Trip, code: string, at: Instant): DomainEvent {
  const { cancelled: _, ...planned } = trip;
  const requests = trip.requests.filter((other) => other !== code);
  return { type: 'TripPlanned', at, ...planned, requests };
}
