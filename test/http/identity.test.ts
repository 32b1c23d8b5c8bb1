/** Identity numbers over HTTP: who else holds a number, and that the number itself is kept nowhere. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createIdentityNumbers } from '../../server/access/identity-numbers.ts';
import { startOffice, temporaryFolder } from '../stories/office.ts';
import { startStage, told } from './stage.ts';

const nik = '3171234567890123';
const note = (ticket: string, number = nik) => ({ json: { ticket, number } });

async function startDesk() {
  const stage = await startStage();
  const kiosk = await stage.token('kiosk');
  const as = await stage.token('counter', 1);
  const post = (ticket: string, number?: string, key?: string) =>
    stage.send('POST /counters/1/identity', { as, ...note(ticket, number), ...(key ? { key } : {}) });
  return { ...stage, as, kiosk, post, take: () => stage.take(kiosk) };
}

test('ID2 a number that stands with two tickets of today names the other one', async () => {
  const { post, take } = await startDesk();
  await take();
  await take();
  const first = await post('A-001');
  expect([first.status, first.json]).toEqual([200, { tickets: [] }]);
  expect((await post('a2')).json).toEqual({ tickets: ['A-001'] });
  expect((await post('A-001')).json).toEqual({ tickets: ['A-002'] });
});

test.each([
  ['3171 2345 6789 0123', nik],
  ['3171.2345-6789.0123', nik],
  ['x 1234567', 'X-1234567'],
  ['３１７１２３４５６７８９０１２３', nik],
])('ID1 %j is the same number as %j', async (one, other) => {
  const { post, take } = await startDesk();
  await take();
  await take();
  await post('A-001', one);
  expect((await post('A-002', other)).json).toEqual({ tickets: ['A-001'] });
});

test('ID1 a date has a salt of its own, and so has each machine', () => {
  const [here, there] = [createIdentityNumbers(null), createIdentityNumbers(null)];
  const hash = here.hash(nik, '2026-11-26');
  expect(hash).toMatch(/^[\w-]{43}$/);
  expect(here.hash(nik, '2026-11-26')).toBe(hash);
  expect(here.hash(nik, '2026-11-27')).not.toBe(hash);
  expect(there.hash(nik, '2026-11-26')).not.toBe(hash);
});

test('ID1 the key is made once, for the hub’s account alone, and a damaged one anew', () => {
  const folder = temporaryFolder();
  const hash = createIdentityNumbers(folder).hash(nik, '2026-11-26');
  const { mode, size } = statSync(join(folder, 'keys/identity'));
  expect([mode & 0o777, size]).toEqual([0o600, 32]);
  expect(createIdentityNumbers(folder).hash(nik, '2026-11-26')).toBe(hash);
  expect(readdirSync(join(folder, 'keys'))).toEqual(['identity']);
});

test('what is not there, what is over and what holds no number is refused', async () => {
  const { as, post, send, take, token } = await startDesk();
  expect(told(await post('A-001'))).toEqual([409, 'unknown-ticket']);
  await take();
  const empty = await post('A-001', ' - . ');
  expect([...told(empty), empty.json.fields]).toEqual([
    400,
    'malformed',
    [{ path: 'number', message: 'expected letters or digits' }],
  ]);
  expect(told(await send('POST /counters/3/identity', { as, ...note('A-001') }))).toEqual([403, 'forbidden']);
  const supervisor = await token('supervisor');
  const elsewhere = await send('POST /counters/9/identity', { as: supervisor, ...note('A-001') });
  expect(told(elsewhere)).toEqual([404, 'unknown-counter']);
  await send('DELETE /tickets/A-001', { as });
  expect(told(await post('A-001', nik, 'same'))).toEqual([409, 'not-possible']);
});

/** Everything in the folder, the folders in it too. */
const bytesIn = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n');

test('ID1 no file holds the number, and none the hash after midnight', async () => {
  const folder = temporaryFolder();
  const shown = { wall: Date.parse('2026-11-26T02:00:00Z') };
  const machine = { wall: () => shown.wall, monotonic: () => shown.wall };
  const office = await startOffice({ folder, machine });
  const tickets = await office.take('passport', 2);
  const hash = createIdentityNumbers(folder).hash(nik, '2026-11-26') ?? '';
  for (const { number: ticket } of tickets) {
    const key = { 'idempotency-key': `note-${ticket}` };
    const { status } = await office.api('POST', '/counters/1/identity', { ticket, number: nik }, key);
    expect(status).toBe(200);
  }
  expect([bytesIn(folder).includes(nik), bytesIn(folder).includes(hash)]).toEqual([false, true]);
  shown.wall = Date.parse('2026-11-26T18:00:00Z');
  await office.loket.hub.submit({ type: 'TimePassed' }, { account: 'clock' });
  expect(office.loket.hub.state.day.date).toBe('2026-11-27');
  expect(bytesIn(folder)).not.toContain(hash);
  await office.close();
  expect([bytesIn(folder).includes(nik), bytesIn(folder).includes(hash)]).toEqual([false, false]);
});

test('ID1 the same request once more is answered alike, and its fingerprint knows no number', async () => {
  const { hub, post, take } = await startDesk();
  await take();
  await take();
  await post('A-001');
  const first = await post('A-002', nik, 'again');
  expect(first.json).toEqual({ tickets: ['A-001'] });
  // The number is no part of what the key is compared with, so this is the first request, sent again.
  expect((await post('A-002', '9999', 'again')).json).toEqual(first.json);
  expect(told(await post('A-001', nik, 'again'))).toEqual([400, 'key-reused']);
  expect(hub.state.day.visits.size).toBe(2);
});

test('the supervisor sees who may trade in places', async () => {
  const { post, send, take, token } = await startDesk();
  await take();
  await take();
  for (const ticket of ['A-001', 'A-002']) await post(ticket);
  const as = await token('supervisor');
  const { status, json } = await send('GET /suspicions', { as });
  expect([status, json]).toEqual([
    200,
    { contacts: [], rebooked: [], identities: [{ tickets: ['A-001', 'A-002'] }] },
  ]);
});
