/** What the technician sees: messages both ways, troubles with their topic, who knocks, battery and presence. */
import { expect, test } from 'vitest';
import { createBook } from '../../server/adapters/mqtt/book.ts';
import { openOffice, press } from './office.ts';
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

const pubacks = ({ packets }: Wire) => packets.filter((found) => found.type === type.puback).length;

test('messages of a box, both ways, newest first, with what became of a press', async () => {
  const { hub, mqtt, box } = await openOffice();
  const changes: (string | null)[] = [];
  const wire = await box();
  mqtt.book.onChange((id) => changes.push(id));
  hub.answerWith(() => ({ ok: false, refusal: { code: 'nobody-waiting' } }));
  wire.send(publishPacket('loket/v1/ctr-03/event', press(1), 1));
  await wire.until('result', () => wire.messages.some(({ topic }) => topic.endsWith('/result')));
  expect(mqtt.book.messages('ctr-03').slice(0, 2)).toMatchObject([
    { way: 'to', kind: 'result', topic: 'loket/v1/ctr-03/event/result', verdict: null },
    { way: 'from', kind: 'press', text: press(1), verdict: 'nobody-waiting', at: '2026-11-26T01:00:00.000Z' },
  ]);
  expect(changes).toContain('ctr-03');
  for (let seq = 2; seq < 80; seq += 1) wire.send(publishPacket('loket/v1/ctr-03/event', press(seq), seq));
  await wire.until(
    'all results',
    () => wire.messages.filter(({ topic }) => topic.endsWith('/result')).length === 79,
  );
  expect(mqtt.book.messages('ctr-03')).toHaveLength(50);
});

test('what was measured on somebody is not kept, wherever it stands', async () => {
  const { mqtt, box } = await openOffice();
  const wire = await box();
  wire.send(
    publishPacket('loket/v1/ctr-03/temperature', '{"seq":5,"boot":"7F3A","object_c":36.52}', 1),
    publishPacket('loket/v1/ctr-03/log', '{"way":"in","text":"$Q1,90,5,TMP,36.52,27.10,C,O*59F6"}'),
    publishPacket('loket/v1/ctr-03/telemetry', '{"battery_pct":41,"rssi_dbm":-61,"object_c":36.52}', 2),
  );
  await wire.until('PUBACK', () => pubacks(wire) === 2);
  const [telemetry, line, reading] = mqtt.book.messages('ctr-03');
  expect(reading).toMatchObject({ kind: 'reading', text: '' });
  expect(line).toMatchObject({ way: 'line', kind: 'in', text: '$Q1,90,5,TMP,…' });
  expect(telemetry?.text).toBe('{"battery_pct":41,"rssi_dbm":-61,"object_c":…}');
  expect(mqtt.book.battery('ctr-03')).toBe(41);
  expect(JSON.stringify(mqtt.book.messages('ctr-03'))).not.toContain('36.52');
});

test('a long message is cut, and bytes that are no text can be shown', async () => {
  const { mqtt, signIn, hub } = await openOffice();
  hub.add({ id: 'btn-3', driver: 'json' });
  const wire = await signIn('btn-3');
  wire.send(
    publishPacket('btn-3', Buffer.from([0xff, 0xfe, 0xed, 0xa0]), 1),
    publishPacket('btn-3', 'ꦏ'.repeat(900), 2),
  );
  await wire.until('PUBACK', () => pubacks(wire) === 2);
  const [long, bytes] = mqtt.book.messages('btn-3');
  expect(long?.text).toBe('ꦏ'.repeat(300));
  expect(long).toMatchObject({ kind: 'ignored', verdict: null });
  expect(bytes?.text.isWellFormed()).toBe(true);
});

test('a box whose cable is out is away, though its bridge is connected', async () => {
  const { mqtt, box } = await openOffice();
  const wire = await box();
  const says = async (status: string, number: number) => {
    wire.send(publishPacket('loket/v1/ctr-03/status', status, number, 3));
    await wire.until('PUBACK', () => pubacks(wire) === number);
    return mqtt.presence().get('ctr-03')?.online;
  };
  expect(await says('offline', 1)).toBe(false);
  expect(mqtt.identify('ctr-03')).toBe(false);
  expect(await says('online', 2)).toBe(true);
});

