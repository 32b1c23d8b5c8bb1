/** Bad input at every door: each gets its problem or refusal, nothing is changed, and the hub goes on. */
import { connectAsync } from 'mqtt';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { officeFile } from '../e2e/office-file.ts';
import { readRecorded } from '../e2e/recorded.ts';
import { connectPacket, openWire, publishPacket, subscribePacket } from '../mqtt/wire.ts';
import { type LobbyView, startOffice, temporaryFolder } from './office.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;

/** Counter 1 is open with a box; A-001 is called there, A-002 waits; a kiosk, a desk and a screen have tokens. */
async function openOffice() {
  const folder = temporaryFolder();
  const office = await startOffice({ folder, office: officeFile() });
  const box = await office.plugInBox(1);
  await office.open(1);
  const [first, second] = await office.take('passport', 2);
  await box.press('next');
  const token = async (role: string, more: object = {}) =>
    String((await office.api('POST', '/tokens', { role, label: role, ...more })).body.token);
  const tokens = {
    kiosk: await token('kiosk'),
    desk: await token('counter', { counter: 1 }),
    display: await token('display'),
    supervisor: await token('supervisor'),
  };
  return { ...office, folder, box, first, second, tokens };
}

/** All that is recorded so far; the hub is gone afterwards. */
async function recordedBy(office: Office): Promise<string[]> {
  await office.close();
  const { calendar, events } = await readRecorded(office.folder);
  return [...calendar, ...events].map(({ type }) => type);
}

const prepared = [
  ...['OfficeConfigured', 'PasswordSet', 'SessionOpened', 'DeviceAdded'],
  ...['TokenIssued', 'TokenIssued', 'TokenIssued', 'TokenIssued'],
  ...['DayBegan', 'CounterOpened', 'TicketTaken', 'TicketTaken', 'TicketCalled'],
];

/** As any morning: a ticket, a press, and everybody sees it. */
async function worksOn(office: Office): Promise<void> {
  const lobby = await office.watch<LobbyView>('lobby');
  expect((await office.take('collection'))[0]).toMatchObject({ number: 'C-001', ahead: 1 });
  expect(await office.box.press('next')).toMatchObject({ ok: true, ticket: 'A-002' });
  await office.box.shows('A-002');
  await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-002', counter: 1 }));
  expect(await recordedBy(office)).toEqual([...prepared, 'TicketTaken', 'StepDone', 'TicketCalled']);
}

type Who = 'kiosk' | 'desk' | 'display' | 'supervisor' | 'nobody' | 'stranger';
type Line = readonly [who: Who, line: string, body: string | object | null, status: number, code: string];

const code = 'AAAAAAAAAAAAAAAAAAAAAA';
const large = `{"service":"${'x'.repeat(300_000)}"}`;

