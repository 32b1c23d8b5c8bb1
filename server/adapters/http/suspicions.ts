/** Signs of people who trade in places, masked: nobody's data is opened, so nothing of a look at them is recorded. */
import { suspicionsOf } from '../../domain/booking/brokers.ts';
import { api, type Route, reply, route } from './route.ts';

export const suspicionRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/suspicions`,
    roles: ['supervisor'],
    keyed: false,
    handle: (_call, { hub }) => reply(200, suspicionsOf(hub.state, hub.now())),
  }),
];
