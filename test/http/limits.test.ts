/** How often one may ask, and how long one may take to ask. */
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startStage, told } from './stage.ts';

const passport = { service: 'passport' };

test('a kiosk takes at most thirty tickets in five seconds; another one and the supervisor are not hindered', async () => {
  const { send, token, hub } = await startStage();
  const [flooding, other] = [await token('kiosk'), await token('door')];
  const take = (as: string) => send('POST /tickets', { as, json: passport });
  const all = await Promise.all(Array.from({ length: 40 }, () => take(flooding)));
  expect(all.filter(({ status }) => status === 201)).toHaveLength(30);
  const refused = all.find(({ status }) => status !== 201);
  expect(refused && told(refused)).toEqual([429, 'too-many-requests']);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(5);
  expect((await take(other)).status).toBe(201);
  expect(hub.state.day.visits.size).toBe(31);
  const as = await token('supervisor');
  const many = await Promise.all(Array.from({ length: 50 }, () => take(as)));
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([201]));
});

test('once the time is over the kiosk goes on', async () => {
  const { send, token } = await startStage({ limits: { tickets: { most: 2, withinMs: 500 } } });
  const as = await token('kiosk');
  const take = async () => (await send('POST /tickets', { as, json: passport })).status;
  // However slow the machine is: of many in a row some are refused, and none for good.
  const statuses = new Set(await Promise.all(Array.from({ length: 20 }, take)));
  expect(statuses).toEqual(new Set([201, 429]));
  // Trying on all the time does not lengthen the wait.
  await expect.poll(take, { interval: 10, timeout: 10_000 }).toBe(201);
});

test('reading without an account is limited by address, with an account it is not', async () => {
  const { send, token } = await startStage({ limits: { reads: { most: 5, withinMs: 60_000 } } });
  const as = await token('display');
  const read = async (sent = {}) => (await send('GET /board', sent)).status;
  const statuses = [];
  for (let turn = 0; turn < 6; turn++) statuses.push(await read());
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  // Guessing tokens is reading without an account.
  expect(await read({ as: 'nonsense' })).toBe(429);
  expect(await read({ as })).toBe(200);
});

/** Sends the text as it is and answers the first line that comes back. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      answer += part;
    });
    socket.once('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.once('error', reject);
  });
}

test('headers that are too large or not HTTP are answered and closed, and the hub lives', async () => {
  const { port, send } = await startStage();
  const large = `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`;
  expect(await raw(port, large)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  expect(await raw(port, 'nonsense\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  const smuggled =
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
  expect(await raw(port, smuggled)).toBe('HTTP/1.1 400 Bad Request');
  expect((await send('GET //healthz')).status).toBe(200);
});

test('who is slow with headers or body is dropped', async () => {
  const failures: object[] = [];
  const log = { info() {}, warn() {}, error: (what: object) => failures.push(what) };
  const { port, send, token } = await startStage({
    log,
    patience: { headers: 100, request: 200, silence: 60_000 },
  });
  const headers = `POST /api/v1/tickets HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${await token('kiosk')}\r\n`;
  expect(await raw(port, headers)).toBe('HTTP/1.1 408 Request Timeout');
  const body = 'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"service"';
  expect(await raw(port, `${headers}${body}`)).toBe('HTTP/1.1 408 Request Timeout');
  expect((await send('GET //healthz')).status).toBe(200);
  expect(failures).toEqual([]);
});