const requests: readonly Line[] = [
  // Malformed bodies.
  ['kiosk', 'POST /tickets', '{"service":', 400, 'malformed'],
  ['kiosk', 'POST /tickets', 'service=passport', 400, 'malformed'],
  ['kiosk', 'POST /tickets', '"passport"', 400, 'malformed'],
  ['kiosk', 'POST /tickets', '[]', 400, 'malformed'],
  ['kiosk', 'POST /tickets', 'null', 400, 'malformed'],
  ['kiosk', 'POST /tickets', `${'['.repeat(5000)}`, 400, 'malformed'],
  ['kiosk', 'POST /tickets', '{"service":"passport"}{"service":"passport"}', 400, 'malformed'],
  ['kiosk', 'POST /tickets', null, 400, 'malformed'],
  ['kiosk', 'POST /tickets', '{"service":"passport","__proto__":{"lane":"regular"}}', 400, 'malformed'],
  ['kiosk', 'POST /tickets', large, 413, 'too-large'],
  ['supervisor', 'POST /counters/1/next', large, 413, 'too-large'],
  // Unknown keys and wrong types.
  ['kiosk', 'POST /tickets', { service: 'passport', colour: 'red' }, 400, 'malformed'],
  ['kiosk', 'POST /tickets', { service: 7 }, 400, 'malformed'],
  ['kiosk', 'POST /tickets', { service: 'Paspor!' }, 400, 'malformed'],
  ['kiosk', 'POST /tickets', { service: 'passport', people: 0 }, 400, 'malformed'],
  ['kiosk', 'POST /tickets', { service: 'passport', people: 1.5 }, 400, 'malformed'],
  ['kiosk', 'POST /tickets', { service: 'passport', people: '1' }, 400, 'malformed'],
  ['kiosk', 'POST /tickets', { service: 'passport', needs: ['rich'] }, 400, 'malformed'],
  ['desk', 'POST /counters/1/next', { ticket: 'A-002' }, 400, 'malformed'],
  ['desk', 'POST /counters/1/transfer', { to: {} }, 400, 'malformed'],
  ['desk', 'POST /counters/1/incomplete', { reasons: [] }, 400, 'malformed'],
  ['desk', 'POST /counters/1/pause', { until: 'noon' }, 400, 'malformed'],
  ['desk', 'POST /counters/1/close', { confirm: 'yes' }, 400, 'malformed'],
  ['supervisor', 'POST /tokens', { role: 'director', label: 'x' }, 400, 'malformed'],
  ['supervisor', 'POST /tokens', { role: 'counter', label: 'x' }, 400, 'malformed'],
  ['supervisor', 'POST /devices', { id: 'Box 1', driver: 'loket' }, 400, 'malformed'],
  ['supervisor', 'POST /devices', { id: 'x', driver: 'loket', read: ['#'] }, 400, 'malformed'],
  ['supervisor', 'POST /boxes/1/press', { key: 'explode' }, 400, 'malformed'],
  ['supervisor', 'PATCH /tickets/A-002', { lane: 'priority' }, 400, 'malformed'],
  ['supervisor', 'PUT /office', { id: 'x' }, 400, 'malformed'],
  ['nobody', 'POST /session', { user: 'supervisor' }, 400, 'malformed'],
  ['nobody', 'POST /session', { user: 'supervisor', password: 1 }, 400, 'malformed'],
  // Not there.
  ['kiosk', 'POST /tickets', { service: 'visa' }, 409, 'unknown-service'],
  ['kiosk', 'POST /tickets', { service: 'passport', lane: 'royal' }, 409, 'unknown-lane'],
  ['supervisor', 'PATCH /tickets/A-002', { lane: 'royal', reason: 'x' }, 409, 'unknown-lane'],
  ['desk', 'POST /counters/1/open', { steps: ['dance'] }, 409, 'unknown-step'],
  ['desk', 'POST /counters/1/open', { lanes: ['royal'] }, 409, 'unknown-lane'],
  ['desk', 'POST /counters/1/transfer', { to: { step: 'dance' } }, 409, 'unknown-step'],
  ['desk', 'POST /counters/1/transfer', { to: { counter: 99 } }, 409, 'unknown-counter'],
  ['desk', 'POST /counters/1/incomplete', { reasons: ['weather'] }, 409, 'unknown-reason'],
  ['desk', 'POST /counters/1/done', { outcome: 'gold' }, 409, 'unknown-outcome'],
  ['desk', 'POST /counters/1/call', { ticket: 'A-099' }, 409, 'unknown-ticket'],
  ['desk', 'POST /counters/1/call', { ticket: "'; DROP TABLE event; --" }, 409, 'unknown-ticket'],
  ['supervisor', 'POST /counters/99/next', null, 404, 'unknown-counter'],
  ['supervisor', 'POST /counters/0/next', null, 404, 'unknown-counter'],
  ['supervisor', 'POST /counters/1e0/next', null, 404, 'unknown-counter'],
  ['supervisor', 'POST /boxes/99/press', { key: 'next' }, 404, 'unknown-counter'],
  ['nobody', `GET /tickets/${code}`, null, 404, 'unknown-ticket'],
  ['nobody', 'GET /tickets/A-001', null, 404, 'unknown-ticket'],
  ['nobody', `DELETE /tickets/${code}`, null, 404, 'unknown-ticket'],
  ['kiosk', 'POST /tickets/A-099/return', null, 404, 'unknown-ticket'],
  ['supervisor', 'PATCH /tickets/A-099', { lane: 'priority', reason: 'x' }, 404, 'unknown-ticket'],
  ['supervisor', 'DELETE /devices/box-9', null, 404, 'unknown-device'],
  ['supervisor', 'DELETE /tokens/none', null, 404, 'unknown-token'],
  ['supervisor', 'POST /counters/1/explode', null, 404, 'not-found'],
  ['supervisor', 'PUT /tickets', {}, 404, 'not-found'],
  ['supervisor', 'GET /../../etc/passwd', null, 404, 'not-found'],
  ['nobody', 'GET /tickets/%ff', null, 400, 'malformed'],
  // Not possible now.
  ['kiosk', 'POST /tickets/A-002/return', null, 409, 'not-possible'],
  ['desk', 'POST /counters/1/call', { ticket: 'A-001' }, 409, 'already-called'],
  ['desk', 'POST /counters/1/done', { ticket: 'A-002' }, 409, 'moved-on'],
  ['supervisor', 'POST /counters/2/next', null, 409, 'counter-closed'],
  ['supervisor', 'POST /counters/2/done', null, 409, 'nobody-called'],
  ['supervisor', 'POST /counters/2/undo', null, 409, 'nothing-to-undo'],
  ['supervisor', 'POST /devices', { id: 'box-1', driver: 'loket' }, 409, 'device-exists'],
  ['desk', 'POST /counters/1/close', null, 409, 'confirm'],
  ['nobody', 'POST /set-up', { key: 'x', password: 'long enough for anybody' }, 403, 'forbidden'],
  // Not allowed.
  ['nobody', 'POST /tickets', { service: 'passport' }, 401, 'not-signed-in'],
  ['stranger', 'POST /tickets', { service: 'passport' }, 401, 'not-signed-in'],
  ['stranger', 'GET /board', null, 401, 'not-signed-in'],
  ['nobody', 'POST /session', { user: 'supervisor', password: 'wrong' }, 401, 'wrong-password'],
  ['nobody', 'POST /session', { token: 'a.b' }, 401, 'not-signed-in'],
  ['kiosk', 'POST /counters/1/next', null, 403, 'forbidden'],
  ['desk', 'POST /counters/2/open', null, 403, 'forbidden'],
  ['display', 'POST /tickets', { service: 'passport' }, 403, 'forbidden'],
  ['desk', 'POST /devices', { id: 'x', driver: 'loket' }, 403, 'forbidden'],
  ['kiosk', 'PUT /office', { id: 'x' }, 403, 'forbidden'],
];

