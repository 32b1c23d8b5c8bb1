/** A new device as it is filled in, and what is asked of the hub for it. */
import type { DeviceKind } from '../../../server/contract/views-devices.ts';

/** As fields hold it: texts, empty where nothing was said. */
export interface Draft {
  id: string;
  driver: string;
  counter: string;
  label: string;
  topic: string;
  via: string;
  action: string;
  input: string;
  width: string;
  characters: string;
  text: string;
  where: 'tcp' | 'usb' | 'serial' | 'cups';
  at: string;
  columns: string;
  for: string[];
  spare: boolean;
  mode: string;
  use: string;
  offset: string;
  serial: string;
  divide: string;
  address: string;
  write: string;
  read: string;
}
export type FieldName = Exclude<keyof Draft, 'driver'>;

/** Kinds that people choose between; a virtual box needs no adding. */
export const chosenKinds = ['box', 'button', 'board', 'printer', 'thermometer', 'gateway'] as const;
export type ChosenKind = Extract<DeviceKind, (typeof chosenKinds)[number]>;

export const driversOf: Readonly<Record<ChosenKind, readonly [string, ...string[]]>> = {
  box: ['loket'],
  button: ['tasmota', 'shelly-1', 'shelly-2', 'esphome', 'zigbee2mqtt', 'bthome', 'json'],
  board: ['awtrix-3', 'awtrix-ng', 'wled', 'tasmota', 'esphome', 'loket'],
  printer: ['escpos'],
  thermometer: ['loket', 'hikvision', 'zkteco'],
  gateway: ['integration'],
};

/** Families whose devices may speak through a gateway's account. */
const viaGateways = ['zigbee2mqtt', 'bthome', 'json'];
const buttonFields: Readonly<Record<string, readonly FieldName[]>> = { json: ['action', 'input'] };

/** What is asked, beside name and label, of a kind in a make. */
export function fieldsOf(kind: ChosenKind, driver: string): readonly FieldName[] {
  switch (kind) {
    case 'box':
      return ['counter'];
    case 'button': {
      const via: FieldName[] = viaGateways.includes(driver) ? ['via'] : [];
      // The topic of a first Shelly is its MQTT name, which is its account.
      const topic: FieldName[] = driver === 'shelly-1' ? [] : ['topic'];
      return ['counter', ...topic, ...via, ...(buttonFields[driver] ?? [])];
    }
    case 'board':
      return [
        'counter',
        ...(driver === 'loket' ? [] : (['topic'] as const)),
        ...(driver === 'esphome' ? (['text'] as const) : []),
        'width',
        'characters',
      ];
    case 'printer':
      return ['where', 'at', 'columns', 'for', 'spare'];
    case 'thermometer':
      return driver === 'zkteco'
        ? ['mode', 'offset', 'serial', 'divide', 'address']
        : ['mode', 'use', 'offset'];
    case 'gateway':
      return ['write', 'read'];
  }
}

/** As most offices need it. */
export function newDraft(kind: ChosenKind, name: string): Draft {
  const [driver] = driversOf[kind];
  return {
    ...{ id: name, driver, counter: '', label: '', topic: '', via: '', action: '', input: '' },
    ...{ ...boardOf(driver), text: '', where: 'tcp', at: '', columns: '48' },
    ...{ for: ['kiosk', 'door', 'counter'], spare: false, mode: 'fill', use: 'object', offset: '0' },
    ...{ serial: '', divide: '10', address: '' },
    ...{ write: kind === 'gateway' ? 'zigbee2mqtt/#' : '', read: kind === 'gateway' ? 'zigbee2mqtt/#' : '' },
  };
}

/** What boards of a make usually are. */
export function boardOf(driver: string): { width: string; characters: string } {
  const isText = ['awtrix-3', 'awtrix-ng', 'wled'].includes(driver);
  return isText ? { width: '6', characters: 'text' } : { width: '4', characters: 'seven-segment' };
}

const addressOf = ({ where, at }: Draft): string => {
  const typed = at.trim();
  if (/^(?:tcp|usb|serial|cups):/i.test(typed)) return typed;
  return where === 'tcp' ? `tcp://${typed}` : `${where}:${typed}`;
};
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));

const settingOf: Partial<Record<FieldName, (draft: Draft) => readonly [string, unknown]>> = {
  at: (draft) => ['at', addressOf(draft)],
  columns: ({ columns }) => ['columns', numberOf(columns)],
  for: (draft) => ['for', draft.for],
  spare: ({ spare }) => ['spare', spare],
  offset: ({ offset }) => ['offset', numberOf(offset === '' ? '0' : offset)],
  divide: ({ divide }) => ['divide', numberOf(divide)],
};
const elsewhere: readonly FieldName[] = ['counter', 'where', 'width', 'characters', 'write', 'read'];

/** Settings as the driver's schema knows them; what is empty is left out. */
function settingsOf(kind: ChosenKind, draft: Draft): Record<string, unknown> {
  const fields = fieldsOf(kind, draft.driver);
  const pairs = fields
    .filter((field) => !elsewhere.includes(field))
    .map((field) => settingOf[field]?.(draft) ?? ([field, String(draft[field]).trim()] as const))
    .filter(([, value]) => value !== '');
  const settings = Object.fromEntries(pairs);
  if (kind === 'thermometer' && draft.driver === 'loket') return { thermometer: settings };
  const board = { width: numberOf(draft.width), characters: draft.characters };
  return fields.includes('width') ? { ...settings, board } : settings;
}

/** The body of `POST /devices`. */
export function bodyOf(kind: ChosenKind, draft: Draft): Record<string, unknown> {
  const { driver, counter, label } = draft;
  const asked = fieldsOf(kind, driver);
  const settings = settingsOf(kind, draft);
  return {
    id: draft.id.trim().toLowerCase(),
    driver,
    ...(counter === '' || !asked.includes('counter') ? {} : { counter: Number(counter) }),
    ...(label.trim() === '' ? {} : { label: label.trim() }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(kind === 'gateway' ? { write: linesOf(draft.write), read: linesOf(draft.read) } : {}),
  };
}

/** The field that a refusal speaks of: `settings.board.width`, `settings.at`, `write[1]`. */
export function fieldAt(path: string): string {
  const last = path
    .replace(/\[\d+\]/g, '')
    .split('.')
    .at(-1);
  return last ?? path;
}
