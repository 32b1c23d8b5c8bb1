/** What is not as the contract says is refused with a problem that names the part, and nothing of ours. */

import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { type Answer, startStage, told } from './stage.ts';

const json = { 'content-type': 'application/json' };

async function startWithToken() {
  const stage = await startStage();
  return { ...stage, as: await stage.token('supervisor') };
}

test('a problem has all its parts', async () => {
  const { send, as } = await startWithToken();
  const answer = await send('POST /tickets', { as, json: { service: 'passport', colour: 'red' } });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toEqual({
    type: 'about:blank',
    title: 'The request is not as expected',
    status: 400,
    code: 'malformed',
    fields: [{ path: 'colour', message: 'unknown key' }],
  });
});

test.each<[string, string, object, string[]]>([
  ['a missing key', 'POST /tickets', {}, ['service']],
  [
    'wrong types',
    'POST /tickets',
    { service: 7, people: '2', needs: 'deaf' },
    ['service', 'people', 'needs'],
  ],
  ['a wrong entry of a list', 'POST /tickets', { service: 'a', needs: ['deaf', 'rich'] }, ['needs[1]']],
  ['too many people', 'POST /tickets', { service: 'a', people: 51 }, ['people']],
  ['a list for a group', 'POST /tickets', [], ['']],
  ['a prototype', 'POST /tickets', JSON.parse('{"service":"a","__proto__":{"lane":"b"}}'), ['__proto__']],
  ['a body where none is expected', 'POST /counters/1/next', { ticket: 'A-001' }, ['ticket']],
  [
    'neither step nor counter',
    'POST /counters/1/transfer',
    { to: { step: 'x', counter: 2 } },
    ['to.counter'],
  ],
  ['an unreadable time', 'POST /counters/1/pause', { until: 'noon' }, ['until']],
  ['a device id', 'POST /devices', { id: 'Box 1', driver: 'box' }, ['id']],
  ['a filter', 'POST /devices', { id: 'b', driver: 'integration', read: ['a/#/b'] }, ['read[0]']],
  ['filters of a box', 'POST /devices', { id: 'b', driver: 'box', write: ['a'] }, ['write']],
  ['a counter token without counter', 'POST /tokens', { role: 'counter', label: 'x' }, ['counter']],
  ['an unknown role', 'POST /tokens', { role: 'director', label: 'x' }, ['role']],
  ['an unknown key of a box', 'POST /boxes/1/press', { key: 'explode' }, ['key']],
  ['a session of neither kind', 'POST /session', { user: 'supervisor' }, ['password']],
  ['a short password', 'POST /set-up', { key: 'k', password: 'short' }, ['password']],
  ['a lane without reason', 'PATCH /tickets/A-001', { lane: 'priority' }, ['reason']],
])('%s', async (_what, line, body, paths) => {
  const { send, as } = await startWithToken();
  const answer = await send(line, { as, json: body });
  expect(told(answer)).toEqual([400, 'malformed']);
  expect((answer.json.fields as { path: string }[]).map(({ path }) => path)).toEqual(paths);
});

test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>]>([
  ['no JSON', '{"service":', json],
  ['another content type', '{"service":"passport"}', { 'content-type': 'text/plain' }],
  ['no content type', new TextEncoder().encode('{"service":"passport"}'), {}],
  ['another character set', '{"service":"passport"}', { 'content-type': 'application/json; charset=latin1' }],
  ['an encoding', '{"service":"passport"}', { ...json, 'content-encoding': 'gzip' }],
  ['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22]), json],
])('a body that cannot be read: %s', async (_what, body, headers) => {
  const { send, as } = await startWithToken();
  expect(told(await send('POST /tickets', { as, body, headers }))).toEqual([400, 'malformed']);
});

test('many unknown keys do not make a large answer', async () => {
  const { send, as } = await startWithToken();
  const many = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [`${'k'.repeat(30)}${index}`, 1]),
  );
  const answer = await send('POST /tickets', { as, json: { service: 'passport', ...many } });
  expect(told(answer)).toEqual([400, 'malformed']);
  expect(answer.text.length).toBeLessThan(10_000);
});

test('an absent body is an empty one', async () => {
  const { send, as } = await startWithToken();
  expect(await send('POST /counters/1/open', { as })).toMatchObject({
    status: 200,
    json: { counter: 1, ticket: null },
  });
});

/** A body of so many bytes, of a length that is said before or not. */
function sendSized(
  port: number,
  as: string,
  bytes: number,
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method: 'POST', path: '/api/v1/tickets' };
    const sent = request(
      { ...options, headers: { ...json, authorization: `Bearer ${as}`, ...headers } },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    const text = `{"service":"${'x'.repeat(bytes - 14)}"}`;
    for (let at = 0; at < text.length; at += 60_000) sent.write(text.slice(at, at + 60_000));
    sent.end();
  });
}

