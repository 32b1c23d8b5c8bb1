/** Requests and trips as they are answered: what anybody with the code may see, and what the head of the office sees. */
import type {
  OffsiteServiceAnswer,
  RequestAnswer,
  RequestPeopleAnswer,
  ResultAnswer,
  TripAnswer,
  TripListAnswer,
} from '../../contract/http-offsite.ts';
import type { Office } from '../../contract/office.ts';
import type { State } from '../decision.ts';
import { toIso } from '../instant.ts';
import { entriesOf, requestsOf, type Trip, type VisitRequest } from '../offsite/offsite.ts';
import type { OffsiteResult } from '../offsite/offsite-events.ts';

export function requestAnswer({ calendar }: Pick<State, 'calendar'>, request: VisitRequest): RequestAnswer {
  const { code, shortCode, service, people, state, askedAt, decided, trip } = request;
  return {
    ...{ code, shortCode, service, people, state },
    askedAt: toIso(askedAt),
    date: (trip === null ? null : calendar.offsite.trips.get(trip)?.date) ?? null,
    reason: state === 'refused' ? (decided?.reason ?? null) : null,
  };
}

/** OF8: what was erased is empty. */
export function requestPeople({ code, personal }: VisitRequest): RequestPeopleAnswer {
  const { address = null, contact = null, letter = null, people = [], note = null } = personal ?? {};
  return { code, address, contact, letter, people, note };
}

export function tripAnswer(state: State, trip: Trip): TripAnswer {
  const { offsite, officers } = state.calendar;
  const requests = requestsOf(offsite, trip.requests);
  const results = requests.flatMap((request) => request.results);
  const { id, date, place, vehicle, cancelled } = trip;
  return {
    ...{ id, date, place, vehicle, cancelled },
    team: trip.team.map((officer) => ({ id: officer, name: officers.get(officer)?.name ?? officer })),
    requests: requests.map((request) => requestAnswer(state, request)),
    people: requests.reduce((sum, { people }) => sum + people, 0),
    entries: requests.reduce((sum, request) => sum + entriesOf(request), 0),
    entered: results.length,
    done: results.filter(({ end }) => end === 'done').length,
  };
}

/** OF9: the caller has recorded who looks. */
export function tripList(state: State, trip: Trip): TripListAnswer {
  const list = requestsOf(state.calendar.offsite, trip.requests).map((request) => ({
    ...requestAnswer(state, request),
    personal: requestPeople(request),
    results: request.results.map(resultAnswer),
  }));
  return { ...tripAnswer(state, trip), list };
}

export const resultAnswer = ({ person, end, reasons, steps }: OffsiteResult): ResultAnswer => ({
  ...{ person, end, reasons },
  steps: steps.map(({ step, outcome, startedAt, endedAt }) => ({
    ...{ step, outcome },
    ...{ startedAt: toIso(startedAt), endedAt: toIso(endedAt) },
  })),
});

/** OF1: what the office goes out for. */
export const offsiteServices = ({ services, steps, outcomes }: Office): OffsiteServiceAnswer[] =>
  services
    .filter(({ offsite }) => offsite)
    .map((service) => ({
      service: service.id,
      name: service.name,
      days: service.days ?? null,
      requires: service.requires ?? [],
      steps: steps
        .filter(({ id }) => service.steps.includes(id))
        .sort((a, b) => service.steps.indexOf(a.id) - service.steps.indexOf(b.id))
        .map(({ id, name, incomplete }) => ({
          ...{ step: id, name, outcomes: outcomes[id] ?? [] },
          reasons: incomplete?.reasons ?? [],
        })),
    }));
