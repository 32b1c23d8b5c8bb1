/** Devices of a made-up office, as the supervisor's pages are told of them. */
import type { DeviceGlance, DeviceMessage, DeviceView } from '../../server/contract/views-devices.ts';
import type { SupervisorView } from '../../server/contract/views-supervisor.ts';
import { at } from './scenes.ts';

type Listed = SupervisorView['devices'][number];

export const glance = (id: string, more: Partial<DeviceGlance> = {}): Listed => ({
  id,
  kind: 'box',
  driver: 'loket',
  counter: null,
  label: null,
  online: true,
  lastSeen: at('10:19'),
  address: '192.168.1.53',
  info: null,
  battery: null,
  board: null,
  printer: null,
  trouble: null,
  text: null,
  ...more,
});

const shows = (text: string) => ({ wanted: text, shown: text, ok: true });

export const manyDevices: readonly Listed[] = [
  glance('ctr-01', {
    counter: 1,
    label: 'Kotak meja 1',
    info: { model: 'qbtn-1', fw: '0.3.1', proto: 1 },
    board: shows('A-061'),
  }),
  glance('tombol-2', {
    kind: 'button',
    driver: 'shelly-1',
    counter: 2,
    online: false,
    lastSeen: at('10:12'),
    battery: 74,
    label: 'Tombol meja 2',
  }),
  glance('papan-2', { kind: 'board', driver: 'awtrix-3', counter: 2, board: shows('A-062') }),
  glance('ctr-03', {
    counter: 3,
    kind: 'button',
    driver: 'tasmota',
    board: { wanted: 'P-004', shown: 'P-003', ok: false },
    trouble: {
      at: at('10:18'),
      why: 'refused-publish',
      topic: 'tasmota/discovery/A4CF12AB34CD/config',
      times: 31,
    },
  }),
  glance('ser-4', { counter: 4, online: false, lastSeen: at('09:41'), label: 'Kotak meja 4' }),
  glance('virtual-5', { kind: 'virtual', driver: 'virtual', counter: 5, board: shows('') }),
  glance('printer-hall', {
    kind: 'printer',
    driver: 'escpos',
    label: 'Printer mesin tiket',
    online: true,
    lastSeen: null,
    address: null,
    printer: { state: 'out', waiting: 2, since: at('10:16') },
  }),
  glance('pintu', { kind: 'thermometer', driver: 'hikvision', online: false, lastSeen: null }),
  glance('zigbee', { kind: 'gateway', driver: 'integration', label: 'Zigbee2MQTT' }),
];

export const knocks: SupervisorView['knocks'] = [
  { at: at('10:19'), name: 'ctr-9', address: '192.168.1.77', why: 'unknown', times: 14 },
  { at: at('10:02'), name: '', address: '192.168.1.80', why: 'anonymous', times: 3 },
];

const message = (time: string, more: Partial<DeviceMessage>): DeviceMessage => ({
  at: at(time),
  way: 'from',
  topic: 'stat/ctr-03/RESULT',
  text: '{"Button1":{"Action":"SINGLE"}}',
  kind: 'press',
  verdict: 'ok',
  ...more,
});

const messages: readonly DeviceMessage[] = [
  message('10:19:41', {
    way: 'to',
    topic: 'cmnd/ctr-03/DisplayText',
    text: 'P004',
    kind: 'show',
    verdict: null,
  }),
  message('10:19:41', {}),
  message('10:18:02', { text: '{"Button1":{"Action":"TRIPLE"}}', verdict: 'unmapped' }),
  message('10:17:30', { text: '{"Button1":{"Action":"DOUBLE"}}', verdict: 'too-soon' }),
  message('10:16:11', {
    topic: 'tele/ctr-03/LWT',
    text: 'Online',
    kind: 'status',
    verdict: null,
  }),
];

const { text: _, ...third } = manyDevices[3] ?? glance('ctr-03');

export const thirdDevice: DeviceView = {
  ...third,
  settings: {
    board: { width: 4, characters: 'seven-segment' },
    keys: { single: { key: 'next' }, '2:long': { key: 'undo' } },
  },
  read: [],
  write: [],
  messages: [...messages],
  setUp: [
    {
      kind: 'console',
      lines: [
        'Backlog MqttHost 192.168.1.10; MqttPort 1883; MqttUser ctr-03; MqttPassword ********; MqttClient ctr-03; Topic ctr-03',
      ],
    },
  ],
};

const { text: __, ...first } = manyDevices[0] ?? glance('ctr-01');
export const firstDevice: DeviceView = {
  ...first,
  settings: {},
  read: [],
  write: [],
  messages: [],
  setUp: [],
};
