/** Devices over HTTP: their accounts and settings, a new password, and what is done with them from afar. */
import { expect, test } from 'vitest';
import { verify } from '../../server/access/secrets.ts';
import type { DeviceSources } from '../../server/adapters/http/parts.ts';
import { commandOf } from '../../server/device-sources.ts';
import { type Options, type Stage, startStage, told } from './stage.ts';

const at = '2026-11-26T01:05:00.000Z';
const sources: DeviceSources = {
  messages: (id) => [
    {
      at,
      way: 'from',
      topic: `loket/v1/${id}/event`,
      text: '{"event_type":"next"}',
      kind: 'press',
      verdict: 'ok',
    },
  ],
  trouble: () => ({ at, why: 'refused-publish', topic: 'tele/x/STATE', times: 3 }),
  battery: () => 74,
  board: () => ({ wanted: 'A-012', shown: 'A-011', ok: false }),
  printer: () => null,
  knocks: () => [],
  setUp: (device, now) => [{ kind: 'web', lines: [`${device.id} ${now?.password} ${now?.reached.host}`] }],
  identify: (id) => id === 'here',
  address: ({ host }) => ({ host: `at ${host}`, httpPort: 8080, mqttPort: 1883 }),
  commandOf,
};

async function office(options: Options = {}): Promise<{ stage: Stage; as: string }> {
  const stage = await startStage({ devices: sources, ...options });
  return { stage, as: await stage.token('supervisor') };
}
const hashOf = ({ hub }: Stage, id: string): string => hub.state.calendar.devices.get(id)?.hash ?? '';
const settingsOf = ({ hub }: Stage, id: string) => hub.state.calendar.devices.get(id)?.settings;

test('a device is added with its settings, and its lines hold the password that opens', async () => {
  const { stage, as } = await office();
  const { status, json } = await stage.send('POST /devices', {
    as,
    json: { id: 'ctr-3', driver: 'tasmota', counter: 3, settings: { keys: { '2:long': { key: 'undo' } } } },
  });
  expect(status).toBe(201);
  expect(json).toMatchObject({ id: 'ctr-3', username: 'ctr-3' });
  expect(json.setUp).toEqual([{ kind: 'web', lines: [`ctr-3 ${json.password} 127.0.0.1`] }]);
  expect(await verify(String(json.password), hashOf(stage, 'ctr-3'))).toBe(true);
  expect(settingsOf(stage, 'ctr-3')).toEqual({ keys: { '2:long': { key: 'undo' } } });
});

test('settings that are not the driver’s are refused with their fields, unknown keys too, and nothing is made', async () => {
  const { stage, as } = await office();
  const add = async (driver: string, settings: object) => {
    const answer = await stage.send('POST /devices', { as, json: { id: 'x', driver, settings } });
    return [...told(answer), (answer.json.fields as { path: string }[])?.map(({ path }) => path)];
  };
  expect(await add('tasmota', { colour: 'red' })).toEqual([400, 'malformed', ['settings.colour']]);
  expect(await add('tasmota', { keys: { twice: { key: 'next' } } })).toEqual([
    400,
    'malformed',
    ['settings.keys.twice'],
  ]);
  expect(await add('escpos', { at: 'somewhere', columns: 40 })).toEqual([
    400,
    'malformed',
    ['settings.at', 'settings.columns'],
  ]);
  for (const at of ['usb:/dev/../var/lib/loket/journal.sqlite', 'serial:/dev/x/../../etc/passwd'])
    expect(await add('escpos', { at })).toEqual([400, 'malformed', ['settings.at']]);
  expect(await add('unheard-of', { a: 1 })).toEqual([400, 'malformed', ['settings.a']]);
  expect(await add('zigbee2mqtt', { via: 'nobody' })).toEqual([400, 'malformed', ['settings.via']]);
  expect(stage.hub.state.calendar.devices.size).toBe(0);
});

test('a printer has no password to show; its usual settings are filled in', async () => {
  const { stage, as } = await office();
  const { json } = await stage.send('POST /devices', {
    as,
    json: { id: 'paper', driver: 'escpos', settings: { at: 'tcp://192.168.1.50' } },
  });
  expect(json).toMatchObject({ id: 'paper', username: null, password: null });
  expect(settingsOf(stage, 'paper')).toEqual({
    at: 'tcp://192.168.1.50',
    columns: 48,
    for: ['kiosk', 'door', 'counter'],
    spare: false,
  });
  expect(told(await stage.send('POST /devices/paper/password', { as }))).toEqual([409, 'not-possible']);
});

test('a change keeps the password and what it does not name; null takes away', async () => {
  const { stage, as } = await office();
  await stage.send('POST /devices', {
    as,
    json: { id: 'ctr-3', driver: 'tasmota', counter: 3, label: 'Tombol' },
  });
  const before = hashOf(stage, 'ctr-3');
  const change = (json: object) => stage.send('PATCH /devices/ctr-3', { as, json });
  expect((await change({ settings: { topic: 'loket_3' } })).status).toBe(204);
  expect((await change({ counter: null })).status).toBe(204);
  expect(stage.hub.state.calendar.devices.get('ctr-3')).toMatchObject({
    counter: null,
    label: 'Tombol',
    settings: { topic: 'loket_3' },
    hash: before,
  });
  expect(told(await change({ settings: { topic: 'loket/v1/x' } }))).toEqual([400, 'malformed']);
  expect(told(await change({ driver: 'loket' }))).toEqual([400, 'malformed']);
  expect(told(await stage.send('PATCH /devices/nobody', { as, json: {} }))).toEqual([404, 'unknown-device']);
  expect(settingsOf(stage, 'ctr-3')).toEqual({ topic: 'loket_3' });
});