async function ask(office: Office, [who, line, body]: Line, headers: Record<string, string> = {}) {
  const [method = '', path = ''] = line.split(' ');
  const bearer = who === 'stranger' ? 'none.none' : who === 'nobody' ? null : office.tokens[who];
  const answer = await fetch(`http://127.0.0.1:${office.loket.httpPort}/api/v1${path}`, {
    method,
    headers: {
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === null ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() };
}

test('over HTTP: every mistaken request gets its problem and changes nothing', async () => {
  const office = await openOffice();
  for (const request of requests) {
    const [, line, body, status, expected] = request;
    const { type, ...answer } = await ask(office, request);
    const said = `${line} ${JSON.stringify(body)?.slice(0, 80)}`;
    expect.soft([answer.status, answer.body.code], said).toEqual([status, expected]);
    expect.soft(type, said).toBe('application/problem+json');
    expect.soft(JSON.stringify(answer.body), said).not.toMatch(/\.ts\b|node_modules|\bat \w+ \(/);
  }
  await worksOn(office);
});

test('over HTTP: a key that was used for another request, a foreign page, and a wrong key', async () => {
  const office = await openOffice();
  const take: Line = ['kiosk', 'POST /tickets', { service: 'visa' }, 0, ''];
  const other: Line = ['kiosk', 'POST /tickets', { service: 'passport' }, 0, ''];
  const key = { 'idempotency-key': 'k1' };
  expect((await ask(office, take, key)).body).toMatchObject({ code: 'unknown-service' });
  expect(await ask(office, other, key)).toMatchObject({ status: 400, body: { code: 'key-reused' } });
  for (const wrong of ['two words', 'x'.repeat(129)])
    expect(await ask(office, other, { 'idempotency-key': wrong })).toMatchObject({
      status: 400,
      body: { code: 'malformed', fields: [{ path: 'Idempotency-Key' }] },
    });
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
    expect(await ask(office, other, { origin })).toMatchObject({
      status: 403,
      body: { code: 'wrong-origin' },
    });
  await worksOn(office);
});

/** The payload as it is sent, and the code, boot and seq of its result. */
type Press = readonly [payload: string, code: string, boot: string | null, seq: number | null];
const pressOf = (more: object): string =>
  JSON.stringify({ event_type: 'next', seq: 100, boot: 'BAD1', arg: null, age_ms: 0, ...more });

const presses: readonly Press[] = [
  ['', 'malformed', null, null],
  ['next', 'malformed', null, null],
  ['{"event_type":"next"', 'malformed', null, null],
  ['[]', 'malformed', null, null],
  ['null', 'malformed', null, null],
  ['7', 'malformed', null, null],
  ['{}', 'malformed', null, null],
  [pressOf({ seq: -1 }), 'malformed', 'BAD1', null],
  [pressOf({ seq: 1.5 }), 'malformed', 'BAD1', null],
  [pressOf({ seq: '1' }), 'malformed', 'BAD1', null],
  [pressOf({ seq: 4_294_967_296 }), 'malformed', 'BAD1', null],
  [pressOf({ boot: '' }), 'malformed', null, 100],
  [pressOf({ boot: 7 }), 'malformed', null, 100],
  [pressOf({ boot: 'x'.repeat(17) }), 'malformed', null, 100],
  [pressOf({ event_type: 7 }), 'malformed', 'BAD1', 100],
  [pressOf({ event_type: '' }), 'malformed', 'BAD1', 100],
  [pressOf({ arg: { ticket: 'A-002' } }), 'malformed', 'BAD1', 100],
  [pressOf({ arg: 'x'.repeat(65) }), 'malformed', 'BAD1', 100],
  [pressOf({ age_ms: -1 }), 'malformed', 'BAD1', 100],
  [pressOf({ age_ms: 'old' }), 'malformed', 'BAD1', 100],
  [pressOf({ seq: 101, event_type: 'explode' }), 'unknown-key', 'BAD1', 101],
  [pressOf({ seq: 102, event_type: 'constructor' }), 'unknown-key', 'BAD1', 102],
  [pressOf({ seq: 103, age_ms: 10_001 }), 'stale', 'BAD1', 103],
  [pressOf({ seq: 104, event_type: 'call', arg: 'A-099' }), 'unknown-ticket', 'BAD1', 104],
  [pressOf({ seq: 105, event_type: 'call', arg: 'A-001' }), 'already-called', 'BAD1', 105],
  [pressOf({ seq: 106, event_type: 'transfer', arg: 'dance' }), 'unknown-step', 'BAD1', 106],
  [pressOf({ seq: 107, event_type: 'transfer', arg: 99 }), 'unknown-counter', 'BAD1', 107],
  [pressOf({ seq: 108, event_type: 'close' }), 'confirm', 'BAD1', 108],
];

test('over MQTT: every mistaken press gets its refusal and calls nobody', async () => {
  const office = await openOffice();
  const { client, results } = office.box;
  for (const [payload, expected, boot, seq] of presses) {
    const before = results.length;
    await client.publishAsync('loket/v1/box-1/event', payload, { qos: 1 });
    await vi.waitFor(() => expect(results.length, payload).toBeGreaterThan(before), 5000);
    const refusal = { boot, seq, ok: false, error: { code: expected, message: expect.any(String) } };
    expect.soft(results[before], payload).toEqual(refusal);
  }
  await worksOn(office);
});

test('over MQTT: a device that nobody knows, a topic of others and bytes that are no MQTT do nothing', async () => {
  const office = await openOffice();
  const { mqttPort } = office.loket;
  for (const [username, password] of [
    ['box-9', 'x'],
    ['box-1', 'wrong'],
    ['', ''],
  ] as const)
    await expect(
      connectAsync(`mqtt://127.0.0.1:${mqttPort}`, { clientId: username, username, password }, false),
    ).rejects.toThrow(/not authorized|bad user ?name/i);

  const other = await office.api('POST', '/devices', { id: 'box-2', driver: 'loket', counter: 2 });
  const signIn = connectPacket({ id: 'box-2', username: 'box-2', password: String(other.body.password) });
  const next = pressOf({});
  const wrong: Buffer[] = [
    publishPacket('loket/v1/box-1/event', next, 7),
    publishPacket('loket/v1/box-2/display/set', '{"text":"A-999"}', 7, 3),
    publishPacket('loket/v1/hub/status', 'offline', 7, 3),
    publishPacket('loket/v1/box-2/event', 'x'.repeat(5000), 7),
    publishPacket(Buffer.from([0xff, 0xfe]), next, 7),
    publishPacket('loket/v1/+/event', next, 7),
    subscribePacket(0, ['loket/v1/box-2/#']),
    Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff]),
    Buffer.from([0xf0, 0]),
    Buffer.alloc(64, 0xff),
  ];
  for (const bytes of wrong) {
    const wire = openWire(mqttPort);
    wire.send(signIn, bytes);
    await wire.closed;
  }
  const notMqtt = openWire(mqttPort);
  notMqtt.send(Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
  await notMqtt.closed;
  await office.api('DELETE', '/devices/box-2');
  expect((await office.api('GET', '/board')).body).toMatchObject({ calls: [{ number: 'A-001', times: 1 }] });
  expect(await office.box.press('next')).toMatchObject({ ok: true, ticket: 'A-002' });
  await office.box.shows('A-002');
  const recorded = await recordedBy(office);
  expect(recorded.toSorted()).toEqual(
    [...prepared, 'DeviceAdded', 'DeviceRemoved', 'StepDone', 'TicketCalled'].sort(),
  );
});

test('over Socket.IO: every mistaken watch gets its problem, nothing can be changed, and a wrong token sees what is public', async () => {
  const office = await openOffice();
  const origin = `http://127.0.0.1:${office.loket.httpPort}`;
  const open = (token?: unknown) => {
    const socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(token === undefined ? {} : { auth: { token } }),
    });
    onTestFinished(() => void socket.close());
    return socket;
  };
  const socket = open();
  const wrong: readonly (readonly [name: unknown, code: string])[] = [
    ['', 'malformed'],
    [7, 'malformed'],
    [null, 'malformed'],
    [['lobby'], 'malformed'],
    ['x'.repeat(81), 'malformed'],
    ['lobbies', 'not-found'],
    ['lobby:moon', 'not-found'],
    ['counter:99', 'not-found'],
    ['counter:01', 'not-found'],
    [`ticket:${code}`, 'not-found'],
    ['ticket:A-001', 'not-found'],
    ['__proto__', 'not-found'],
    ['desk:1', 'not-signed-in'],
    ['box:1', 'not-signed-in'],
  ];
  for (const [name, expected] of wrong)
    expect.soft((await socket.emitWithAck('watch', name)).code, String(name)).toBe(expected);
  for (const event of ['next', 'CallNext', 'view', 'announce', 'announced', 'unwatch'])
    socket.emit(event, { counter: 1, callId: 7 });
  expect(await socket.emitWithAck('watch', 'lobby')).toBeNull();

  const desk = open(office.tokens.desk);
  expect(await desk.emitWithAck('watch', 'desk:1')).toBeNull();
  expect((await desk.emitWithAck('watch', 'desk:2')).code).toBe('forbidden');
  for (const token of ['none.none', 7, { toString: 'x' }]) {
    const stranger = open(token);
    expect((await stranger.emitWithAck('watch', 'desk:1')).code).toBe('not-signed-in');
    expect(await stranger.emitWithAck('watch', 'lobby')).toBeNull();
  }
  await worksOn(office);
});
