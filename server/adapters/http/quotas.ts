/** QU8: quotas of a date, and more places on it. */
import { z } from 'zod';
import { releaseBody } from '../../contract/http-bookings.ts';
import { localDate } from '../../contract/values.ts';
import { quotasOn } from '../../domain/views/places-left.ts';
import { queryOf } from './query.ts';
import { api, ask, type Route, reply, route } from './route.ts';

const wanted = z.strictObject({ date: localDate.optional() });

export const quotaRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/quotas`,
    roles: ['supervisor'],
    keyed: false,
    handle(call, { hub: { state } }) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      return reply(200, quotasOn(state, asked.query.date ?? state.day.date));
    },
  }),
  route({
    method: 'post',
    path: `${api}/quotas/:id/release`,
    roles: ['supervisor'],
    body: releaseBody,
    keyed: true,
    handle({ params: { id = '' }, body: { places, reason, date }, from }, context) {
      const asked = { quota: id, places, reason, ...(date === undefined ? {} : { date }) };
      const command = { type: 'ReleasePlaces', ...asked, by: from.account } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-quota']);
    },
  }),
];
