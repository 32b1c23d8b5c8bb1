/** What the head of the lively office may do: put right, close, plan visits outside, enter what came of them. */
import type { Command } from '../../../server/domain/commands.ts';
import type { Acts, Now } from './acts.ts';
import { dateAfter, people, visitOf } from './acts.ts';
import { livelyOffice } from './lively-office.ts';

type OffsiteResult = Extract<Command, { type: 'RecordOffsite' }>['results'][number];

export const office: Acts = [
  [1, (now) => ({ type: 'RecordOutage', from: now.at - 1_200_000, to: now.at - 600_000, noticed: false })],
  [
    1,
    (now) => {
      const one = visitOf(now)?.number;
      if (one === undefined) return null;
      return {
        type: 'SettleVisits',
        ...(now.chance.is(0.5) ? { done: [one], gone: [] } : { done: [], gone: [one] }),
      };
    },
  ],
  [
    1,
    ({ at, chance }) => ({
      ...{ type: 'EnterPaperNumber', number: `E-00${1 + chance.below(8)}`, service: 'passport', people: 2 },
      ...{ takenAt: at - 900_000, done: chance.is(0.4) },
    }),
  ],
  [0.3, (now) => ({ type: 'CloseDay', tomorrow: [visitOf(now)?.number].flatMap((one) => one ?? []) })],
  [1, () => ({ type: 'ReopenDay' })],
  [
    0.3,
    ({ chance, count }) => ({
      ...{ type: 'ConfigureOffice', office: livelyOffice(8 + chance.below(4)), source: `changed ${count}` },
    }),
  ],
  [
    0.5,
    ({ state, chance }) => {
      const open = [...state.calendar.claims.values()].filter(({ closed }) => closed === null);
      const id = chance.of(open)?.id;
      if (id === undefined) return null;
      if (chance.is(0.5)) return { type: 'CloseClaim', id, as: 'not-charged', by: 'supervisor' };
      return { type: 'CloseClaim', id, as: 'refunded', reference: 'K-1', by: 'supervisor' };
    },
  ],
];

export const outing: Acts = [
  [
    2,
    ({ chance }) =>
      chance.is(0.7)
        ? { type: 'RequestVisit', service: 'village', address: 'Jagoi', people: people(1 + chance.below(3)) }
        : { type: 'RequestVisit', service: 'supervision', address: 'Jagoi' },
  ],
  [
    3,
    ({ state, chance }) => {
      const request = chance.of(state.calendar.offsite.requests.keys());
      if (request === null) return null;
      const said = chance.is(0.7)
        ? ({ decision: 'accept' } as const)
        : ({ decision: 'refuse', reason: 'x' } as const);
      return { type: 'DecideRequest', request, ...said, by: 'officer:head' };
    },
  ],
  [
    0.5,
    ({ state, chance }) => {
      const request = chance.of(state.calendar.offsite.requests.keys());
      return request === null ? null : { type: 'CancelRequest', request };
    },
  ],
  [
    2,
    ({ state, chance }) => {
      const ready = [...state.calendar.offsite.requests.values()].filter((one) => one.state === 'accepted');
      const requests = [chance.of(ready)?.code, chance.of(ready)?.code].flatMap((one) => one ?? []);
      const id = chance.is(0.2) ? chance.of(state.calendar.offsite.trips.keys()) : null;
      const trip = { place: 'Jagoi', team: ['sari'], requests: [...new Set(requests)] };
      const date = dateAfter(state.day.date, chance.below(2));
      return { type: 'PlanTrip', date, ...trip, ...(id === null ? {} : { id }) };
    },
  ],
  [
    0.3,
    ({ state, chance }) => {
      const id = chance.of(state.calendar.offsite.trips.keys());
      return id === null ? null : { type: 'CancelTrip', id, reason: 'rain' };
    },
  ],
  [4, (now) => recordsOutside(now)],
];

/** What was done for one of those on a trip; once more says something else. */
export function recordsOutside({ state, at, chance }: Now): Command | null {
  const { trips, requests } = state.calendar.offsite;
  const trip = chance.of([...trips.values()].filter(({ date }) => date <= state.day.date));
  const request = requests.get(chance.of(trip?.requests ?? []) ?? '');
  if (!trip || !request) return null;
  const person = chance.below(Math.max(1, request.people));
  const step = request.service === 'village' ? 'documents' : 'interview';
  const begun = trip.date === state.day.date ? at - 120_000 : state.day.beganAt - 12 * 3_600_000;
  const done = { step, startedAt: begun, endedAt: begun + 60_000 };
  const result = chance.of<OffsiteResult>([
    { person, end: 'done', steps: [{ ...done, outcome: step === 'documents' ? 'in-order' : 'passport-24' }] },
    { person, end: 'no-show' },
    step === 'documents'
      ? { person, end: 'incomplete', reasons: ['missing'], steps: [done] }
      : { person, end: 'done', steps: [done] },
  ]);
  return (
    result && {
      type: 'RecordOffsite',
      trip: trip.id,
      request: request.code,
      results: [result],
      by: 'officer:sari',
    }
  );
}
