/** The Socket.IO adapter on a loopback port, over a hub that the test leads; and screens that watch it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { writeCredential } from '../../server/access/credentials.ts';
import { createAccess } from '../../server/access/principal.ts';
import { hashSecret, makeSecret } from '../../server/access/secrets.ts';
import { attachSockets, type Sockets } from '../../server/adapters/socket-io/sockets.ts';
import type { Office } from '../../server/contract/office.ts';
import type { Role } from '../../server/contract/values.ts';
import type { BoxView } from '../../server/contract/views-box.ts';
import { type Forecast, noForecast } from '../../server/domain/forecast/forecast.ts';
import { silent } from '../../server/log.ts';
import { type Morning, morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';
import { createFakeHub, type FakeHub } from './fake-hub.ts';
import { openScreen, type Screen, type ScreenOptions } from './screen.ts';

export interface Stage extends FakeHub {
  readonly day: Morning;
  readonly port: number;
  readonly sockets: Sockets;
  /** Credentials as a client presents them. */
  token(role: Role, counter?: number): Promise<string>;
  /** The supervisor's, or an officer's. */
  session(officer?: { id: string; counter: number | null }): Promise<string>;
  screen(options?: ScreenOptions): Promise<Screen>;
  /** What the virtual boxes show, and the news of it. */
  readonly boxes: Map<number, BoxView>;
  boxChanged(counter: number): void;
  forecastIs(forecast: Forecast): void;
}

export async function openStage({
  office = contoh(),
  publicUrl = null as string | null,
} = {}): Promise<Stage> {
  const day = morning(office as Office);
  const fake = createFakeHub(day);
  const httpServer = createServer();
  const boxes = new Map<number, BoxView>();
  const boxListeners: ((counter: number) => void)[] = [];
  const forecastListeners: (() => void)[] = [];
  let forecast: Forecast = noForecast;
  const sockets = attachSockets({
    httpServer,
    hub: fake.hub,
    access: createAccess({ hub: fake.hub }),
    log: silent,
    publicUrl,
    sources: {
      boxView: (counter) => boxes.get(counter) ?? null,
      forecast: () => forecast,
      alarms: () => [],
      presence: () => new Map(),
      notices: false,
    },
    onBoxChange: (listener) => boxListeners.push(listener),
    onForecast: (listener) => forecastListeners.push(listener),
  });
  await once(httpServer.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }), 'listening');
  onTestFinished(() => {
    sockets.close();
    httpServer.closeAllConnections();
    httpServer.close();
  });
  const { port } = httpServer.address() as AddressInfo;
  let ids = 0;

  async function credential(register: (id: string, hash: string) => void): Promise<string> {
    ids += 1;
    const [id, secret] = [`c${ids}`, makeSecret()];
    register(id, await hashSecret(secret));
    fake.tell();
    return writeCredential({ id, secret });
  }

  return {
    ...fake,
    day,
    port,
    sockets,
    boxes,
    boxChanged: (counter) => {
      for (const listener of boxListeners) listener(counter);
    },
    forecastIs: (next) => {
      forecast = next;
      for (const listener of forecastListeners) listener();
    },
    token: (role, counter) =>
      credential((id, hash) => {
        day.does({ type: 'IssueToken', id, role, counter: counter ?? null, label: 'test', hash }, '08:00');
      }),
    session: (officer) =>
      credential((id, hash) => {
        const until = Date.now() + 3_600_000;
        const command = { type: 'OpenSession', id, hash, token: null, until } as const;
        day.does(officer ? { ...command, officer } : command, '08:00');
      }),
    screen: (options) => openScreen(port, options),
  };
}
