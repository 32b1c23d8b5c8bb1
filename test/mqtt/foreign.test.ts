/** Buttons of other makers: their own topics press, once each; gateways speak for their devices. */
import { expect, test } from 'vitest';
import { createFakeHub } from './fake-hub.ts';
import { openOffice } from './office.ts';
import {
  connectPacket,
  openWire,
  packet,
  ping,
  publishPacket,
  returnCode,
  subscribe,
  type,
  type Wire,
} from './wire.ts';

const pubacks = ({ packets }: Wire) => packets.filter((found) => found.type === type.puback).length;
const single = '{"Button1":{"Action":"SINGLE"}}';
const result = 'stat/btn-3/RESULT';

async function officeWith(driver: string, more: object = {}) {
  const office = await openOffice();
  office.hub.add({ id: 'btn-3', driver, counter: 3, ...more });
  return office;
}
const keysOf = ({ submitted }: { submitted: { command: { type: string }; from: { key?: string } }[] }) =>
  submitted.map(({ command, from }) => [command.type, from.key]);

test('a Tasmota button calls, whatever its client id; it is acknowledged when the hub has recorded it', async () => {
  const { hub, signIn } = await officeWith('tasmota');
  hub.answerWith(null);
  const wire = await signIn('btn-3', { id: 'DVES_3F2A11' });
  wire.send(publishPacket(result, single, 5));
  await expect.poll(() => hub.submitted.length).toBe(1);
  await ping(wire);
  expect(pubacks(wire)).toBe(0);
  expect(hub.submitted[0]).toMatchObject({
    command: { type: 'CallNext', counter: 3 },
    from: { account: 'device:btn-3' },
  });
  hub.submitted[0]?.settle({ ok: true, answer: { counter: 3, ticket: 'A-001' } });
  await wire.until('PUBACK', () => pubacks(wire) === 1);
});

test('what could not be recorded is not acknowledged, so that it comes again', async () => {
  const { hub, signIn } = await officeWith('tasmota');
  hub.answerWith(() => ({ ok: false, refusal: { code: 'storage' } }));
  const wire = await signIn('btn-3');
  wire.send(publishPacket(result, single, 5));
  await wire.closed;
  expect(pubacks(wire)).toBe(0);
});

test('a press that is kept (ButtonRetain) calls once, and does not stay', async () => {
  const { hub, signIn, integration } = await officeWith('tasmota');
  const wire = await signIn('btn-3');
  wire.send(publishPacket(result, single, 5, 3));
  await wire.until('PUBACK', () => pubacks(wire) === 1);
  expect(hub.submitted).toHaveLength(1);
  const late = await integration('ha', { read: ['stat/#'] });
  await ping(late);
  expect(late.messages).toEqual([]);
});

test('settings say what a gesture does; one that means nothing is noted and acknowledged', async () => {
  const keys = { single: { key: 'done' }, '2:single': { key: 'call', arg: 'A-012' } };
  const { hub, mqtt, signIn } = await officeWith('tasmota', { settings: { keys } });
  const wire = await signIn('btn-3');
  const press = (button: number, action: string) =>
    publishPacket(result, JSON.stringify({ [`Button${button}`]: { Action: action } }), 1);
  wire.send(press(1, 'SINGLE'), press(2, 'SINGLE'), press(1, 'HOLD'));
  await wire.until('three PUBACK', () => pubacks(wire) === 3);
  expect(hub.submitted.map(({ command }) => command)).toEqual([
    { type: 'FinishStep', counter: 3 },
    { type: 'CallTicket', ticket: 'A-012', counter: 3 },
  ]);
  expect(mqtt.book.messages('btn-3').map(({ kind, verdict }) => [kind, verdict])).toEqual([
    ['press', 'unmapped'],
    ['press', 'ok'],
    ['press', 'ok'],
  ]);
});

test('a button that stands at no counter calls nobody, and says so', async () => {
  const { hub, mqtt, signIn } = await officeWith('tasmota', { counter: null });
  const wire = await signIn('btn-3');
  wire.send(publishPacket(result, single, 1));
  await wire.until('PUBACK', () => pubacks(wire) === 1);
  expect(hub.submitted).toEqual([]);
  expect(mqtt.book.messages('btn-3')).toMatchObject([
    { topic: result, verdict: 'unknown-counter', text: single },
  ]);
});

