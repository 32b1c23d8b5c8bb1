/** ESPHome, Zigbee2MQTT, BTHome gateways, any JSON, and displays with keys: recorded payloads. */
import { expect, test } from 'vitest';
import { counted, hear, press } from './heard.ts';

const level = (input: string, down: boolean) => ({ kind: 'level', input, down });

test('ESPHome: a binary sensor says its state, kept as it always is', () => {
  const from = (payload: string, settings = {}) =>
    hear(
      'esphome',
      'ctr-03',
      { topic: 'ctr-03/binary_sensor/tombol/state', payload, retain: true },
      settings,
    );
  expect(from('ON')).toEqual([level('tombol', true)]);
  expect(from('OFF')).toEqual([level('tombol', false)]);
  expect(from('ON', { buttons: ['pintu'] })).toEqual([]);
  expect(from('unknown')).toEqual([]);
});

test.each([
  ['press', 'single'],
  ['double_click', 'double'],
  ['long_press', 'long'],
])('ESPHome: an event %s is a %s press', (word, gesture) => {
  const told = {
    topic: 'ctr-03/event/tombol/state',
    payload: JSON.stringify({ event_type: word }),
    retain: true,
  };
  expect(hear('esphome', 'ctr-03', told)).toEqual([press('tombol', gesture)]);
  // Over a bridge between brokers what is kept is of before.
  expect(hear('esphome', 'ctr-03', told, { via: 'mosquitto' })).toEqual([]);
});

test('ESPHome: birth, will, battery, and the text of its board', () => {
  const from = (rest: string, payload: string) =>
    hear('esphome', 'ctr-03', { topic: `ctr-03/${rest}`, payload, retain: true }, { text: 'nomor' });
  expect(from('status', 'offline')).toEqual([{ kind: 'status', online: false }]);
  expect(from('sensor/battery_level/state', '72.4')).toEqual([{ kind: 'battery', percent: 72 }]);
  expect(from('text/nomor/state', 'A012')).toEqual([{ kind: 'shown', text: 'A012', ok: true }]);
});

const zigbee = (payload: string, retain = false) =>
  hear('zigbee2mqtt', 'loket 3', { topic: 'zigbee2mqtt/loket 3', payload, retain });

test.each([
  ['single', '', 'single'],
  ['1_single', '1', 'single'],
  ['2_double', '2', 'double'],
  ['3_hold', '3', 'long'],
  ['button_4_hold', '4', 'long'],
  ['double_right', 'right', 'double'],
  ['1_short_release', '1', 'single'],
  ['dots_2_long_press', 'dots_2', 'long'],
  ['up_press', 'up', 'single'],
  ['on', '', 'single'],
])('Zigbee2MQTT: %s', (action, input, gesture) => {
  expect(zigbee(JSON.stringify({ action, linkquality: 120 }))).toEqual([press(input, gesture)]);
});

test('Zigbee2MQTT: battery reports without an action, and what is kept, press nothing', () => {
  const battery = { kind: 'battery', percent: 91 };
  for (const action of [
    '',
    null,
    undefined,
    'hold_release',
    'up_press_release',
    '1_initial_press',
    'recall_1',
  ])
    expect(zigbee(JSON.stringify({ action, battery: 91, linkquality: 120 }))).toEqual([battery]);
  expect(zigbee('{"action":"single"}', true)).toEqual([]);
});

test('Zigbee2MQTT: the bare action on its own topic is the same press', () => {
  expect(hear('zigbee2mqtt', 'loket 3', { topic: 'zigbee2mqtt/loket 3/action', payload: 'single' })).toEqual(
    [],
  );
});

test.each([
  ['zigbee2mqtt/loket 3/availability', '{"state":"offline"}', false],
  ['zigbee2mqtt/loket 3/availability', 'online', true],
  ['zigbee2mqtt/bridge/state', '{"state":"offline"}', false],
  ['zigbee2mqtt/bridge/state', 'online', true],
])('Zigbee2MQTT: %s %s', (topic, payload, online) => {
  expect(hear('zigbee2mqtt', 'loket 3', { topic, payload, retain: true })).toEqual([
    { kind: 'status', online },
  ]);
});

