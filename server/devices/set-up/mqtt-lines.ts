/** Lines for devices that connect to the broker by themselves. Option names are those of each firmware's own documentation. */
import type { SetUpBlock } from '../../contract/views-devices.ts';
import { quoted, type SetUpOrder, secretOf, shell, topicOf } from './order.ts';

type Lines = (order: SetUpOrder) => readonly SetUpBlock[];

/**
 * A value of Tasmota's console ends at a `;` in a Backlog, and an empty one would reset the setting; what could not
 * be written safely (a topic with `;` or quotes) goes on a line of its own, where all up to its end is the value.
 */
const tasmota: Lines = (order) => {
  const { device, hub } = order;
  const topic = topicOf(order);
  const isPlain = /^[\w./-]+$/.test(topic);
  const commands = [
    `MqttHost ${hub.host}`,
    `MqttPort ${hub.mqttPort}`,
    `MqttUser ${device.id}`,
    `MqttPassword ${secretOf(order)}`,
    `MqttClient ${device.id}`,
    ...(isPlain ? [`Topic ${topic}`] : []),
    'SetOption73 1',
    'SetOption13 0',
    'SetOption32 10',
    'ButtonRetain 0',
  ];
  const board = device.settings.board === undefined ? [] : ['Backlog DisplayModel 15; DisplayMode 0'];
  const topicLine = isPlain ? [] : [`Topic ${topic}`];
  return [{ kind: 'console', lines: [...topicLine, ...board, `Backlog ${commands.join('; ')}`] }];
};

/** Addresses for a browser; `<ip>` is the device's own. */
const shelly1: Lines = (order) => {
  const { device, hub } = order;
  const wanted = new URLSearchParams({
    mqtt_enable: 'true',
    mqtt_server: `${hub.host}:${hub.mqttPort}`,
    mqtt_user: device.id,
    mqtt_pass: secretOf(order),
    // Its topics are made of it.
    mqtt_id: topicOf(order).replace(/^shellies\//, ''),
    mqtt_clean_session: 'true',
    mqtt_retain: 'false',
    mqtt_max_qos: '1',
    mqtt_update_period: '0',
  });
  return [{ kind: 'web', lines: [`http://<ip>/settings?${wanted}`, 'http://<ip>/reboot'] }];
};

const shelly2: Lines = (order) => {
  const { device, hub } = order;
  const mqtt = {
    enable: true,
    server: `${hub.host}:${hub.mqttPort}`,
    client_id: device.id,
    user: device.id,
    pass: secretOf(order),
    topic_prefix: topicOf(order),
    rpc_ntf: true,
    status_ntf: false,
  };
  const config = (value: object) => encodeURIComponent(JSON.stringify(value));
  return [
    {
      kind: 'web',
      lines: [
        `http://<ip>/rpc/Mqtt.SetConfig?config=${config(mqtt)}`,
        `http://<ip>/rpc/Input.SetConfig?id=0&config=${config({ type: 'button' })}`,
        'http://<ip>/rpc/Shelly.Reboot',
      ],
    },
  ];
};

const esphome: Lines = (order) => {
  const { device, hub } = order;
  return [
    {
      kind: 'yaml',
      lines: [
        'mqtt:',
        `  broker: ${quoted(hub.host)}`,
        `  port: ${hub.mqttPort}`,
        `  username: ${quoted(device.id)}`,
        `  password: ${quoted(secretOf(order))}`,
        `  client_id: ${quoted(device.id)}`,
        `  topic_prefix: ${quoted(topicOf(order))}`,
        '  clean_session: true',
        '  discovery: false',
      ],
    },
  ];
};

/** Of the gateway itself; a remote behind it only needs its name. */
export const zigbeeGateway: Lines = (order) => {
  const { device, hub } = order;
  return [
    {
      kind: 'yaml',
      lines: [
        'mqtt:',
        '  base_topic: zigbee2mqtt',
        `  server: ${quoted(`mqtt://${hub.host}:${hub.mqttPort}`)}`,
        `  user: ${quoted(device.id)}`,
        `  password: ${quoted(secretOf(order))}`,
        `  client_id: ${quoted(device.id)}`,
        'advanced:',
        '  output: json',
      ],
    },
  ];
};

const zigbee: Lines = (order) => {
  const name: SetUpBlock = {
    kind: 'yaml',
    lines: ['devices:', "  '<ieee_address>':", `    friendly_name: ${quoted(topicOf(order))}`],
  };
  return order.device.settings.via === undefined ? [...zigbeeGateway(order), name] : [name];
};

/** For whatever has a form of its own: the values, one a line, under the names that most forms use. */
const form: Lines = (order) => {
  const { device, hub } = order;
  return [
    {
      kind: 'web',
      lines: [
        `Broker: ${hub.host}`,
        `Port: ${hub.mqttPort}`,
        `Username: ${device.id}`,
        `Password: ${secretOf(order)}`,
        `Client ID: ${device.id}`,
        `Topic: ${topicOf(order)}`,
      ],
    },
  ];
};

/** Devices of the contract's own topics: what they need to know, and the same tried from a shell. */
export const ownTopics: Lines = (order) => {
  const { device, hub } = order;
  const account = `-h ${hub.host} -p ${hub.mqttPort} -i ${device.id} -u ${device.id} -P ${shell(secretOf(order))}`;
  const press = JSON.stringify({ event_type: 'next', seq: 1, boot: 'TEST', arg: null, age_ms: 0 });
  return [
    {
      kind: 'json',
      lines: [
        '{',
        ...[
          `"broker": ${quoted(hub.host)}`,
          `"port": ${hub.mqttPort}`,
          `"username": ${quoted(device.id)}`,
          `"password": ${quoted(secretOf(order))}`,
          `"client_id": ${quoted(device.id)}`,
          `"event": ${quoted(`loket/v1/${device.id}/event`)}`,
          `"display": ${quoted(`loket/v1/${device.id}/display/set`)}`,
        ].map((line, place, all) => `  ${line}${place < all.length - 1 ? ',' : ''}`),
        '}',
      ],
    },
    {
      kind: 'shell',
      lines: [
        `mosquitto_sub ${account} -q 1 -v -t loket/v1/${device.id}/display/set -t loket/v1/${device.id}/event/result`,
        `mosquitto_pub ${account} -q 1 -t loket/v1/${device.id}/event -m ${shell(press)}`,
      ],
    },
    { kind: 'yaml', lines: esphomeOwn(order) },
  ];
};

/** The substitutions of the ESPHome file beside the firmware. */
const esphomeOwn = (order: SetUpOrder): string[] => [
  'substitutions:',
  `  device_id: ${quoted(order.device.id)}`,
  `  hub_address: ${quoted(order.hub.host)}`,
  `  hub_port: ${quoted(String(order.hub.mqttPort))}`,
  `  hub_password: ${quoted(secretOf(order))}`,
];

export const byDriver: ReadonlyMap<string, Lines> = new Map([
  ['tasmota', tasmota],
  ['shelly-1', shelly1],
  ['shelly-2', shelly2],
  ['esphome', esphome],
  ['zigbee2mqtt', zigbee],
  ['bthome', form],
  ['json', form],
  ['awtrix-3', form],
  ['awtrix-ng', form],
  ['wled', form],
]);
