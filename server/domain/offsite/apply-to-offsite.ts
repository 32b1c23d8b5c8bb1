/** How events make requests and trips. */
import type { PeopleEvent } from '../people/people-events.ts';
import { entriesOf, type Offsite, type VisitRequest } from './offsite.ts';
import type { OffsiteEvent } from './offsite-events.ts';

type Event = Exclude<OffsiteEvent, { type: 'RequestSeen' }> | Extract<PeopleEvent, { type: 'PersonErased' }>;
type Of<T extends Event['type']> = Extract<Event, { type: T }>;

export function applyToOffsite(offsite: Offsite, event: Event): void {
  switch (event.type) {
    case 'VisitRequested':
      offsite.requests.set(event.code, asked(event));
      return;
    case 'RequestDecided': {
      const { at, by, reason, decision } = event;
      const state = decision === 'accept' ? 'accepted' : 'refused';
      change(offsite, event.code, { state, decided: { at, by, reason } });
      return;
    }
    case 'RequestCancelled':
      change(offsite, event.code, { state: 'cancelled', cancelledAt: event.at, trip: null });
      return;
    case 'TripPlanned':
      plan(offsite, event);
      return;
    case 'TripCancelled': {
      const trip = offsite.trips.get(event.id);
      if (!trip) return;
      offsite.trips.set(event.id, { ...trip, cancelled: event.reason });
      for (const code of trip.requests) release(offsite, code);
      return;
    }
    case 'OffsiteRecorded':
      record(offsite, event);
      return;
    case 'RequestsEmptied':
      for (const code of event.codes) change(offsite, code, { personal: null });
      return;
    case 'PersonErased':
      change(offsite, event.code, { personal: null });
      return;
  }
}

function asked(event: Of<'VisitRequested'>): VisitRequest {
  const { at, code, shortCode, service, people, personal = null } = event;
  return {
    ...{ code, shortCode, service, people, personal },
    state: 'asked',
    askedAt: at,
    decided: null,
    cancelledAt: null,
    trip: null,
    results: [],
  };
}

function change({ requests }: Offsite, code: string, part: Partial<VisitRequest>): void {
  const former = requests.get(code);
  if (former) requests.set(code, { ...former, ...part });
}

/** Who is left out is free for another trip; who has cancelled stays cancelled. */
function plan(offsite: Offsite, { id, date, place, team, vehicle, requests }: Of<'TripPlanned'>): void {
  for (const code of offsite.trips.get(id)?.requests ?? [])
    if (!requests.includes(code)) release(offsite, code);
  offsite.trips.set(id, { id, date, place, team, vehicle, requests, cancelled: null });
  for (const code of requests)
    if (offsite.requests.get(code)?.state === 'accepted')
      change(offsite, code, { state: 'planned', trip: id });
}

function release(offsite: Offsite, code: string): void {
  if (offsite.requests.get(code)?.state === 'planned')
    change(offsite, code, { state: 'accepted', trip: null });
}

function record(offsite: Offsite, { request: code, results }: Of<'OffsiteRecorded'>): void {
  const request = offsite.requests.get(code);
  if (!request) return;
  // OF7: done when there is an entry for everybody.
  const state = results.length >= entriesOf(request) ? 'done' : 'planned';
  change(offsite, code, { results, state });
}
