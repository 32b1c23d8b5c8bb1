/** Terminals that measure and push: who may, what is shown or recorded, and that nothing of a person is taken. */
import { expect, test } from 'vitest';
import { hashSecret } from '../../server/access/secrets.ts';
import { createThermometers, type Thermometers } from '../../server/adapters/thermometers.ts';
import { readHikvision } from '../../server/devices/terminals/hikvision.ts';
import { readZkteco } from '../../server/devices/terminals/zkteco.ts';
import { silent } from '../../server/log.ts';
import { officeOf, officeText } from './office.ts';
import { mustDo, type Stage, startStage } from './stage.ts';

const screening = 'screening: { warnAbove: 37.0, holdAbove: 37.5, retests: 1, retestAfter: PT5M }\n';

interface AtDoor extends Stage {
  readonly thermometers: Thermometers;
  /** What the technician is told. */
  readonly seen: unknown[][];
}

const zkteco = {
  ...{ id: 'zk-1', driver: 'zkteco' },
  settings: { mode: 'fill', use: 'object', offset: 0, serial: 'CKJF201960', divide: 10 },
};

async function startWith(
  device: { id: string; driver: string; settings: Record<string, unknown> },
  office = `capacity: 2\n${screening}`,
): Promise<AtDoor> {
  let thermometers: Thermometers | undefined;
  const seen: unknown[][] = [];
  const stage = await startStage({
    terminals: {
      readHikvision,
      readZkteco,
      take: async (...asked) => (await thermometers?.take(...asked)) ?? { recorded: false },
      notes: {
        heard: (id, _address, at, said) => void seen.push([id, at, said]),
        refused: (id, why, at) => void seen.push([id, at, why]),
        knocked: (name, address) => void seen.push([name, address]),
      },
    },
  });
  const text = officeText + office;
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(text), source: text });
  const hash = await hashSecret('the terminal’s own password');
  const command = { type: 'AddDevice', counter: null, label: null, hash, read: [], write: [] } as const;
  await mustDo(stage.hub, { ...command, ...device });
  thermometers = createThermometers({ hub: stage.hub, log: silent });
  return { ...stage, thermometers, seen };
}

const hikvision = {
  id: 'face-1',
  driver: 'hikvision',
  settings: { mode: 'admit', use: 'object', offset: 0 },
};
const event = (celsius: number, serialNo: number, dateTime = new Date().toISOString()) => ({
  dateTime,
  AccessControllerEvent: {
    name: 'Siti Aminah',
    serialNo,
    thermometryUnit: 'celsius',
    currTemperature: celsius,
  },
});
const key = encodeURIComponent('the terminal’s own password');
const path = `POST //webhooks/temperature/face-1?key=${key}`;
const inside = (hub: Stage['hub']) => hub.state.day.door.inside;

test('a terminal admits by itself, and what it sends again counts once', async () => {
  const { send, hub } = await startWith(hikvision);
  expect((await send(path, { json: event(36.5, 1) })).status).toBe(200);
  expect((await send(path, { json: event(36.5, 1) })).status).toBe(200);
  expect(inside(hub)).toBe(1);
  expect((await send(path, { json: event(36.5, 2) })).status).toBe(200);
  expect(inside(hub)).toBe(2);
});

test('above the level somebody sits down, and in a full room the guard is told what stood in the way', async () => {
  const { send, hub, thermometers } = await startWith(hikvision);
  await send(path, { json: event(38.2, 1) });
  expect([inside(hub), hub.state.day.door.seated.size]).toEqual([0, 1]);
  for (const serial of [2, 3, 4]) await send(path, { json: event(36.4, serial) });
  expect(inside(hub)).toBe(2);
  expect(thermometers.latest()).toMatchObject({ device: 'face-1', celsius: 36.4, refused: 'room-full' });
});

test('with HTTP Basic as well; without the right password nothing is taken', async () => {
  const { send, hub } = await startWith(hikvision);
  const basic = (secret: string) => `Basic ${Buffer.from(`face-1:${secret}`).toString('base64')}`;
  const bare = 'POST //webhooks/temperature/face-1';
  for (const headers of [{}, { authorization: basic('a guess') }])
    expect((await send(bare, { json: event(36.5, 1), headers })).status).toBe(401);
  expect((await send(`${bare}?key=guess`, { json: event(36.5, 1) })).status).toBe(401);
  expect((await send(`POST //webhooks/temperature/face-2?key=${key}`, { json: event(36.5, 1) })).status).toBe(
    401,
  );
  expect(inside(hub)).toBe(0);
  const headers = { authorization: basic('the terminal’s own password') };
  expect((await send(bare, { json: event(36.5, 1), headers })).status).toBe(200);
  expect(inside(hub)).toBe(1);
});

