/** Tokens, devices, the office: made by the supervisor, and no secret is ever seen twice. */
import { expect, test } from 'vitest';
import { verify } from '../../server/access/secrets.ts';
import type { DevicePresence } from '../../server/adapters/http/parts.ts';
import { officeText } from './office.ts';
import { startStage, told } from './stage.ts';

test('a token is shown once, listed without it, works, and does not once revoked', async () => {
  const { send, token } = await startStage();
  const as = await token('supervisor');
  const json = { role: 'counter', counter: 3, label: 'Desk 3' };
  const issued = await send('POST /tokens', { as, json });
  expect(issued).toMatchObject({
    status: 201,
    json: { token: expect.stringMatching(/^[\w-]{22}\.[\w-]{43}$/) },
  });
  expect(Object.keys(issued.json).sort()).toEqual(['id', 'token']);
  const listed = await send('GET /tokens', { as });
  expect(listed.json).toContainEqual({ id: issued.json.id, ...json, issuedAt: expect.stringMatching(/Z$/) });
  const mine = String(issued.json.token);
  expect((await send('GET /session', { as: mine })).json).toEqual({
    role: 'counter',
    counter: 3,
    officer: null,
    label: 'Desk 3',
  });
  expect((await send(`DELETE /tokens/${issued.json.id}`, { as })).status).toBe(204);
  expect((await send('GET /session', { as: mine })).status).toBe(401);
  expect(told(await send(`DELETE /tokens/${issued.json.id}`, { as }))).toEqual([404, 'unknown-token']);
});

test('a device gets its account once; its connection is listed', async () => {
  const seen: DevicePresence = {
    online: true,
    lastSeen: '2026-11-26T01:05:00.000Z',
    info: { model: 'box-2', fw: '1.4', proto: 1 },
    display: { rev: 8, text: 'A012', ok: true },
  };
  const { send, token, hub } = await startStage({ presence: () => new Map([['ser-3', seen]]) });
  const as = await token('supervisor');
  const added = await send('POST /devices', {
    as,
    json: { id: 'ser-3', driver: 'box', counter: 3, label: 'Box' },
  });
  expect(added.status).toBe(201);
  expect(added.json).toEqual({
    id: 'ser-3',
    username: 'ser-3',
    password: expect.stringMatching(/^[\w-]{43}$/),
    // A driver that Loket does not know: nothing to paste.
    setUp: [],
  });
  expect(await verify(String(added.json.password), hub.state.calendar.devices.get('ser-3')?.hash ?? '')).toBe(
    true,
  );
  expect(told(await send('POST /devices', { as, json: { id: 'ser-3', driver: 'box' } }))).toEqual([
    409,
    'device-exists',
  ]);
  const filters = { read: ['loket/v1/call', 'a/+/#'], write: ['b/#'] };
  await send('POST /devices', { as, json: { id: 'erp', driver: 'integration', ...filters } });
  expect((await send('GET /devices', { as })).json).toMatchObject([
    {
      ...{ id: 'ser-3', driver: 'box', counter: 3, label: 'Box', read: [], write: [] },
      ...{ online: true, lastSeen: '2026-11-26T01:05:00.000Z', info: seen.info, display: seen.display },
    },
    {
      ...{ id: 'erp', driver: 'integration', counter: null, label: null, ...filters },
      ...{ online: false, lastSeen: null, info: null, display: null },
    },
  ]);
  expect((await send('DELETE /devices/ser-3', { as })).status).toBe(204);
  expect(hub.state.calendar.devices.has('ser-3')).toBe(false);
});

test('no answer to a GET holds a secret or a hash', async () => {
  const { send, token, take, hub } = await startStage();
  const as = await token('supervisor');
  const { code } = await take(as);
  const { json: device } = await send('POST /devices', {
    as,
    json: { id: 'ser-3', driver: 'box', counter: 3 },
  });
  const { json: issued } = await send('POST /tokens', { as, json: { role: 'kiosk', label: 'Hall' } });
  await send('POST /session', { json: { token: issued.token } });
  const { tokens, devices, sessions, passwordHash } = hub.state.calendar;
  const hashes = [...tokens.values(), ...devices.values(), ...sessions.values()].map(({ hash }) => hash);
  const secrets = [as, device.password, issued.token, passwordHash, ...hashes].map(String);
  expect(hashes).toHaveLength(4);
  for (const path of ['/session', '/tokens', '/devices', '/office', '/board', `/tickets/${code}`]) {
    const { status, text } = await send(`GET ${path}`, { as });
    expect(status, path).toBe(200);
    expect(text).not.toMatch(/scrypt|"hash"|passwordHash/);
    for (const secret of secrets) expect(text).not.toContain(secret.split('.').at(-1));
  }
});

test('the office is read as it was written or as what it means, and replaced whole', async () => {
  const { send, token, hub } = await startStage();
  const as = await token('supervisor');
  const read = await send('GET /office', { as });
  expect(read.json).toMatchObject({ office: { id: 'uji' }, source: officeText });
  const written = await send('GET /office', { as, headers: { accept: 'application/yaml' } });
  expect(written.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
  expect(written.text).toBe(officeText);
  for (const [type, name] of [
    ['application/yaml', 'Satu'],
    ['text/yaml; charset=utf-8', 'Dua'],
    ['text/plain', 'Tiga'],
  ] as const) {
    const body = officeText.replace('Kantor Uji', name);
    const answer = await send('PUT /office', { as, body, headers: { 'content-type': type } });
    expect(answer).toMatchObject({ status: 200, json: { source: body } });
    expect(hub.state.calendar.office?.name).toEqual({ id: name, en: name });
  }
});

test('the office as JSON is the same file', async () => {
  const { send, token, hub } = await startStage();
  const as = await token('supervisor');
  const json = {
    ...{ id: 'kecil', name: 'Kecil', timeZone: 'Asia/Jakarta', languages: ['id'] },
    hours: { 'mon-sun': ['00:00-24:00'] },
    steps: [{ id: 'one', name: { id: 'Satu' } }],
    services: [{ id: 'all', prefix: 'A', name: { id: 'Semua' }, steps: ['one'] }],
    lanes: [{ id: 'regular' }],
    counters: [{ number: 1, steps: ['one'] }],
  };
  expect((await send('PUT /office', { as, json })).status).toBe(200);
  expect(hub.state.calendar.office?.id).toBe('kecil');
});

test('a mistaken office is refused with every mistake and its line; the running one stays', async () => {
  const { send, token, hub } = await startStage();
  const as = await token('supervisor');
  const body = officeText
    .replace('promise: PT2H', 'promise: soon')
    .replace('prefix: P,', 'prefix: P, colour: red,');
  const answer = await send('PUT /office', { as, body, headers: { 'content-type': 'application/yaml' } });
  expect(told(answer)).toEqual([400, 'malformed']);
  expect(answer.json.fields).toMatchObject([
    { path: 'services[0].promise', line: 11 },
    { path: 'lanes[1].colour', line: 14 },
  ]);
  expect(hub.state.calendar.source).toBe(officeText);
});

test('an office in which somebody could not be served any more is refused with the list', async () => {
  const { send, token, take } = await startStage();
  const as = await token('supervisor');
  await take(as);
  const body = officeText.replaceAll('passport', 'visa');
  const answer = await send('PUT /office', { as, body, headers: { 'content-type': 'application/yaml' } });
  expect(answer).toMatchObject({ status: 409, json: { code: 'would-strand', tickets: ['A-001'] } });
});
