/** A hub with HTTP on a loopback port: real journal (in memory), real hub, real requests. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { writeCredential } from '../../server/access/credentials.ts';
import { createAccess } from '../../server/access/principal.ts';
import { hashPassword, hashSecret, makeSecret } from '../../server/access/secrets.ts';
import { readListInThread } from '../../server/adapters/booking-list/in-thread.ts';
import { createHttp } from '../../server/adapters/http/create-http.ts';
import type { HttpParts } from '../../server/adapters/http/parts.ts';
import { limitServer, type Patience, serverOptions } from '../../server/adapters/http/server-limits.ts';
import { officeFileText } from '../../server/adapters/office-file/text.ts';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import { writePaperInThread } from '../../server/adapters/report-papers/in-thread.ts';
import type { Role } from '../../server/contract/values.ts';
import type { Command } from '../../server/domain/commands.ts';
import type { Fresh } from '../../server/domain/decision.ts';
import { noForecast } from '../../server/domain/forecast/forecast.ts';
import { createClock, type Machine, machine } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { createHub, type Hub } from '../../server/hub.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { reportsOf } from '../../server/office-reports.ts';
import { officeOf, officeText } from './office.ts';

export const password = 'a long enough password';
const passwordHash = hashPassword(password);

export interface Options extends Partial<Omit<HttpParts, 'hub'>> {
  /** In front of the journal, to make it fail. */
  readonly wrapJournal?: (journal: Journal) => Journal;
  readonly withoutPassword?: boolean;
  /** For the patience of the server to be looked at often. */
  readonly patience?: Patience;
  /** The clocks of a test that lets days go by. */
  readonly clocks?: Machine;
  /** Chance, and what newcomers are told. */
  readonly fresh?: () => Fresh;
}

export interface Sent {
  /** A bearer token. */
  readonly as?: string;
  readonly cookie?: string;
  readonly key?: string;
  readonly json?: unknown;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

export interface Stage {
  readonly origin: string;
  readonly port: number;
  readonly hub: Hub;
  /** `POST /api/v1/tickets` and the like; a path that begins with `//` is from the root. */
  send(line: string, sent?: Sent): Promise<Answer>;
  /** A token that was issued behind the back of HTTP. */
  token(role: Role, counter?: number): Promise<string>;
  take(as: string): Promise<{ code: string; number: string }>;
}

export async function startStage(options: Options = {}): Promise<Stage> {
  const {
    wrapJournal = (journal) => journal,
    withoutPassword = false,
    patience,
    clocks = machine,
    fresh = freshIds,
    ...rest
  } = options;
  const journal = await openSqliteJournal({ folder: ':memory:', kind: 'real', log: silent });
  const hub = await createHub({
    journal: wrapJournal(journal),
    clock: createClock(clocks),
    log: silent,
    freshIds: fresh,
  });
  onTestFinished(() => hub.close());
  const done = (command: Command) => mustDo(hub, command);
  await done({ type: 'ConfigureOffice', office: officeOf(officeText), source: officeText });
  if (!withoutPassword) await done({ type: 'SetPassword', hash: await passwordHash, onlyFirst: true });
  const history: HttpParts['history'] = (stream, wanted) => journal.history(stream, wanted);
  const seal: HttpParts['seal'] = (stream) => journal.seal(stream);
  const reports = reportsOf(hub, journal);
  const port = await listen(partsOf(hub, reports, { history, seal, ...rest }), patience);
  const origin = `http://127.0.0.1:${port}`;
  const stage: Stage = {
    origin,
    port,
    hub,
    send: (line, sent) => send(origin, line, sent),
    async token(role, counter) {
      const id = freshIds().id;
      const secret = makeSecret();
      const hash = await hashSecret(secret);
      await done({ type: 'IssueToken', id, role, counter: counter ?? null, label: role, hash });
      return writeCredential({ id, secret });
    },
    async take(as) {
      const { json } = await stage.send('POST /tickets', { as, json: { service: 'passport' } });
      return { code: String(json.code), number: String(json.number) };
    },
  };
  return stage;
}

export async function mustDo(hub: Hub, command: Command): Promise<void> {
  const outcome = await hub.submit(command, { account: 'test' });
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
}

function partsOf(hub: Hub, reports: HttpParts['reports'], rest: Partial<HttpParts>): HttpParts {
  return {
    hub,
    access: createAccess({ hub }),
    log: silent,
    publicUrl: null,
    trustProxy: [],
    setUpKey: () => null,
    boxes: { press: async (counter) => ({ boot: 'B', seq: 1, ok: true, ticket: 'A-001', counter }) },
    presence: () => new Map(),
    readOffice: readOfficeFile,
    officeText: officeFileText,
    readList: readListInThread,
    forecast: () => noForecast,
    reports,
    writePaper: writePaperInThread,
    history: async () => [],
    seal: async () => ({ seal: '' }),
    distFolder: '/nowhere/at/all',
    ready: () => true,
    freshId: () => freshIds().id,
    ...rest,
  };
}

async function listen(parts: HttpParts, patience: Patience | undefined): Promise<number> {
  const often = patience ? { connectionsCheckingInterval: 20 } : {};
  const server = createServer({ ...serverOptions, ...often }, createHttp(parts));
  limitServer(server, patience);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return (server.address() as AddressInfo).port;
}

async function send(
  origin: string,
  line: string,
  { as, cookie, key, json, body, headers }: Sent = {},
): Promise<Answer> {
  const [method = '', path = ''] = line.split(' ');
  const url = path.startsWith('//') ? `${origin}${path.slice(1)}` : `${origin}/api/v1${path}`;
  const content = json === undefined ? body : JSON.stringify(json);
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
}

/** What is written of a problem in a test: its status and its code. */
export const told = ({ status, json }: Answer): [number, unknown] => [status, json.code];
