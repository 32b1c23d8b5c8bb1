/** Adding a device: what is asked of the hub, by keyboard alone, and what is shown once. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bodyOf, type Draft, fieldsOf, newDraft } from '../../kiosk/supervisor/devices/draft.ts';
import { keysFrom, linesOf } from '../../kiosk/supervisor/devices/mapping.ts';
import { idFrom, placeIn } from '../../kiosk/supervisor/devices/places.ts';
import { settingsOf } from '../../server/contract/device-settings.ts';
import { deviceBody } from '../../server/contract/http-devices.ts';
import { needs } from '../needs.ts';
import { doneOn, openDevices } from './devices-stand.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());
const devices = (hash?: string, width?: number) => openDevices(stands, hash, width);

test('the address names the place; a name that knocked becomes an id', () => {
  expect(placeIn('#devices')).toEqual({ kind: 'list' });
  expect(placeIn('#devices=ctr-03')).toEqual({ kind: 'device', id: 'ctr-03' });
  expect(placeIn('#devices=+ctr-9')).toEqual({ kind: 'add', name: 'ctr-9' });
  expect(placeIn('#devices=<script>')).toEqual({ kind: 'list' });
  expect(idFrom('Tasmota_A4 CF')).toBe('tasmota-a4-cf');
});

const filled = (kind: Parameters<typeof newDraft>[0], more: Partial<Draft>) => ({
  ...newDraft(kind, 'x'),
  ...more,
});

test.each([
  ['box', { counter: '3' }, { id: 'x', driver: 'loket', counter: 3 }],
  [
    'button',
    { driver: 'zigbee2mqtt', via: 'zigbee', topic: 'loket 3', counter: '2' },
    { id: 'x', driver: 'zigbee2mqtt', counter: 2, settings: { topic: 'loket 3', via: 'zigbee' } },
  ],
  [
    'board',
    { driver: 'esphome', text: 'nomor', counter: '4', width: '4', characters: 'seven-segment' },
    {
      id: 'x',
      driver: 'esphome',
      counter: 4,
      settings: { text: 'nomor', board: { width: 4, characters: 'seven-segment' } },
    },
  ],
  [
    'printer',
    { where: 'tcp', at: '192.168.1.50', for: ['kiosk'], label: 'Mesin' },
    {
      id: 'x',
      driver: 'escpos',
      label: 'Mesin',
      settings: { at: 'tcp://192.168.1.50', columns: 48, for: ['kiosk'], spare: false },
    },
  ],
  [
    'thermometer',
    { offset: '-0,2' },
    { id: 'x', driver: 'loket', settings: { thermometer: { mode: 'fill', use: 'object', offset: -0.2 } } },
  ],
  [
    'thermometer',
    { driver: 'zkteco', serial: 'ABCD1234' },
    { id: 'x', driver: 'zkteco', settings: { mode: 'fill', offset: 0, serial: 'ABCD1234', divide: 10 } },
  ],
  [
    'gateway',
    { write: 'zigbee2mqtt/#\n\n homie/+/x ' },
    { id: 'x', driver: 'integration', write: ['zigbee2mqtt/#', 'homie/+/x'], read: ['zigbee2mqtt/#'] },
  ],
] as const)('a new %s %o is asked for as the contract has it', (kind, more, body) => {
  const asked = bodyOf(kind, filled(kind, more as Partial<Draft>));
  expect(asked).toEqual(body);
  const parsed = deviceBody.parse(asked);
  const schema = Object.entries(settingsOf).find(([driver]) => driver === parsed.driver)?.[1];
  if (schema) expect(schema.safeParse(parsed.settings).error).toBe(undefined);
});

test('a first Shelly is not asked for a topic: it has no other than its name', () => {
  expect(fieldsOf('button', 'shelly-1')).not.toContain('topic');
  expect(fieldsOf('button', 'shelly-2')).toContain('topic');
});

test('a mapping goes into lines and back; an argument stays only where the key takes one', () => {
  const keys = { single: { key: 'next' }, '2:long': { key: 'transfer', arg: 'interview' } } as const;
  expect(linesOf(keys)).toEqual([
    { input: '', gesture: 'single', key: 'next', arg: '' },
    { input: '2', gesture: 'long', key: 'transfer', arg: 'interview' },
  ]);
  expect(keysFrom([...linesOf(keys), { input: ' 3 ', gesture: 'double', key: 'next', arg: 'x' }])).toEqual({
    ...keys,
    '3:double': { key: 'next' },
  });
});

withChromium('somebody who knocks is registered under that name, by keyboard alone', async () => {
  const stand = await devices();
  const { page } = stand;
  await page
    .getByText('Seseorang dengan nama “ctr-9” dari 192.168.1.77 mengetuk 14 kali: nama itu belum terdaftar')
    .waitFor();
  await page.getByRole('link', { name: 'Daftarkan' }).press('Enter');
  await page.getByRole('button', { name: 'Tombol merek lain' }).press('Enter');
  expect(await page.getByLabel('Nama perangkat').inputValue()).toBe('ctr-9');
  await page.getByLabel('Merek atau firmware').selectOption('shelly-2');
  await page.getByLabel('Loket', { exact: true }).selectOption('Loket 4');
  await page.getByLabel('Nama perangkat').press('Enter');
  await page.getByText('once-only', { exact: true }).waitFor();
  expect(doneOn(stand)).toEqual([
    { method: 'POST', path: '/devices', body: { id: 'ctr-9', driver: 'shelly-2', counter: 4 } },
  ]);
  await page.getByText('MqttPassword once-only').waitFor();
  await page.getByRole('img', { name: 'QR untuk ponsel' }).waitFor();
  expect(await page.getByRole('button', { name: /^Salin/ }).count()).toBe(3);
  await page.getByRole('link', { name: 'Semua perangkat' }).click();
  await page.getByRole('heading', { name: 'Perangkat', exact: true, level: 2 }).waitFor();
  expect(await page.getByText('once-only').count()).toBe(0);
});

withChromium('what the hub cannot use is said at its field, and nothing typed is lost', async () => {
  const { stage, page } = await devices('=+');
  stage.answer(() => ({
    status: 400,
    body: { code: 'malformed', fields: [{ path: 'settings.at', message: 'expected tcp://…' }] },
  }));
  await page.getByRole('button', { name: /^Printer/ }).click();
  await page.getByLabel('Nama perangkat').fill('paper');
  await page.getByLabel('Alamat IP printer').fill('somewhere else');
  await page.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  await page.getByText('Periksa isian ini.').waitFor();
  expect(await page.getByLabel('Alamat IP printer').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('Nama perangkat').inputValue()).toBe('paper');
});
