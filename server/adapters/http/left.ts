/** Who has not been served today. */
import { leftToday } from '../../domain/views/left.ts';
import { api, type Route, reply, route } from './route.ts';

export const leftRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/day/left`,
    roles: ['supervisor'],
    keyed: false,
    handle: (_call, { hub }) => reply(200, leftToday(hub.state)),
  }),
];
