/** Devices at their worst: boards that left their counter, borrowed accounts, hoarders, gateways that come and go. */
import { expect, test } from 'vitest';
import { openOffice } from './office.ts';
import {
  connectPacket,
  openWire,
  ping,
  publishPacket,
  returnCode,
  subscribe,
  type,
  type Wire,
} from './wire.ts';

const texts = ({ messages }: Wire, topic: string) =>
  messages.filter((message) => message.topic === topic).map(({ payload }) => JSON.parse(payload).text);

test('a box that stands at no counter any more goes dark, and stays so', async () => {
  const { hub, box } = await openOffice();
  const set = 'loket/v1/ctr-03/display/set';
  const wire = await box();
  hub.calls(3, 'A-012');
  hub.change('ctr-03', { counter: null });
  await wire.until('dark', () => texts(wire, set).at(-1) === '' && texts(wire, set).length > 1);
  expect(texts(wire, set)).toEqual(['', 'A-012', '']);
  hub.calls(3, 'A-013');
  await ping(wire);
  expect(texts(wire, set)).toHaveLength(3);
  const later = await box();
  await later.until('kept', () => texts(later, set).length === 1);
  expect(texts(later, set)).toEqual(['']);
  hub.change('ctr-03', { counter: 3 });
  await later.until('text', () => texts(later, set).at(-1) === 'A-013');
});

test('a box that is moved is told its new counter, also while nobody is called', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  hub.change('ctr-03', { counter: 4 });
  await wire.until('told', () => wire.messages.length === 2);
  expect(wire.messages.map(({ payload }) => JSON.parse(payload).counter)).toEqual([3, 4]);
});

test('a board of another maker goes dark when it leaves its counter', async () => {
  const { hub, signIn } = await openOffice();
  hub.add({ id: 'led-3', driver: 'wled', counter: 3 });
  const wire = await signIn('led-3');
  await subscribe(wire, 'led-3/#');
  hub.calls(3, 'A-012');
  await wire.until('lit', () => wire.messages.some(({ payload }) => payload.includes('012')));
  hub.change('led-3', { counter: null });
  await wire.until('dark', () => wire.messages.at(-1)?.payload === '');
  expect(wire.messages.at(-2)?.payload).toContain('"on":false');
});

test('a terminal’s password, which stands in an address, opens nothing at the broker', async () => {
  const { hub, mqtt, port } = await openOffice();
  hub.add({ id: 'face-1', driver: 'hikvision', counter: 3 });
  const wire = openWire(port);
  wire.send(connectPacket({ id: 'face-1', username: 'face-1', password: 'face-1' }));
  expect(await returnCode(wire)).toBe(5);
  expect(mqtt.book.trouble('face-1')).toMatchObject({ why: 'no broker' });
});

test('one device cannot take the room for kept messages from the others', async () => {
  const { hub, signIn, box, integration } = await openOffice();
  hub.add({ id: 'led-3', driver: 'wled', counter: 3 });
  const wire = await signIn('led-3');
  for (let batch = 0; batch < 51; batch += 1) {
    for (let n = 0; n < 100; n += 1) wire.send(publishPacket(`led-3/${batch}-${n}`, 'x', 0, 1));
    await ping(wire);
  }
  const other = await box();
  other.send(publishPacket('loket/v1/ctr-03/status', 'online', 0, 1));
  await ping(other);
  const reader = await integration('reader', { read: ['loket/v1/ctr-03/status', 'led-3/+'] });
  const kept = () => reader.messages.filter(({ topic }) => /^led-3\/\d/.test(topic));
  await reader.until('status', () => reader.messages.some(({ topic }) => topic.endsWith('/status')));
  await reader.until('what it kept', () => kept().length === 200);
  await ping(reader);
  expect(kept()).toHaveLength(200);
});

test('Zigbee2MQTT with the account of its only remote comes in, is heard, and is no trouble', async () => {
  const { hub, mqtt, signIn } = await openOffice();
  hub.add({ id: 'z-1', driver: 'zigbee2mqtt', counter: 3 });
  const wire = await signIn('z-1');
  expect(await subscribe(wire, 'zigbee2mqtt/#')).toEqual([1]);
  wire.send(publishPacket('zigbee2mqtt/bridge/devices', 'x'.repeat(200_000), 1, 3));
  wire.send(publishPacket('zigbee2mqtt/kitchen lamp', '{"state":"ON"}', 2));
  wire.send(publishPacket('zigbee2mqtt/z-1', '{"action":"single"}', 3));
  await wire.until(
    'acknowledged',
    () => wire.packets.filter((found) => found.type === type.puback).length === 3,
  );
  expect(hub.submitted.map(({ command }) => command.type)).toEqual(['CallNext']);
  expect(mqtt.book.trouble('z-1')).toBeNull();
});

test('who stands behind a gateway that was removed is away', async () => {
  const { hub, mqtt, integration } = await openOffice();
  hub.add({ id: 'z-1', driver: 'zigbee2mqtt', counter: 3, settings: { via: 'gw' } });
  const gateway = await integration('gw', { write: ['zigbee2mqtt/#'] });
  gateway.send(publishPacket('zigbee2mqtt/z-1', '{"battery":50}', 1));
  await expect.poll(() => mqtt.presence().get('z-1')?.online).toBe(true);
  hub.remove('gw');
  expect(mqtt.presence().get('z-1')?.online).toBe(false);
});

test('a temperature is not kept in the diary, also where it is written as a text', async () => {
  const { hub, mqtt, signIn } = await openOffice();
  hub.add({ id: 'btn-3', driver: 'json', counter: 3 });
  const wire = await signIn('btn-3');
  wire.send(publishPacket('btn-3', '{"action":"none","temperature":"36.7","body_temp":38.1}', 1));
  await wire.until('PUBACK', () => wire.packets.some((found) => found.type === type.puback));
  expect(mqtt.book.messages('btn-3')[0]?.text).toBe('{"action":"none","temperature":…,"body_temp":…}');
});
