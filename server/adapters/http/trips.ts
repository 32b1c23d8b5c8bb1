/** Trips of the office to the people: planned, changed, cancelled; the list of the day; what was done there. */
import { z } from 'zod';
import { cancelTripBody, resultsBody, tripBody } from '../../contract/http-offsite.ts';
import { localDate } from '../../contract/values.ts';
import type { OffsiteCommand } from '../../domain/commands.ts';
import type { Trip } from '../../domain/offsite/offsite.ts';
import { tripAnswer, tripList } from '../../domain/views/offsite.ts';
import { queryOf } from './query.ts';
import { api, ask, type Call, type Context, problem, type Reply, type Route, reply, route } from './route.ts';

const path = `${api}/trips`;
const roles = ['supervisor'] as const;
const wanted = z.strictObject({ from: localDate.optional(), to: localDate.optional() });

const find = ({ hub }: Context, id: string): Trip | undefined => hub.state.calendar.offsite.trips.get(id);
const unknownTrip = () => problem('unknown-trip', { status: 404 });

export const tripRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles,
    keyed: false,
    handle(call, { hub: { state } }) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      const { from = state.day.date, to } = asked.query;
      const trips = [...state.calendar.offsite.trips.values()]
        .filter(({ date }) => from <= date && (to === undefined || date <= to))
        .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
      return reply(
        200,
        trips.map((trip) => tripAnswer(state, trip)),
      );
    },
  }),
  route<z.infer<typeof tripBody>>({
    method: 'post',
    path,
    roles,
    body: tripBody,
    keyed: true,
    handle: ({ body, from }, context) =>
      ask(context, planned(body), from, ({ id }) => answer(context, id, 201)),
  }),
  route<z.infer<typeof tripBody>>({
    method: 'put',
    path: `${path}/:id`,
    roles,
    body: tripBody,
    keyed: false,
    handle({ params: { id = '' }, body, from }, context) {
      const command = { ...planned(body), id };
      return ask(context, command, from, () => answer(context, id), ['unknown-trip']);
    },
  }),
  route({
    method: 'post',
    path: `${path}/:id/cancel`,
    roles,
    body: cancelTripBody,
    keyed: true,
    handle({ params: { id = '' }, body: { reason }, from }, context) {
      const command = { type: 'CancelTrip', id, reason } as const;
      return ask(context, command, from, () => answer(context, id), ['unknown-trip']);
    },
  }),
  route<z.infer<typeof resultsBody>>({
    method: 'post',
    path: `${path}/:id/results`,
    roles,
    body: resultsBody,
    keyed: true,
    handle({ params: { id = '' }, body, from }, context) {
      const command = recorded(id, body, from.account);
      return ask(context, command, from, () => answer(context, id), ['unknown-trip']);
    },
  }),
  route({ method: 'get', path: `${path}/:id/list`, roles, keyed: false, handle: showList }),
];

/** OF9: a look at each request of the list is recorded before it is shown; they arrive together, in one commit. */
async function showList({ params: { id = '' }, from }: Call, context: Context): Promise<Reply> {
  const trip = find(context, id);
  if (!trip) return unknownTrip();
  const looks = trip.requests.map((request) =>
    context.hub.submit({ type: 'SeeRequest', request, by: from.account }, from),
  );
  for (const look of await Promise.all(looks)) if (!look.ok) return problem('storage');
  const seen = find(context, id);
  // Whoever came onto the trip meanwhile has not been looked at yet.
  const isSame = seen?.requests.every((code) => trip.requests.includes(code));
  return seen && isSame ? reply(200, tripList(context.hub.state, seen)) : problem('moved-on');
}

function answer(context: Context, id: string, status = 200): Reply {
  const trip = find(context, id);
  return trip ? reply(status, tripAnswer(context.hub.state, trip)) : unknownTrip();
}

const planned = ({ date, place, team, vehicle, requests }: z.infer<typeof tripBody>) => ({
  ...({ type: 'PlanTrip', date, place, team, requests } as const),
  ...(vehicle === undefined ? {} : { vehicle }),
});

type Recorded = Extract<OffsiteCommand, { type: 'RecordOffsite' }>;

const recorded = (trip: string, { request, results }: z.infer<typeof resultsBody>, by: string): Recorded => ({
  ...({ type: 'RecordOffsite', trip, request, by } as const),
  results: results.map(({ person, end, reasons, steps }) => ({
    ...{ person, end },
    ...(reasons === undefined ? {} : { reasons }),
    ...(steps === undefined
      ? {}
      : {
          steps: steps.map(({ step, startedAt, endedAt, outcome }) => ({
            ...{ step, startedAt: Date.parse(startedAt), endedAt: Date.parse(endedAt) },
            ...(outcome === undefined ? {} : { outcome }),
          })),
        }),
  })),
});