test('what a terminal kept for an hour is acknowledged and admits nobody', async () => {
  const { send, hub } = await startWith(hikvision);
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  expect((await send(path, { json: event(36.5, 1, hourAgo) })).status).toBe(200);
  expect(inside(hub)).toBe(0);
});

test('a reading fills in the door station until somebody was recorded, with the office’s correction', async () => {
  const { send, hub, thermometers } = await startWith({
    ...{ id: 'zk-1', driver: 'zkteco' },
    settings: { mode: 'fill', use: 'object', offset: 0.3, serial: 'CKJF201960', divide: 10 },
  });
  const told: unknown[] = [];
  thermometers.onChange(() => told.push(thermometers.latest()?.celsius ?? null));
  expect((await send('GET //iclock/cdata?SN=CKJF201960&options=all')).status).toBe(200);
  const body = 'pin=445966\tindex=40\ttemperature=362\tconvtemperature=0\r\n';
  const pushed = { body, headers: { 'content-type': 'text/plain' } };
  expect((await send('POST //iclock/cdata?SN=CKJF201960&table=rtlog', pushed)).status).toBe(200);
  expect(thermometers.latest()).toMatchObject({ celsius: 36.5, kind: 'forehead', refused: null });
  expect(inside(hub)).toBe(0);
  await mustDo(hub, { type: 'ScreenVisitor', celsius: 36.5 });
  expect(thermometers.latest()).toBeNull();
  expect(told).toEqual([36.5, null]);
  expect((await send('POST //iclock/cdata?SN=OTHER12345&table=rtlog', pushed)).status).toBe(403);
});

test('where nothing is measured a reading is acknowledged and means nothing', async () => {
  const { send, hub, thermometers } = await startWith(hikvision, '');
  expect((await send(path, { json: event(36.5, 1) })).status).toBe(200);
  expect([inside(hub), thermometers.latest()]).toEqual([0, null]);
});

test('on another day the same number is another person: terminals count anew after a reset', async () => {
  const { send, hub } = await startWith(hikvision);
  const now = Date.now();
  const local = (offset: string, hours: number) =>
    new Date(now + hours * 3_600_000).toISOString().replace('Z', offset);
  // The same instant, written in two places of the world where it is not the same day.
  await send(path, { json: event(36.5, 1, local('-12:00', -12)) });
  await send(path, { json: event(36.5, 1, local('+13:00', 13)) });
  expect(inside(hub)).toBe(2);
});

test('a reading that is sent again does not fill in the station for the next one', async () => {
  const { send, hub, thermometers, seen } = await startWith(zkteco);
  const push = (index: number) =>
    send('POST //iclock/cdata?SN=CKJF201960&table=rtlog', {
      ...{ body: `index=${index}\ttemperature=362`, headers: { 'content-type': 'text/plain' } },
    });
  await push(40);
  await mustDo(hub, { type: 'ScreenVisitor', celsius: 36.2 });
  expect((await push(40)).status).toBe(200);
  expect(thermometers.latest()).toBeNull();
  await push(41);
  expect(thermometers.latest()).toMatchObject({ celsius: 36.2 });
  expect(seen.map(([, , said]) => said)).toEqual(['shown', 'repeated', 'shown']);
});

test('of a terminal’s whole memory the last hundred readings are looked at', async () => {
  const { send, seen } = await startWith(zkteco);
  const body = Array.from({ length: 5000 }, (_, index) => `index=${index}\ttemperature=362`).join('\n');
  const headers = { 'content-type': 'text/plain' };
  await send('POST //iclock/cdata?SN=CKJF201960&table=rtlog', { body, headers });
  expect(seen).toHaveLength(100);
});

test('the technician sees who came, who was refused and why, and who is not known; never a secret', async () => {
  const { send, seen } = await startWith(hikvision);
  await send(path, { json: { heartBeat: 1 } });
  await send(path, { json: event(36.5, 1) });
  await send('POST //webhooks/temperature/face-1?key=guess', { json: event(36.5, 2) });
  await send(`POST //webhooks/temperature/face-2?key=${key}`, { json: event(36.5, 2) });
  await send('GET //iclock/getrequest?SN=OTHER12345');
  const at = '/webhooks/temperature/face-1';
  expect(seen).toEqual([
    ['face-1', at, null],
    ['face-1', at, 'admitted'],
    ['face-1', at, 'password'],
    ['face-2', '127.0.0.1'],
    ['OTHER12345', '127.0.0.1'],
  ]);
});

test('one that admits by itself and comes from another address is refused, and that is seen', async () => {
  const settings = { ...zkteco.settings, mode: 'admit', address: '192.168.1.77' };
  const { send, seen } = await startWith({ ...zkteco, settings });
  expect((await send('GET //iclock/cdata?SN=CKJF201960')).status).toBe(403);
  expect(seen).toEqual([['zk-1', '/iclock/cdata', 'address']]);
});
