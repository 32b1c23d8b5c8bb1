/** The notice of somebody held: a real receiver, signatures checked by its own code, failures, and a restart. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createTaskForce } from '../../server/adapters/task-force.ts';
import { createClock, machine } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { createHub, type Hub } from '../../server/hub.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { measuring } from '../domain/door-day.ts';
import { temporaryFolder } from '../journal/folder.ts';

const secret = 'a secret of the task force';

interface Notice {
  readonly text: string;
  readonly signature: string;
  readonly type: string;
}

interface Receiver {
  readonly url: string;
  readonly notices: Notice[];
  /** What is answered next; 200 when there is no more. A text: moved there. */
  readonly answers: (number | string)[];
}

async function receiver(): Promise<Receiver> {
  const notices: Notice[] = [];
  const answers: (number | string)[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const { 'loket-signature': signature = '', 'content-type': type = '' } = request.headers;
      notices.push({ text, signature: String(signature), type });
      const answer = answers.shift() ?? 200;
      if (typeof answer === 'number') response.writeHead(answer).end();
      else response.writeHead(307, { Location: answer }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices`, notices, answers };
}

async function openHub(folder: string): Promise<Hub> {
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  const hub = await createHub({ journal, clock: createClock(machine), log: silent, freshIds });
  onTestFinished(() => hub.close());
  await hub.submit({ type: 'ConfigureOffice', office: measuring(), source: '' }, { account: 'start' });
  return hub;
}

/** @returns the screening */
async function hold(hub: Hub): Promise<string> {
  const first = await hub.submit({ type: 'ScreenVisitor', celsius: 38.917 }, { account: 'token:pintu' });
  const { id } = first.ok ? first.answer : { id: '' };
  for (const celsius of [38.918, 38.919])
    await hub.submit({ type: 'ReadAgain', screening: id, celsius }, { account: 'token:pintu' });
  return id;
}

function tell(hub: Hub, { url }: Receiver) {
  const taskForce = createTaskForce({ hub, log: silent, url, secret });
  onTestFinished(() => taskForce.close());
  return taskForce;
}

const caseOf = (hub: Hub, number: string) => hub.state.day.door.cases.get(number);
const told = (hub: Hub, number = 'K-001') =>
  vi.waitFor(() => expect(caseOf(hub, number)?.notifiedAt).not.toBeNull(), { timeout: 8000 });

test('who is held is told at once, signed, without a temperature, and once', async () => {
  const satgas = await receiver();
  const hub = await openHub(':memory:');
  tell(hub, satgas);
  await hold(hub);
  await told(hub);
  expect(satgas.notices).toHaveLength(1);
  const [{ text, signature, type }] = satgas.notices as [Notice];
  expect(type).toBe('application/json');
  expect(JSON.parse(text)).toEqual({
    type: 'person-held',
    id: `contoh-${hub.state.day.date}-K-001`,
    office: 'contoh',
    case: 'K-001',
    at: new Date(caseOf(hub, 'K-001')?.openedAt ?? 0).toISOString(),
  });
  expect(text).not.toContain('38');
  const [, seconds = '', found = ''] = /^t=(\d{10}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  expect(found).toBe(createHmac('sha256', secret).update(`${seconds}.`).update(text, 'utf8').digest('hex'));
  expect(Math.abs(Number(seconds) * 1000 - Date.now())).toBeLessThan(60_000);
  await hold(hub);
  await told(hub, 'K-002');
  expect(satgas.notices.map((notice) => JSON.parse(notice.text).case)).toEqual(['K-001', 'K-002']);
});

test('a receiver that fails is told again with the same id, and a redirect is not followed', async () => {
  const [satgas, other] = [await receiver(), await receiver()];
  satgas.answers.push(500, other.url);
  const hub = await openHub(':memory:');
  tell(hub, satgas);
  await hold(hub);
  await told(hub);
  expect(satgas.notices).toHaveLength(3);
  expect(new Set(satgas.notices.map(({ text }) => text)).size).toBe(1);
  expect(other.notices).toEqual([]);
});

test('a case that was not told is told after a restart; one that was is not told again', async () => {
  const folder = temporaryFolder();
  const satgas = await receiver();
  const before = await openHub(folder);
  const first = tell(before, satgas);
  await hold(before);
  await told(before);
  satgas.answers.push(503);
  await hold(before);
  await vi.waitFor(() => expect(satgas.notices).toHaveLength(2));
  await first.close();
  await before.close();
  const hub = await openHub(folder);
  expect(caseOf(hub, 'K-002')?.notifiedAt).toBeNull();
  tell(hub, satgas);
  await told(hub, 'K-002');
  expect(satgas.notices.map(({ text }) => JSON.parse(text).case)).toEqual(['K-001', 'K-002', 'K-002']);
});

test('whoever is decided on before the receiver listens is told no more', async () => {
  const satgas = await receiver();
  satgas.answers.push(500);
  const hub = await openHub(':memory:');
  tell(hub, satgas);
  const screening = await hold(hub);
  await vi.waitFor(() => expect(satgas.notices).toHaveLength(1));
  const decision = { type: 'DecideCase', screening, decision: 'refer', by: 'Satgas' } as const;
  await hub.submit(decision, { account: 'token:pintu' });
  await hold(hub);
  await told(hub, 'K-002');
  expect(satgas.notices.map(({ text }) => JSON.parse(text).case)).toEqual(['K-001', 'K-002']);
});

test('a receiver that never answers does not hinder the end', async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const asked = new Promise<void>((resolve) => server.once('request', () => resolve()));
  const hub = await openHub(':memory:');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const taskForce = createTaskForce({ hub, log: silent, url, secret });
  await hold(hub);
  await asked;
  await taskForce.close();
  expect(caseOf(hub, 'K-001')?.notifiedAt).toBeNull();
});
