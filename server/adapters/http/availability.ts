/** What can still be booked: for anyone. */
import { z } from 'zod';
import { configId, localDate } from '../../contract/values.ts';
import { availabilityAnswer } from '../../domain/views/availability.ts';
import { queryOf } from './query.ts';
import { anyone, api, problem, type Route, reply, route } from './route.ts';

const usualDays = 7;

const wanted = z.strictObject({
  service: configId,
  lane: configId.optional(),
  from: localDate.optional(),
  days: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'expected a number of days')
    .optional(),
});

export const availabilityRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/availability`,
    roles: anyone,
    keyed: false,
    handle(call, { hub }) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      const { days, ...query } = asked.query;
      const most = (hub.state.calendar.office?.booking?.horizon ?? usualDays) + 1;
      if (Number(days ?? 1) > most)
        return problem('malformed', { fields: [{ path: 'days', message: `expected 1 to ${most} days` }] });
      const number = days === undefined ? Math.min(usualDays, most) : Number(days);
      const found = availabilityAnswer(hub.state, { ...query, days: number }, hub.now());
      return typeof found === 'string' ? problem(found) : reply(200, found);
    },
  }),
];
