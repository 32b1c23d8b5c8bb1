/** The lines that bring a device to the hub: as each maker's console reads them, whatever the values are. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hubAddress } from '../../server/devices/set-up/hub-address.ts';
import type { SetUpOrder } from '../../server/devices/set-up/order.ts';
import { setUpLines } from '../../server/devices/set-up.ts';

const hub = { host: '192.168.1.10', mqttPort: 1883, httpPort: 8080 };
const secret = 'Zk3_-hUnter2';

const order = (driver: string, settings: Record<string, unknown> = {}, more: object = {}): SetUpOrder => ({
  device: { id: 'ctr-03', driver, settings, write: [] },
  hub,
  password: secret,
  ...more,
});
const linesOf = (asked: SetUpOrder, kind: string): string[] =>
  setUpLines(asked).flatMap((block) => (block.kind === kind ? block.lines : []));

/** What a browser sends when the line is pasted into its address. */
const asked = (line: string | undefined) => new URL((line ?? '').replace('<ip>', '192.168.33.1'));

test('Tasmota: one line for its console', () => {
  expect(linesOf(order('tasmota'), 'console')).toEqual([
    'Backlog MqttHost 192.168.1.10; MqttPort 1883; MqttUser ctr-03; MqttPassword Zk3_-hUnter2; MqttClient ctr-03; ' +
      'Topic ctr-03; SetOption73 1; SetOption13 0; SetOption32 10; ButtonRetain 0',
  ]);
});

test('Tasmota with a board: its display is told which it is; a topic of its own is kept', () => {
  const lines = linesOf(
    order('tasmota', { topic: 'loket_3', board: { width: 4, characters: 'digits' } }),
    'console',
  );
  expect(lines[0]).toBe('Backlog DisplayModel 15; DisplayMode 0');
  expect(lines[1]).toContain('; Topic loket_3;');
});

test('a topic with a semicolon cannot end its command', () => {
  const lines = linesOf(order('tasmota', { topic: 'a; Reset 1' }), 'console');
  expect(lines[0]).toBe('Topic a; Reset 1');
  expect(lines[1]).not.toContain('Reset');
});

test('Shelly of the first generation: the account is its MQTT name, and nothing is sent again by itself', () => {
  const [settings, restart] = linesOf(order('shelly-1'), 'web');
  expect(Object.fromEntries(asked(settings).searchParams)).toEqual({
    mqtt_enable: 'true',
    mqtt_server: '192.168.1.10:1883',
    mqtt_user: 'ctr-03',
    mqtt_pass: 'Zk3_-hUnter2',
    mqtt_id: 'ctr-03',
    mqtt_clean_session: 'true',
    mqtt_retain: 'false',
    mqtt_max_qos: '1',
    mqtt_update_period: '0',
  });
  expect(restart).toBe('http://<ip>/reboot');
});

test.each(['shellies/pintu-3', 'pintu-3'])(
  'Shelly of the first generation with the topic %s is heard on it',
  (topic) => {
    const [settings] = linesOf(order('shelly-1', { topic }), 'web');
    expect(asked(settings).searchParams.get('mqtt_id')).toBe('pintu-3');
    expect(asked(settings).searchParams.get('mqtt_user')).toBe('ctr-03');
  },
);

test('Shelly of the later generations: events over MQTT, its input a button, and a restart', () => {
  const [mqtt, input, restart] = linesOf(order('shelly-2', { topic: 'pintu & "loket"' }), 'web');
  expect(asked(mqtt).pathname).toBe('/rpc/Mqtt.SetConfig');
  expect(JSON.parse(asked(mqtt).searchParams.get('config') ?? '')).toEqual({
    enable: true,
    server: '192.168.1.10:1883',
    client_id: 'ctr-03',
    user: 'ctr-03',
    pass: 'Zk3_-hUnter2',
    topic_prefix: 'pintu & "loket"',
    rpc_ntf: true,
    status_ntf: false,
  });
  expect(asked(input).searchParams.get('config')).toBe('{"type":"button"}');
  expect(restart).toBe('http://<ip>/rpc/Shelly.Reboot');
});

test('ESPHome: YAML that says what was meant, also of a topic with quotes and colons', () => {
  const yaml = linesOf(order('esphome', { topic: 'lantai "1": loket' }), 'yaml').join('\n');
  expect(parse(yaml)).toEqual({
    mqtt: {
      broker: '192.168.1.10',
      port: 1883,
      username: 'ctr-03',
      password: 'Zk3_-hUnter2',
      client_id: 'ctr-03',
      topic_prefix: 'lantai "1": loket',
      clean_session: true,
      discovery: false,
    },
  });
});