test('a redelivery of what has no mark is the same press; the same words anew are another one', async () => {
  const { hub, mqtt, signIn } = await officeWith('tasmota');
  const first = await signIn('btn-3');
  first.send(publishPacket(result, single, 5));
  await first.until('PUBACK', () => pubacks(first) === 1);
  first.end();
  const second = await signIn('btn-3');
  // The flag `dup`, as the acknowledgement was lost.
  second.send(publishPacket(result, single, 5, 2 | 8), publishPacket(result, single, 6));
  await second.until('two PUBACK', () => pubacks(second) === 2);
  expect(hub.submitted).toHaveLength(2);
  expect(mqtt.book.messages('btn-3')[1]).toMatchObject({ kind: 'press', verdict: 'repeated' });
});

test('a Shelly’s count tells presses apart; after its restart it counts anew, and its echo is no press', async () => {
  const { hub, signIn } = await officeWith('shelly-1');
  const wire = await signIn('btn-3');
  const topic = 'shellies/btn-3/input_event/0';
  const count = (event: string, number: number) =>
    publishPacket(topic, JSON.stringify({ event, event_cnt: number }), 1);
  wire.send(count('S', 1), count('S', 2), count('S', 2));
  await wire.until('three PUBACK', () => pubacks(wire) === 3);
  expect(new Set(hub.submitted.map(({ from }) => from.key)).size).toBe(2);
  // The second one, on its way twice, has one key: the hub does it once.
  wire.send(count('S', 2));
  await wire.until('PUBACK', () => pubacks(wire) === 4);
  const before = hub.submitted.length;
  wire.send(count('', 0), count('S', 1));
  await wire.until('two PUBACK', () => pubacks(wire) === 6);
  expect(hub.submitted).toHaveLength(before + 1);
  expect(new Set(hub.submitted.map(({ from }) => from.key)).size).toBe(3);
});

test('a count is remembered over a restart of the hub: no press is lost, none is done twice', async () => {
  let kept: string | null = null;
  const memory = {
    read: () => kept,
    write: (text: string) => {
      kept = text;
    },
  };
  const hub = createFakeHub();
  hub.add({ id: 'btn-3', driver: 'shelly-1', counter: 3 });
  const say = async (numbers: number[]) => {
    const { mqtt, signIn } = await openOffice(hub, memory);
    const wire = await signIn('btn-3');
    for (const number of numbers)
      wire.send(publishPacket('shellies/btn-3/input_event/0', `{"event":"S","event_cnt":${number}}`, number));
    await wire.until('PUBACK', () => pubacks(wire) === numbers.length);
    await mqtt.close();
  };
  await say([4]);
  await say([4]);
  await say([4, 5]);
  expect(hub.submitted).toHaveLength(2);
  // The power failed before the last number was kept: the press is known by its key.
  const crashed: string = (kept ?? '').replace('"last":5', '"last":4');
  kept = crashed;
  await say([5]);
  const keys = hub.submitted.map(({ from }) => from.key);
  expect(keys[2]).toBe(keys[1]);
  expect(keys[0]).not.toBe(keys[1]);
});

test('a Shelly’s event of the second generation is named for ever by its source, part and time', async () => {
  const { hub, signIn } = await officeWith('shelly-2');
  const wire = await signIn('btn-3');
  const events = [{ component: 'input:2', id: 2, event: 'single_push', ts: 1678882095.02 }];
  const payload = JSON.stringify({
    src: 'shellyplusi4-a8032ab0c018',
    method: 'NotifyEvent',
    params: { events },
  });
  wire.send(publishPacket('btn-3/events/rpc', payload, 1), publishPacket('btn-3/events/rpc', payload, 2));
  await wire.until('two PUBACK', () => pubacks(wire) === 2);
  expect(keysOf(hub)).toEqual([
    ['CallNext', '@once:shellyplusi4-a8032ab0c018 input:2 2 single 1678882095.02'],
    ['CallNext', '@once:shellyplusi4-a8032ab0c018 input:2 2 single 1678882095.02'],
  ]);
});

