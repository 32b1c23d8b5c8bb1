/** CONNECT: who comes in, and who does not. */
import { expect, test } from 'vitest';
import { createConnect } from '../../server/adapters/mqtt/connect.ts';
import { createGate } from '../../server/adapters/mqtt/gate.ts';
import { createGuard } from '../../server/adapters/mqtt/guard.ts';
import { createSessions } from '../../server/adapters/mqtt/sessions.ts';
import { silent } from '../../server/log.ts';
import { createFakeHub, verify } from './fake-hub.ts';
import { openOffice } from './office.ts';
import {
  type ConnectOptions,
  connectPacket,
  openWire,
  ping,
  publishPacket,
  returnCode,
  subscribe,
} from './wire.ts';

const right = { id: 'ctr-03', username: 'ctr-03', password: 'ctr-03' };

test.each<[string, ConnectOptions, number]>([
  ['the right password', right, 0],
  ['nobody', { id: 'ctr-03' }, 5],
  ['no password', { id: 'ctr-03', username: 'ctr-03' }, 5],
  ['an unknown user', { ...right, username: 'ctr-99' }, 4],
  ['a wrong password', { ...right, password: 'ctr-04' }, 4],
  ['an empty password', { ...right, password: '' }, 4],
  ['the client id of another device', { ...right, id: 'ctr-04' }, 2],
  ['an empty client id', { ...right, id: '' }, 2],
  ['MQTT 5', { ...right, level: 5 }, 1],
  ['MQTT 6', { ...right, level: 6 }, 1],
  [
    'a will on its own status',
    { ...right, will: { topic: 'loket/v1/ctr-03/status', payload: 'offline' } },
    0,
  ],
  [
    'a will that says something else',
    { ...right, will: { topic: 'loket/v1/ctr-03/status', payload: 'gone' } },
    5,
  ],
  ['a will that would press', { ...right, will: { topic: 'loket/v1/ctr-03/event', payload: '{}' } }, 5],
  ['a will elsewhere', { ...right, will: { topic: 'loket/v1/ctr-04/status', payload: 'offline' } }, 5],
  ['the name of an object property', { id: '__proto__', username: '__proto__', password: 'x' }, 4],
])('CONNECT with %s', async (_, options, code) => {
  const { port } = await openOffice();
  const wire = openWire(port);
  wire.send(connectPacket(options));
  expect(await returnCode(wire)).toBe(code);
  if (code !== 0) await wire.closed;
  wire.end();
});

test('the first packet must be CONNECT, and there is one', async () => {
  const { port, signIn, mqtt } = await openOffice();
  const early = openWire(port);
  early.send(publishPacket('loket/v1/ctr-03/event', '{}'));
  await early.closed;
  expect(mqtt.counts().get('not-connect-first')).toBe(1);
  const twice = await signIn('ctr-03');
  twice.send(connectPacket(right));
  await twice.closed;
});

test.each([
  [0, 120],
  [15, 15],
  [120, 120],
  [65_535, 120],
])('a device that asks for a keep-alive of %i s has one of %i s', (asked, given) => {
  const hub = createFakeHub();
  hub.add({ id: 'ctr-03' });
  const gate = createGate(verify);
  const { preConnect } = createConnect(
    hub,
    gate,
    createSessions(() => undefined),
    createGuard(silent),
  );
  const connect = {
    cmd: 'connect' as const,
    clientId: 'ctr-03',
    username: 'ctr-03',
    clean: false,
    keepalive: asked,
  };
  const answers: unknown[] = [];
  preConnect({} as Parameters<typeof preConnect>[0], connect, (...answer) => answers.push(answer));
  expect(answers).toEqual([[null, true]]);
  expect(connect).toMatchObject({ keepalive: given, clean: true });
});

test('somebody who says nothing is sent away in 4 s', async () => {
  const { port } = await openOffice();
  const began = performance.now();
  const silent = openWire(port);
  const slow = openWire(port);
  slow.send(connectPacket(right).subarray(0, 10));
  await Promise.all([silent.closed, slow.closed]);
  expect(performance.now() - began).toBeGreaterThan(3500);
});

test('the second connection of a device ends the first; its will does not outlive the second one', async () => {
  const { signIn, integration } = await openOffice();
  const watcher = await integration('ha', { read: ['loket/v1/ctr-03/status'] });
  const will = { topic: 'loket/v1/ctr-03/status', payload: 'offline', retain: true };
  const first = await signIn('ctr-03', { will });
  const second = await signIn('ctr-03', { will });
  await first.closed;
  second.send(publishPacket('loket/v1/ctr-03/status', 'online', 1, 3));
  await watcher.until('online', () => watcher.messages.at(-1)?.payload === 'online');
  expect(watcher.messages.map(({ payload }) => payload)).toEqual(['offline', 'online']);
});

