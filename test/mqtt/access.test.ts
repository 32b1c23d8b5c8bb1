/** What an account may publish, subscribe to and be sent. */
import { expect, test } from 'vitest';
import { openOffice, press } from './office.ts';
import { packet, ping, publishPacket, subscribe, subscribePacket, text, type, word } from './wire.ts';

test.each([
  'loket/v1/ctr-04/event',
  'loket/v1/ctr-04/status',
  'loket/v1/ctr-03/event/result',
  'loket/v1/ctr-03/display/set',
  'loket/v1/ctr-03/cmd/reboot',
  'loket/v1/ctr-03',
  'loket/v1/ctr-03/event/',
  'loket/v1/ctr-030/event',
  'loket/v1/hub/status',
  'loket/v1/call',
  'loket/v1/counter/3/state',
  '$SYS/anything',
  '/loket/v1/ctr-03/event',
  'anything',
])('a device that publishes on %s is disconnected, and that is logged', async (topic) => {
  const { mqtt, box, lines, integration, hub } = await openOffice();
  const watcher = await integration('ha', { read: ['#'] });
  await watcher.until('what is retained', () => watcher.messages.length === 2);
  const wire = await box();
  wire.send(publishPacket(topic, press(1), 1));
  await wire.closed;
  await ping(watcher);
  expect(wire.packets.some((found) => found.type === type.puback)).toBe(false);
  expect(watcher.messages).toHaveLength(2);
  expect(hub.submitted).toEqual([]);
  expect(mqtt.counts().get('refused-publish')).toBe(1);
  expect(lines).toContainEqual({ device: 'ctr-03', topic, reason: 'refused-publish', count: 1 });
});

test.each(['event', 'status', 'info', 'display/state', 'temperature', 'telemetry'])(
  'a device may publish its own %s',
  async (name) => {
    const { box } = await openOffice();
    const wire = await box();
    wire.send(publishPacket(`loket/v1/ctr-03/${name}`, 'anything', 3));
    await wire.until('PUBACK', () => wire.packets.some((found) => found.type === type.puback));
  },
);

test.each([
  ['loket/v1/ctr-03/event/result', 1],
  ['loket/v1/ctr-03/display/set', 1],
  ['loket/v1/ctr-03/cmd/#', 1],
  ['loket/v1/ctr-03/#', 1],
  ['loket/v1/ctr-03/+', 1],
  ['loket/v1/hub/status', 1],
  ['#', 0x80],
  ['+/+/+/+', 0x80],
  ['loket/#', 0x80],
  ['loket/v1/+/event', 0x80],
  ['loket/v1/ctr-04/event/result', 0x80],
  ['loket/v1/ctr-030/#', 0x80],
  ['loket/v1/hub/#', 0x80],
  ['loket/v1/call', 0x80],
  ['$SYS/#', 0x80],
])('a device that subscribes to %s is granted %i', async (filter, granted) => {
  const { signIn } = await openOffice();
  const wire = await signIn('ctr-03');
  expect(await subscribe(wire, filter)).toEqual([granted]);
  await ping(wire);
});

test('a subscription that is no filter ends the connection', async () => {
  const { signIn } = await openOffice();
  const wire = await signIn('ctr-03');
  wire.send(subscribePacket(1, ['loket/v1/ctr-03/a+']));
  await wire.closed;
});

test('of several filters only the foreign ones are refused', async () => {
  const { signIn } = await openOffice();
  const wire = await signIn('ctr-03');
  expect(await subscribe(wire, '#', 'loket/v1/ctr-03/display/set', 'loket/v1/ctr-04/#')).toEqual([
    0x80, 1, 0x80,
  ]);
});

test('nobody reads the messages of another device, not even who once could', async () => {
  const { hub, signIn, box, integration } = await openOffice();
  hub.add({ id: 'ctr-04', counter: 4 });
  const other = await signIn('ctr-04');
  await subscribe(other, 'loket/v1/ctr-04/#', 'loket/v1/ctr-03/#');
  const watcher = await integration('ha', { read: ['loket/v1/+/event'] });
  const wire = await box();
  wire.send(publishPacket('loket/v1/ctr-03/event', press(1), 1));
  await wire.until('result', () => wire.messages.some(({ topic }) => topic.endsWith('/event/result')));
  await watcher.until('event', () => watcher.messages.length === 1);
  await ping(other);
  expect(watcher.messages).toMatchObject([{ topic: 'loket/v1/ctr-03/event', retain: false }]);
  expect(other.messages.filter(({ topic }) => topic.includes('ctr-03'))).toEqual([]);
  // The box is not sent its own press.
  expect(wire.messages.map(({ topic }) => topic)).not.toContain('loket/v1/ctr-03/event');
});