test('from 256 KB on a body is too large, whether its length is said before or it comes in chunks', async () => {
  const { port, as, send } = await startWithToken();
  expect(await sendSized(port, as, 262_143, { 'content-length': '262143' })).toBe(400);
  expect(await sendSized(port, as, 262_144, { 'content-length': '262144' })).toBe(413);
  expect(await sendSized(port, as, 262_143, { 'transfer-encoding': 'chunked' })).toBe(400);
  expect(await sendSized(port, as, 262_144, { 'transfer-encoding': 'chunked' })).toBe(413);
  expect(await sendSized(port, as, 2_000_000, { 'transfer-encoding': 'chunked' })).toBe(413);
  const answer = await send('PUT /office', {
    as,
    body: `#${'x'.repeat(262_143)}`,
    headers: { 'content-type': 'application/yaml' },
  });
  expect(told(answer)).toEqual([413, 'too-large']);
  expect((await send('GET /board')).status).toBe(200);
});

test('a client that goes away in the middle of its body leaves nothing behind', async () => {
  const failures: object[] = [];
  const log = { info() {}, warn() {}, error: (what: object) => failures.push(what) };
  const { port, send, token } = await startStage({ log });
  const as = await token('kiosk');
  await new Promise<void>((resolve) => {
    const headers = {
      ...json,
      authorization: `Bearer ${as}`,
      'content-length': '1000',
      expect: '100-continue',
    };
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/tickets', headers });
    sent.once('continue', () => sent.write('{"service"', () => sent.destroy()));
    sent.once('error', () => {});
    sent.once('close', () => resolve());
    sent.flushHeaders();
  });
  expect((await send('GET /board')).status).toBe(200);
  expect(failures).toEqual([]);
});

test('what is not there is a problem too', async () => {
  const { send, as } = await startWithToken();
  for (const line of [
    'GET /nothing',
    'PUT /tickets',
    'POST /counters/1/explode',
    'DELETE /office',
    'GET /counters/1/next',
  ])
    expect(told(await send(line, { as })), line).toEqual([404, 'not-found']);
  for (const n of ['2', '0', '-1', '01', '1e0', '1000', 'x', '1.0'])
    expect(told(await send(`POST /counters/${n}/next`, { as })), n).toEqual([404, 'unknown-counter']);
  expect(told(await send('POST /counters/2/return', { as, json: { ticket: 'A-001' } }))).toEqual([
    404,
    'unknown-counter',
  ]);
  expect(told(await send('DELETE /devices/ser-9', { as }))).toEqual([404, 'unknown-device']);
  expect(told(await send('DELETE /tokens/none', { as }))).toEqual([404, 'unknown-token']);
  expect(told(await send('POST /boxes/2/press', { as, json: { key: 'next' } }))).toEqual([
    404,
    'unknown-counter',
  ]);
});

test('a path that cannot be decoded is malformed', async () => {
  const { send, as } = await startWithToken();
  expect(told(await send('GET /tickets/%ff', { as }))).toEqual([400, 'malformed']);
  expect(told(await send('GET //%ff'))).toEqual([400, 'malformed']);
});

test('a mistake of ours is told without a stack or a path', async () => {
  const failures: object[] = [];
  const log = { info() {}, warn() {}, error: (what: object) => failures.push(what) };
  const { send, token } = await startStage({
    log,
    presence() {
      throw new Error('secret detail at /home/loket/server/x.ts');
    },
  });
  const answer: Answer = await send('GET /devices', { as: await token('supervisor') });
  expect(answer.json).toEqual({
    type: 'about:blank',
    title: 'Something went wrong in the hub',
    status: 500,
    code: 'internal',
  });
  expect(failures).toHaveLength(1);
});

test('a request that asks for another protocol is answered as if it had not asked', async () => {
  const { port } = await startStage();
  const answer = await raw(
    port,
    'GET /healthz HTTP/1.1',
    'Host: hub',
    'Connection: Upgrade, close',
    'Upgrade: h2c',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test('what is refused before any route sees it is a problem too', async () => {
  const { port } = await startStage();
  const twice = await raw(port, 'GET / HTTP/1.1', 'Host: hub', 'Content-Length: 1', 'Content-Length: 2');
  expect(twice).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"malformed"/s);
  const long = await raw(port, 'GET / HTTP/1.1', 'Host: hub', `X-Long: ${'x'.repeat(20_000)}`);
  expect(long).toMatch(/^HTTP\/1\.1 431 .*"code":"too-large"/s);
});

test('a device cannot have the name of one of the hub’s own topics', async () => {
  const { send, as } = await startWithToken();
  for (const id of ['hub', 'counter', 'service', 'call']) {
    expect(told(await send('POST /devices', { as, json: { id, driver: 'loket' } })), id).toEqual([
      400,
      'malformed',
    ]);
  }
});

/** Sends lines as they are; gives all that comes back until the hub hangs up. */
function raw(port: number, ...lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket.on('data', (bytes) => {
      text += bytes;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