test('a new password closes the old one, and is recorded', async () => {
  const { stage, as } = await office();
  const first = await stage.send('POST /devices', { as, json: { id: 'ctr-3', driver: 'loket', counter: 3 } });
  const second = await stage.send('POST /devices/ctr-3/password', { as });
  expect(second.status).toBe(200);
  expect(second.json.setUp).toEqual([{ kind: 'web', lines: [`ctr-3 ${second.json.password} 127.0.0.1`] }]);
  expect(await verify(String(first.json.password), hashOf(stage, 'ctr-3'))).toBe(false);
  expect(await verify(String(second.json.password), hashOf(stage, 'ctr-3'))).toBe(true);
  const { json } = await stage.send('GET /audit?stream=calendar&types=DevicePasswordSet', { as });
  expect(json.entries).toMatchObject([{ type: 'DevicePasswordSet', event: { id: 'ctr-3' } }]);
  expect(JSON.stringify(json)).not.toContain('scrypt');
  expect(told(await stage.send('POST /devices/nobody/password', { as }))).toEqual([404, 'unknown-device']);
});

test('identify: done, or the device is not there to be seen', async () => {
  const { stage, as } = await office();
  for (const id of ['here', 'gone']) await stage.send('POST /devices', { as, json: { id, driver: 'loket' } });
  expect((await stage.send('POST /devices/here/identify', { as })).status).toBe(204);
  expect(told(await stage.send('POST /devices/gone/identify', { as }))).toEqual([409, 'device-offline']);
  expect(told(await stage.send('POST /devices/nobody/identify', { as }))).toEqual([404, 'unknown-device']);
});

test('a simulated press does what the device’s own would, in the supervisor’s name, and once under one key', async () => {
  const { stage, as } = await office();
  await stage.send('POST /devices', { as, json: { id: 'ctr-1', driver: 'loket', counter: 1 } });
  const ticket = await stage.take(as);
  await stage.send('POST /counters/1/open', { as, json: {} });
  const press = (json: object, key: string) => stage.send('POST /devices/ctr-1/press', { as, json, key });
  const first = await press({ key: 'next' }, 'k1');
  expect([first.status, first.json]).toEqual([200, { ok: true, ticket: ticket.number, counter: 1 }]);
  expect((await press({ key: 'next' }, 'k1')).json).toEqual(first.json);
  expect((await press({ key: 'recall' }, 'k2')).json).toMatchObject({
    ok: false,
    error: { code: 'too-soon' },
  });
  const { json } = await stage.send(
    `GET /audit?stream=day:${stage.hub.state.day.date}&types=TicketCalled,VisitStarted`,
    { as },
  );
  expect(json.entries).toMatchObject([{ type: 'TicketCalled', by: expect.stringMatching(/^token:/) }]);
});

test('a gesture is what the mapping says: with its input first, then without, then as usual', async () => {
  const { stage, as } = await office();
  const keys = { '2:long': { key: 'open' }, long: { key: 'close' } };
  const add = (id: string, settings: object) =>
    stage.send('POST /devices', { as, json: { id, driver: 'tasmota', counter: 1, settings } });
  await add('mapped', { keys });
  await add('usual', {});
  const press = async (id: string, json: object) =>
    (await stage.send(`POST /devices/${id}/press`, { as, json })).json;
  const state = () => stage.hub.state.day.counters.get(1)?.state;
  expect(await press('mapped', { gesture: 'long', input: '2' })).toMatchObject({ ok: true });
  expect(state()).toBe('open');
  expect(await press('mapped', { gesture: 'triple' })).toMatchObject({ error: { code: 'unknown-key' } });
  expect(await press('usual', { gesture: 'single' })).toMatchObject({ error: { code: 'nobody-waiting' } });
  expect(told(await stage.send('POST /devices/usual/press', { as, json: { gesture: 'thrice' } }))).toEqual([
    400,
    'malformed',
  ]);
});

test('a device without a counter has nowhere to press', async () => {
  const { stage, as } = await office();
  await stage.send('POST /devices', { as, json: { id: 'loose', driver: 'loket' } });
  const { json } = await stage.send('POST /devices/loose/press', { as, json: { key: 'next' } });
  expect(json).toMatchObject({ ok: false, error: { code: 'unknown-counter' } });
});

test('the list says what is known of each, and never a hash; messages are asked for by themselves', async () => {
  const { stage, as } = await office();
  await stage.send('POST /devices', { as, json: { id: 'ctr-3', driver: 'shelly-1', counter: 3 } });
  const list = await stage.send('GET /devices', { as });
  expect(list.json).toMatchObject([
    {
      id: 'ctr-3',
      kind: 'button',
      driver: 'shelly-1',
      counter: 3,
      settings: {},
      battery: 74,
      board: { wanted: 'A-012', shown: 'A-011', ok: false },
      trouble: { why: 'refused-publish', topic: 'tele/x/STATE', times: 3 },
      online: false,
    },
  ]);
  expect(list.text).not.toContain('scrypt');
  const { json } = await stage.send('GET /devices/ctr-3/messages', { as });
  expect(json.messages).toMatchObject([{ kind: 'press', topic: 'loket/v1/ctr-3/event' }]);
  expect(told(await stage.send('GET /devices/nobody/messages', { as }))).toEqual([404, 'unknown-device']);
});