test('Zigbee2MQTT: the gateway has the account, a remote behind it only its name', () => {
  const gateway = { device: { id: 'zigbee', driver: 'integration', settings: {}, write: ['zigbee2mqtt/#'] } };
  const yaml = setUpLines({ ...order('integration'), ...gateway })
    .flatMap(({ lines }) => lines)
    .join('\n');
  expect(parse(yaml)).toMatchObject({
    mqtt: {
      base_topic: 'zigbee2mqtt',
      server: 'mqtt://192.168.1.10:1883',
      user: 'zigbee',
      client_id: 'zigbee',
    },
  });
  const remote = linesOf(order('zigbee2mqtt', { via: 'zigbee', topic: 'loket: 3' }), 'yaml').join('\n');
  expect(parse(remote)).toEqual({ devices: { '<ieee_address>': { friendly_name: 'loket: 3' } } });
});

test('own boxes: what a shell reads is the press as it was meant, whatever the password is', () => {
  const hostile = { password: `a'b $(reboot) "c; d` };
  const lines = linesOf(order('loket', {}, hostile), 'shell');
  const [, publish = ''] = lines;
  const read = execFileSync('sh', ['-c', publish.replace(/^mosquitto_pub/, "printf '%s\\n'")], {
    encoding: 'utf8',
  }).split('\n');
  expect(read[read.indexOf('-P') + 1]).toBe(hostile.password);
  expect(JSON.parse(read[read.indexOf('-m') + 1] ?? '')).toMatchObject({ event_type: 'next', seq: 1 });
  expect(read[read.indexOf('-t') + 1]).toBe('loket/v1/ctr-03/event');
  expect(JSON.parse(linesOf(order('loket', {}, hostile), 'json').join('\n'))).toMatchObject({
    password: hostile.password,
    broker: '192.168.1.10',
    client_id: 'ctr-03',
  });
});

test.each([
  ['tcp://192.168.1.50', `printf 'Loket\\n\\n\\n\\n' | nc -w 3 192.168.1.50 9100`],
  ['tcp://[fe80::1]:9101', `printf 'Loket\\n\\n\\n\\n' | nc -w 3 fe80::1 9101`],
  ['cups:EPSON', `printf 'Loket\\n\\n\\n\\n' | lp -d EPSON -o raw -`],
  ['serial:/dev/ttyUSB0?baud=19200', `printf 'Loket\\n\\n\\n\\n' > /dev/ttyUSB0`],
])('a printer at %s can be tried from a shell', (at, line) => {
  expect(linesOf(order('escpos', { at }), 'shell')[0]).toBe(line);
});

test('terminals are told where to push: with the password, or known by their serial number', () => {
  expect(linesOf(order('hikvision'), 'web')).toEqual([
    'IP: 192.168.1.10',
    'Port: 8080',
    'URL: /webhooks/temperature/ctr-03',
    'Protocol: HTTP',
    'Username: ctr-03',
    'Password: Zk3_-hUnter2',
    '/webhooks/temperature/ctr-03?key=Zk3_-hUnter2',
  ]);
  expect(linesOf(order('zkteco', { serial: 'ABCD1' }), 'web')[0]).toBe('Server Address: 192.168.1.10');
});

test('a password that nobody knows any more leaves its place; a virtual box needs no lines', () => {
  const lines = setUpLines({ ...order('bthome'), password: null }).flatMap((block) => block.lines);
  expect(lines).toContain('Password: ********');
  expect(setUpLines(order('virtual'))).toEqual([]);
});

const network = (address: string, internal = false) => ({
  address,
  internal,
  netmask: '255.255.255.0',
  family: 'IPv4' as const,
  mac: '00:00:00:00:00:00',
  cidr: null,
});

test('the hub’s address is an IP: as it was reached, and otherwise its first on a network', () => {
  const own = () => ({ lo: [network('127.0.0.1', true)], eth0: [network('192.168.1.10')] });
  expect(hubAddress({ host: '10.0.0.5', local: '192.168.1.10' }, own)).toBe('10.0.0.5');
  expect(hubAddress({ host: 'loket.local', local: '::ffff:192.168.1.11' }, own)).toBe('192.168.1.11');
  expect(hubAddress({ host: 'localhost', local: '::1' }, own)).toBe('192.168.1.10');
  expect(hubAddress({ host: null, local: null }, () => ({}))).toBe('127.0.0.1');
});
