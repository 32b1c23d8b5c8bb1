/** What is running here, and where other machines find it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Running } from '../../contract/http-running.ts';
import { api, type Route, reply, route } from './route.ts';

const { version }: { version: string } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8'),
);

export const runningRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/running`,
    roles: ['supervisor'],
    keyed: false,
    handle({ request }, { hub, devices, publicUrl }) {
      const reached = { host: request.hostname ?? null, local: request.socket.localAddress ?? null };
      const here = devices?.address(reached) ?? { host: '127.0.0.1', httpPort: 0, mqttPort: 0 };
      const counters = hub.state.calendar.office?.counters ?? [];
      const running: Running = {
        version,
        address: publicUrl ?? `http://${here.host}:${here.httpPort}`,
        mqttPort: here.mqttPort,
        zones: [...new Set(counters.flatMap(({ zone }) => (zone === undefined ? [] : [zone])))],
      };
      return reply(200, running);
    },
  }),
];
