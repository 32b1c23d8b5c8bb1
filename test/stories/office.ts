/** A whole office for stories: the real hub, broker, web and journal, on loopback; devices and screens at the byte. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, vi } from 'vitest';
import type { DisplaySet, KeyName, PressResult } from '../../server/contract/devices.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';
import type { AnnounceMessage, ViewMessage } from '../../server/contract/socket.ts';
import type { CounterView, LobbyView, TicketView } from '../../server/contract/views.ts';
import type { DeskView } from '../../server/contract/views-desk.ts';
import type { Machine } from '../../server/hub/clock.ts';
import { silent } from '../../server/log.ts';
import type { Settings } from '../../server/settings.ts';
import type { Loket } from '../../server/start.ts';
import { start } from '../../server/start.ts';

export const password = 'rahasia-sekali-2026';

interface Order {
  /** `:memory:` unless the story ends and starts the hub. */
  readonly folder?: string;
  readonly office?: string;
  readonly machine?: Machine;
  /** Ports to come back on. */
  readonly http?: number;
  readonly mqtt?: number;
  readonly rehearsal?: Settings['rehearsal'];
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-story-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const wait = { timeout: 8000, interval: 5 };

export async function startOffice(order: Order = {}) {
  const loket = await start(
    {
      dataFolder: order.folder ?? ':memory:',
      http: { host: '127.0.0.1', port: order.http ?? 0 },
      mqtt: { host: '127.0.0.1', port: order.mqtt ?? 0 },
      office: order.office ?? null,
      supervisorPassword: password,
      publicUrl: null,
      trustProxy: [],
      rehearsal: order.rehearsal ?? null,
    },
    { log: silent, ...(order.machine ? { machine: order.machine } : {}) },
  );
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await loket.close();
  };
  onTestFinished(close);
  const api = await signIn(loket);
  return {
    loket,
    api,
    close,
    /** Takes tickets at the kiosk. */
    async take(service: string, count = 1, more: object = {}): Promise<TicketAnswer[]> {
      const tickets: TicketAnswer[] = [];
      for (let n = 0; n < count; n += 1) {
        tickets.push((await api('POST', '/tickets', { service, ...more })).body as unknown as TicketAnswer);
      }
      return tickets;
    },
    open: (...counters: number[]) =>
      Promise.all(counters.map((counter) => api('POST', `/counters/${counter}/open`))),
    plugInBox: (counter: number, id = `box-${counter}`) => plugInBox(loket, api, counter, id),
    watch: <V>(name: string) => watch<V>(loket.httpPort, name),
  };
}

export type Api = (
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<{ status: number; body: Record<string, unknown> }>;

async function signIn({ httpPort }: Loket): Promise<Api> {
  const origin = `http://127.0.0.1:${httpPort}`;
  let cookie = '';
  const api: Api = async (method, path, body, headers = {}) => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { origin, cookie, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  expect((await api('POST', '/session', { user: 'supervisor', password })).status).toBe(200);
  return api;
}

/** A counter box with its LED board: a real MQTT client. */
async function plugInBox({ mqttPort }: Loket, api: Api, counter: number, id: string) {
  const { body } = await api('POST', '/devices', { id, driver: 'loket', counter });
  const account = { username: id, password: String(body.password) };
  const box = await connectBox(mqttPort, id, account);
  onTestFinished(async () => void (await box.end()));
  return { ...box, account };
}

export async function connectBox(port: number, id: string, account: { username: string; password: string }) {
  const client: MqttClient = await connectAsync(`mqtt://127.0.0.1:${port}`, { clientId: id, ...account });
  const results: PressResult[] = [];
  const shown: DisplaySet[] = [];
  client.on('message', (topic, payload) => {
    if (topic.endsWith('/event/result')) results.push(JSON.parse(payload.toString()));
    if (topic.endsWith('/display/set')) shown.push(JSON.parse(payload.toString()));
  });
  await client.subscribeAsync([`loket/v1/${id}/event/result`, `loket/v1/${id}/display/set`], { qos: 1 });
  let seq = 0;
  const send = async (type: KeyName, number: number, more: object = {}): Promise<PressResult> => {
    const before = results.length;
    await client.publishAsync(
      `loket/v1/${id}/event`,
      JSON.stringify({ event_type: type, seq: number, boot: '7F3A', arg: null, age_ms: 0, ...more }),
      { qos: 1 },
    );
    await vi.waitFor(() => expect(results.length).toBeGreaterThan(before), wait);
    return results[before] as PressResult;
  };
  return {
    client,
    results,
    /** Presses a key, and gives the hub's result. */
    press: (type: KeyName, more: object = {}) => send(type, ++seq, more),
    /** The same press once more, as after a lost acknowledgement. */
    redeliver: (type: KeyName, more: object = {}) => send(type, seq, more),
    shows: (text: string) => vi.waitFor(() => expect(shown.at(-1)?.text).toBe(text), wait),
    end: () => client.endAsync(true),
  };
}

/** A screen: a real Socket.IO client that watches one view. */
export async function watch<V>(port: number, name: string) {
  const socket: Socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 100,
  });
  onTestFinished(() => void socket.close());
  /** Everything that came, in the order in which it came. */
  const heard: ({ view: ViewMessage<V> } | { announce: AnnounceMessage })[] = [];
  const views: V[] = [];
  socket.on('view', (view: ViewMessage<V>) => {
    heard.push({ view });
    views.push(view.view);
  });
  socket.on('announce', (announce: AnnounceMessage) => heard.push({ announce }));
  socket.on('connect', () => socket.emit('watch', name));
  await vi.waitFor(() => expect(views.length).toBeGreaterThan(0), wait);
  return {
    socket,
    heard,
    views,
    last: () => views.at(-1) as V,
    shows: (expected: Partial<V> | ((view: V) => void)) =>
      vi.waitFor(() => {
        const view = views.at(-1) as V;
        if (typeof expected === 'function') expected(view);
        else expect(view).toMatchObject(expected as object);
      }, wait),
  };
}

export type { CounterView, DeskView, LobbyView, TicketView };
