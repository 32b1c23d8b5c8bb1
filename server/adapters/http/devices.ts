/** Devices: their accounts at the broker, and what is known of their connection. */
import { hashSecret, makeSecret } from '../../access/secrets.ts';
import { deviceBody } from '../../contract/http.ts';
import type { DevicePresence } from './parts.ts';
import { api, ask, type Route, reply, route } from './route.ts';

const path = `${api}/devices`;
const neverSeen: DevicePresence = { online: false, lastSeen: null, info: null, display: null };

export const deviceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle(_call, { hub, presence }) {
      const present = presence();
      const devices = [...hub.state.calendar.devices.values()];
      return reply(
        200,
        devices.map(({ id, driver, counter, label, read, write }) => {
          const { online, lastSeen, info, display } = present.get(id) ?? neverSeen;
          const connection = { online, lastSeen, info, display };
          return { id, driver, counter, label, read, write, ...connection };
        }),
      );
    },
  }),
  route({
    method: 'post',
    path,
    roles: ['supervisor'],
    body: deviceBody,
    keyed: false,
    async handle({ body, from }, context) {
      const { id, driver, counter = null, label = null, read = [], write = [] } = body;
      const password = makeSecret();
      const hash = await hashSecret(password);
      const command = { type: 'AddDevice', id, driver, counter, label, hash, read, write } as const;
      return ask(context, command, from, () => reply(201, { id, username: id, password }));
    },
  }),
  route({
    method: 'delete',
    path: `${path}/:id`,
    roles: ['supervisor'],
    keyed: false,
    handle({ params: { id = '' }, from }, context) {
      return ask(context, { type: 'RemoveDevice', id }, from, () => reply(204), ['unknown-device']);
    },
  }),
];