test('a state counts only when it changes on one connection; what was before is not known', async () => {
  const { hub, signIn } = await officeWith('esphome');
  const state = (word: string) => publishPacket('btn-3/binary_sensor/tombol/state', word, 1, 3);
  const first = await signIn('btn-3');
  first.send(state('ON'), state('OFF'), state('ON'), state('ON'));
  await first.until('four PUBACK', () => pubacks(first) === 4);
  expect(hub.submitted).toHaveLength(1);
  first.send(state('OFF'));
  first.end();
  const second = await signIn('btn-3');
  second.send(state('ON'), state('OFF'), state('ON'));
  await second.until('three PUBACK', () => pubacks(second) === 3);
  expect(hub.submitted).toHaveLength(2);
});

test('a gateway speaks for its devices, and large lists of its own do not end it', async () => {
  const { hub, mqtt, integration } = await officeWith('zigbee2mqtt', {
    settings: { topic: 'loket 3', via: 'z2m' },
  });
  const gateway = await integration('z2m', { write: ['zigbee2mqtt/#'] });
  gateway.send(
    publishPacket('zigbee2mqtt/bridge/devices', 'x'.repeat(200_000), 1, 3),
    publishPacket('zigbee2mqtt/loket 3', '{"action":"single","battery":91}', 2),
    publishPacket('zigbee2mqtt/loket 4', '{"action":"single"}', 3),
  );
  await gateway.until('three PUBACK', () => pubacks(gateway) === 3);
  expect(hub.submitted).toMatchObject([{ from: { account: 'device:btn-3' } }]);
  expect(mqtt.book.battery('btn-3')).toBe(91);
  expect(mqtt.presence().get('btn-3')?.online).toBe(true);
  gateway.send(publishPacket('zigbee2mqtt/loket 3/availability', '{"state":"offline"}', 4, 3));
  await gateway.until('PUBACK', () => pubacks(gateway) === 4);
  expect(mqtt.presence().get('btn-3')?.online).toBe(false);
});

test('a gateway’s message of quality 2 that comes again is the same press', async () => {
  const { hub, integration } = await officeWith('zigbee2mqtt', { settings: { via: 'z2m' } });
  const gateway = await integration('z2m', { write: ['zigbee2mqtt/#'] });
  const say = (flags: number) => publishPacket('zigbee2mqtt/btn-3', '{"action":"single"}', 9, flags);
  gateway.send(say(4));
  await gateway.until('PUBREC', () => gateway.packets.some((found) => found.type === type.pubrec));
  gateway.send(say(4 | 8), packet(0x62, Buffer.from([0, 9])));
  await gateway.until('PUBCOMP', () => gateway.packets.some((found) => found.type === type.pubcomp));
  expect(hub.submitted).toHaveLength(1);
});

test('another account’s gateway, and a device that has one, press nothing', async () => {
  const { hub, integration, signIn } = await officeWith('zigbee2mqtt', { settings: { via: 'z2m' } });
  const other = await integration('node-red', { write: ['zigbee2mqtt/#'] });
  const itself = await signIn('btn-3');
  for (const wire of [other, itself]) {
    wire.send(publishPacket('zigbee2mqtt/btn-3', '{"action":"single"}', 1));
    await wire.until('PUBACK', () => pubacks(wire) === 1);
  }
  expect(hub.submitted).toEqual([]);
});

test('a last will that would press is refused, and shown with its topic', async () => {
  const { mqtt, port, signIn } = await officeWith('tasmota');
  const account = { id: 'btn-3', username: 'btn-3', password: 'btn-3' };
  const wire = openWire(port);
  wire.send(connectPacket({ ...account, will: { topic: result, payload: single } }));
  expect(await returnCode(wire)).toBe(5);
  expect(mqtt.book.trouble('btn-3')).toMatchObject({ why: 'will', topic: result, times: 1 });
  await signIn('btn-3', { will: { topic: 'tele/btn-3/LWT', payload: 'Offline', retain: true } });
});

test('what the settings become counts at once, without a new connection', async () => {
  const { hub, signIn } = await officeWith('tasmota');
  const wire = await signIn('btn-3');
  hub.change('btn-3', { counter: 4, settings: { topic: 'lama' } });
  expect(await subscribe(wire, 'cmnd/lama/#', 'cmnd/btn-3/#')).toEqual([1, 0x80]);
  wire.send(publishPacket('stat/lama/RESULT', single, 1));
  await wire.until('PUBACK', () => pubacks(wire) === 1);
  expect(hub.submitted).toMatchObject([{ command: { type: 'CallNext', counter: 4 } }]);
});