const theengs = 'home/TheengsGateway/BTtoMQTT/3C2EF571D52A';
const bluetooth = (payload: unknown) =>
  hear('bthome', theengs, { topic: theengs, payload: JSON.stringify(payload) });

test.each<[string, object, string]>([
  [
    'a number',
    { id: '3C:2E:F5:71:D5:2A', model_id: 'SBBT-002C', packet: 118, batt: 100, button: 1 },
    'single',
  ],
  ['Theengs’ long press', { packet: 118, batt: 100, button: 9 }, 'long'],
  ['an older firmware’s hold', { packet: 118, batt: 100, button: 254 }, 'long'],
  ['a word', { packet: 118, batt: 100, button: 'double_press' }, 'double'],
  ['Shelly’s short words', { pid: 118, battery: 100, button: 'SSS' }, 'triple'],
  ['a script’s envelope', { event: 'shelly-blu', data: { pid: 118, battery: 100, button: 4 } }, 'long'],
])('BTHome: %s', (_, payload, gesture) => {
  expect(bluetooth(payload)).toEqual([{ kind: 'battery', percent: 100 }, press('', gesture, counted('118'))]);
});

test('BTHome: a remote with four keys; a beacon and a room’s temperature press nothing', () => {
  expect(bluetooth({ packet: 7, button: [0, 0, 1, 0] })).toEqual([press('3', 'single', counted('7'))]);
  for (const payload of [{ packet: 8, button: 0 }, { packet: 9, tempc: 26.1 }, [], null, 3])
    expect(bluetooth(payload)).toEqual([]);
});

test('any JSON: where the gesture stands, its words, its input and its mark are settings', () => {
  const settings = {
    action: 'params.events.0.event',
    input: 'params.events.0.id',
    mark: 'params.ts',
    values: { tekan: 'single' },
  };
  const payload = '{"params":{"ts":17,"events":[{"id":2,"event":"tekan"}]}}';
  const told = { topic: 'kantor/tombol', payload };
  expect(hear('json', 'kantor/tombol', told, settings)).toEqual([
    press('2', 'single', { kind: 'once', text: '17' }),
  ]);
  expect(hear('json', 'kantor/tombol', { ...told, retain: true }, settings)).toEqual([]);
  expect(hear('json', 'kantor/tombol', told, { ...settings, values: {} })).toEqual([]);
});

test.each(['{"action":"double"}', '"double"', 'double', 'DOUBLE'])(
  'any JSON: %s without settings',
  (payload) => {
    expect(hear('json', 'tombol', { topic: 'tombol', payload })).toEqual([press('', 'double')]);
  },
);

test('displays: their keys call only where the settings say so', () => {
  const keys = { single: { key: 'next' } };
  const clock = { topic: 'papan/stats/buttonSelect', payload: '1' };
  expect(hear('awtrix-3', 'papan', clock)).toEqual([]);
  expect(hear('awtrix-3', 'papan', clock, { keys })).toEqual([level('select', true)]);
  const newer = { topic: 'papan/state/buttons/left', payload: '0', retain: true };
  expect(hear('awtrix-ng', 'papan', newer, { keys })).toEqual([level('left', false)]);
  expect(hear('awtrix-ng', 'papan', { topic: 'papan/availability', payload: 'offline' })).toEqual([
    { kind: 'status', online: false },
  ]);
  const answer = {
    topic: 'papan/cmd/apps/pushed/loket/result',
    payload: '{"ok":false,"error":{"code":"validationFailed"}}',
  };
  expect(hear('awtrix-ng', 'papan', answer)).toEqual([{ kind: 'shown', text: '', ok: false }]);
  expect(hear('wled', 'wled/papan', { topic: 'wled/papan/status', payload: 'online' })).toEqual([
    { kind: 'status', online: true },
  ]);
});
