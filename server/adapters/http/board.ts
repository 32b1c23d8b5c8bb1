/** The lobby's board, for whoever cannot watch it: with the hub's time, as the office's clocks show it. */
import { z } from 'zod';
import { configId } from '../../contract/values.ts';
import { localIso } from '../../domain/hours/hours.ts';
import { queryOf } from './query.ts';
import { anyone, api, problem, type Route, route } from './route.ts';

/** Whatever else stands in the address of an old television is passed on as it is. */
const wanted = z.object({ zone: configId.optional() });

export const boardRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/board`,
    roles: anyone,
    keyed: false,
    handle(call, { hub, views }) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      const view = views.lobby(asked.query.zone ?? null);
      if (view === null) return problem('not-found');
      return {
        status: 200,
        headers: { 'Hub-Time': localIso(hub.now(), view.office.timeZone) },
        body: view,
      };
    },
  }),
];