test('an integration cannot end the session of another account', async () => {
  const { hub, signIn, integration } = await openOffice();
  const box = await signIn('ctr-03');
  const first = await integration('ha', {});
  hub.add({ id: 'node-red', driver: 'integration', counter: null });
  const others = await Promise.all(
    ['ctr-03', 'ha', ''].map((id) => signIn(id, { username: 'node-red', password: 'node-red' })),
  );
  await Promise.all([box, first, ...others].map(ping));
});

test('an integration without a name must have a clean session', async () => {
  const { hub, port } = await openOffice();
  hub.add({ id: 'ha', driver: 'integration', counter: null });
  const wire = openWire(port);
  wire.send(connectPacket({ id: '', username: 'ha', password: 'ha', clean: false }));
  expect(await returnCode(wire)).toBe(2);
});

test('a device has a clean session, whatever it asks for', async () => {
  const { hub, signIn } = await openOffice();
  const first = await signIn('ctr-03', { clean: false });
  await subscribe(first, 'loket/v1/ctr-03/display/set');
  first.end();
  const second = await signIn('ctr-03', { clean: false });
  const connack = second.packets[0];
  expect([...(connack?.body ?? [])]).toEqual([0, 0]);
  hub.calls(3, 'A-001');
  await ping(second);
  expect(second.messages).toEqual([]);
});

test('a device that names no keep-alive is given one; presence says who is there', async () => {
  const { mqtt, signIn } = await openOffice();
  const wire = await signIn('ctr-03', { keepalive: 0 });
  const info = { model: 'qbtn-1', fw: '0.3.1', proto: 1, boot: '7F3A', caps: {} };
  wire.send(publishPacket('loket/v1/ctr-03/info', JSON.stringify(info), 1, 3));
  wire.send(publishPacket('loket/v1/ctr-03/display/state', '{"rev":812,"text":"A-012","ok":true}', 2, 3));
  await ping(wire);
  expect(mqtt.presence().get('ctr-03')).toEqual({
    online: true,
    lastSeen: '2026-11-26T01:00:00.000Z',
    info,
    display: { rev: 812, text: 'A-012', ok: true },
    address: '127.0.0.1',
  });
  wire.end();
  await expect.poll(() => mqtt.presence().get('ctr-03')?.online).toBe(false);
});

test('a device that is removed is disconnected at once, and leaves nothing behind', async () => {
  const { hub, mqtt, signIn, integration } = await openOffice();
  const will = { topic: 'loket/v1/ctr-03/status', payload: 'offline', retain: true };
  const wire = await signIn('ctr-03', { will });
  wire.send(publishPacket('loket/v1/ctr-03/status', 'online', 1, 3));
  await ping(wire);
  hub.remove('ctr-03');
  await wire.closed;
  expect(mqtt.presence().has('ctr-03')).toBe(false);
  const watcher = await integration('ha', { read: ['loket/v1/ctr-03/#'] });
  await ping(watcher);
  expect(watcher.messages).toEqual([]);
});

test('guesses are slowed for who guesses; the device itself and other addresses are not', async () => {
  const { port, signIn } = await openOffice();
  async function guess(from: string, password: string): Promise<[number | null, number]> {
    const wire = openWire(port, from);
    const began = performance.now();
    wire.send(connectPacket({ ...right, password }));
    const code = await returnCode(wire);
    wire.end();
    return [code, performance.now() - began];
  }
  for (let count = 0; count < 3; count += 1) expect((await guess('127.0.0.2', 'wrong'))[0]).toBe(4);
  const [slowed, elsewhere] = await Promise.all([guess('127.0.0.2', 'wrong'), guess('127.0.0.3', 'ctr-03')]);
  expect(slowed[0]).toBe(4);
  expect(slowed[1]).toBeGreaterThan(240);
  expect(elsewhere[0]).toBe(0);
  expect(elsewhere[1]).toBeLessThan(slowed[1]);
  // It has been right before, so it comes in at once from where the guesses come from, too.
  expect((await guess('127.0.0.2', 'ctr-03'))[1]).toBeLessThan(slowed[1]);
  await signIn('ctr-03');
});