test('a foreign device that publishes what it may not is acknowledged, shown with the topic, and stays', async () => {
  const { hub, mqtt, signIn, integration } = await openOffice();
  hub.add({ id: 'btn-3', driver: 'tasmota', settings: { topic: 'ctr03' } });
  const watcher = await integration('ha', { read: ['#'] });
  const wire = await signIn('btn-3');
  wire.send(
    publishPacket('stat/tasmota_3F2A/RESULT', '{}', 1),
    publishPacket('stat/tasmota_3F2A/RESULT', '{}', 2, 3),
  );
  wire.send(
    publishPacket('loket/v1/ctr-03/event', press(1), 3),
    publishPacket('tasmota/discovery/3F2A/config', '{}', 4, 3),
  );
  await wire.until('four PUBACK', () => pubacks(wire) === 4);
  await ping(watcher);
  expect(hub.submitted).toEqual([]);
  expect(watcher.messages.filter(({ topic }) => !topic.startsWith('loket/v1/'))).toEqual([]);
  expect(mqtt.book.trouble('btn-3')).toMatchObject({
    why: 'refused-publish',
    topic: 'loket/v1/ctr-03/event',
    times: 1,
  });
  expect(mqtt.book.messages('btn-3').map(({ verdict }) => verdict)).toEqual([
    ...[null, 'refused-publish', 'refused-publish', 'refused-publish'],
  ]);
});

test('a box of ours that publishes elsewhere is closed, shown, and let in again', async () => {
  const { mqtt, signIn } = await openOffice();
  for (const times of [1, 2, 3]) {
    const wire = await signIn('ctr-03');
    wire.send(publishPacket('loket/v1/ctr-3/event', press(1), 1));
    await wire.closed;
    expect(mqtt.book.trouble('ctr-03')).toMatchObject({
      why: 'refused-publish',
      topic: 'loket/v1/ctr-3/event',
      times,
    });
  }
  const wire = await signIn('ctr-03');
  await ping(wire);
});

test('a refused subscription, a wrong password and a wrong client id are shown at the device', async () => {
  const { mqtt, port, box } = await openOffice();
  const wire = await box();
  await subscribe(wire, 'loket/v1/#');
  expect(mqtt.book.trouble('ctr-03')).toMatchObject({ why: 'refused-subscribe', topic: 'loket/v1/#' });
  for (const [options, why] of [
    [{ password: 'wrong' }, 'password'],
    [{ password: 'ctr-03', id: 'ESP_1' }, 'client id'],
  ] as const) {
    const other = openWire(port);
    other.send(connectPacket({ id: 'ctr-03', username: 'ctr-03', ...options }));
    await returnCode(other);
    expect(mqtt.book.trouble('ctr-03')).toMatchObject({ why, topic: null });
  }
});

test('two devices with one account: the third that takes the place of another is a trouble', async () => {
  const { mqtt, signIn } = await openOffice();
  for (let count = 0; count < 3; count += 1) await signIn('ctr-03');
  expect(mqtt.book.trouble('ctr-03')).toBeNull();
  await signIn('ctr-03');
  expect(mqtt.book.trouble('ctr-03')).toMatchObject({ why: 'duplicate', topic: null });
});

test('who knocks: unknown names, nobody, another version of MQTT', async () => {
  const { mqtt, port } = await openOffice();
  const knock = async (options: object) => {
    const wire = openWire(port);
    wire.send(connectPacket({ id: 'x', ...options }));
    await returnCode(wire);
    await wire.closed;
  };
  await knock({ username: 'ctr-9', password: 'x' });
  await knock({});
  await knock({ level: 5 });
  await knock({ username: 'ctr-9', password: 'y' });
  const from = { address: '127.0.0.1', at: '2026-11-26T01:00:00.000Z' };
  expect(mqtt.book.knocks()).toEqual([
    { name: 'ctr-9', why: 'unknown', times: 2, ...from },
    { name: '', why: 'version', times: 1, ...from },
    { name: '', why: 'anonymous', times: 1, ...from },
  ]);
});

test('a trouble is over when the device has been connected for a minute without it; names cannot fill the memory', () => {
  let now = 1_000_000;
  const book = createBook(() => now);
  book.troubled('ctr-03', 'refused-publish', 'a');
  now += 1000;
  book.connected('ctr-03');
  now += 59_000;
  expect(book.trouble('ctr-03')?.times).toBe(1);
  now += 2000;
  expect(book.trouble('ctr-03')).toBeNull();
  book.troubled('ctr-03', 'refused-publish', 'a');
  expect(book.trouble('ctr-03')?.times).toBe(1);
  for (let count = 0; count < 200; count += 1) book.knocked(`name-${count}`, '10.0.0.9', 'unknown');
  expect(book.knocks()).toHaveLength(50);
  expect(book.knocks()[0]?.name).toBe('name-199');
});