test('an event is never retained, a status is', async () => {
  const { box, integration } = await openOffice();
  const wire = await box();
  wire.send(publishPacket('loket/v1/ctr-03/event', press(1), 1, 3));
  wire.send(publishPacket('loket/v1/ctr-03/status', 'online', 2, 3));
  await wire.until(
    'two PUBACK',
    () => wire.packets.filter((found) => found.type === type.puback).length === 2,
  );
  await ping(wire);
  const late = await integration('ha', { read: ['loket/v1/ctr-03/event', 'loket/v1/ctr-03/status'] });
  await late.until('status', () => late.messages.length > 0);
  await ping(late);
  expect(late.messages).toEqual([
    { topic: 'loket/v1/ctr-03/status', payload: 'online', retain: true, qos: 1 },
  ]);
});

test.each([
  ['no UTF-8', text(Buffer.from('home/\xff', 'latin1')), 'bad-text'],
  ['an overlong form', text(Buffer.from('home/\xc0\x80', 'latin1')), 'bad-text'],
  ['a surrogate', text(Buffer.from('home/\xed\xa0\x80', 'latin1')), 'bad-text'],
  ['a null', text('home/\0'), 'bad-text'],
  ['a control character', text('home/a\n'), 'bad-text'],
  ['a control character of the upper half', text('home/\u0085'), 'bad-text'],
  ['nothing', text(''), 'malformed-packet'],
])('a topic with %s ends the connection, also of who may publish anything', async (_, topic, reason) => {
  const { mqtt, integration } = await openOffice();
  const wire = await integration('ha', { write: ['#'] });
  wire.send(packet(0x32, topic, word(1), Buffer.from('{}')));
  await wire.closed;
  expect([...mqtt.counts()]).toEqual([[reason, 1]]);
});

test('letters of other languages are good text', async () => {
  const { integration } = await openOffice();
  const wire = await integration('ha', { write: ['#'] });
  wire.send(publishPacket('rumah/ꦏꦤ꧀ꦠꦺꦴꦂ/😀', 'x', 1));
  await wire.until('PUBACK', () => wire.packets.some((found) => found.type === type.puback));
});

test('an integration reads and writes inside its lists, and presses nobody else’s buttons', async () => {
  const { hub, integration, box } = await openOffice();
  const wire = await box();
  const ha = await integration('ha', { read: ['home/#'], write: ['home/#', 'loket/v1/+/event'] });
  expect(await subscribe(ha, 'home/+/light', '#', 'loket/v1/call', 'home/#')).toEqual([1, 0x80, 0x80, 1]);
  ha.send(publishPacket('loket/v1/ctr-03/event', press(1), 1), publishPacket('home/hall/light', 'on', 2, 3));
  await ha.until('its own message', () => ha.messages.length > 0);
  await ping(wire);
  expect(ha.messages).toEqual([{ topic: 'home/hall/light', payload: 'on', retain: false, qos: 1 }]);
  expect(hub.submitted).toEqual([]);
  expect(wire.messages.filter(({ topic }) => topic.includes('/event'))).toEqual([]);
  ha.send(publishPacket('elsewhere', 'x', 3));
  await ha.closed;
});

test('an integration may have quality of service 2 and a persistent session', async () => {
  const { hub, integration, signIn } = await openOffice();
  hub.add({ id: 'ha', driver: 'integration', counter: null, read: ['home/#'] });
  const first = await signIn('ha', { clean: false });
  await subscribe(first, 'home/#');
  first.end();
  await first.closed;
  const writer = await integration('node-red', { write: ['home/#'] });
  writer.send(publishPacket('home/a', '1', 8, 4));
  await writer.until('PUBREC', () => writer.packets.some((found) => found.type === type.pubrec));
  writer.send(packet(0x62, word(8)));
  await writer.until('PUBCOMP', () => writer.packets.some((found) => found.type === type.pubcomp));
  const second = await signIn('ha', { clean: false });
  await second.until('the queued message', () => second.messages.length > 0);
  expect(second.messages).toMatchObject([{ topic: 'home/a', payload: '1', qos: 1 }]);
  expect([...(second.packets[0]?.body ?? [])]).toEqual([1, 0]);
});

test('what was queued for an account is not delivered to one of the same name that may not read it', async () => {
  const { hub, integration, signIn } = await openOffice();
  const lists = { driver: 'integration', counter: null };
  hub.add({ id: 'ha', ...lists, read: ['secret', 'home'] });
  const first = await signIn('ha', { clean: false });
  await subscribe(first, 'secret', 'home');
  first.end();
  await first.closed;
  const writer = await integration('writer', { write: ['#'] });
  writer.send(publishPacket('secret', '1', 1), publishPacket('home', '2', 2));
  await ping(writer);
  hub.remove('ha');
  hub.add({ id: 'ha', ...lists, read: ['home'] });
  const second = await signIn('ha', { clean: false });
  await second.until('what may be read', () => second.messages.length > 0);
  writer.send(publishPacket('secret', '3', 3), publishPacket('home', '4', 4));
  await second.until('what came later', () => second.messages.at(-1)?.payload === '4');
  expect(second.messages.map(({ payload }) => payload)).toEqual(['2', '4']);
});
