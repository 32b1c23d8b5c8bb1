/**
 * Tasmota: buttons and switches that are detached from their relay (`SetOption73 1`, `SetOption114 1`). Its documents and
 * its firmware differ in where a press is said, and older builds in how; all three forms are taken.
 */
import type { Gesture } from '../../contract/device-settings.ts';
import type { DeviceFamily, ForeignDevice, ForeignMessage, Heard } from './family.ts';
import { below, fieldsOf, lookUp, own, percent, readFields, textOf } from './payload.ts';

/** `CLEAR` says that a held key was let go; four and five presses have no meaning here. */
const gestures: Readonly<Record<string, Gesture>> = {
  SINGLE: 'single',
  DOUBLE: 'double',
  TRIPLE: 'triple',
  HOLD: 'long',
};
const switches: Readonly<Record<string, boolean>> = { ON: true, OFF: false };
const mostInputs = 32;

/** `{"Action":"SINGLE"}`, in the capitals of any build. */
const actionIn = (fields: unknown): string =>
  textOf(own(fieldsOf(fields), 'Action') ?? own(fieldsOf(fields), 'ACTION')).toUpperCase();

function pressOrLevel(input: string, word: string): Heard[] {
  const gesture = lookUp(gestures, word);
  if (gesture) return [{ kind: 'press', input, gesture, mark: null }];
  const down = lookUp(switches, word);
  return down === undefined ? [] : [{ kind: 'level', input, down }];
}

/** `{"Button1":{"Action":"SINGLE"}}`, `{"Switch1":{"Action":"ON"}}`, and in SENSOR `{"Switch1":"ON"}`. */
function inFields(payload: Buffer): Heard[] {
  return Object.entries(readFields(payload))
    .slice(0, mostInputs)
    .flatMap(([name, value]) => {
      const number = /^(?:button|switch)(\d{1,2})$/i.exec(name)?.[1];
      if (number === undefined) return [];
      const isSwitch = /^switch/i.test(name);
      return pressOrLevel(
        number,
        isSwitch && typeof value === 'string' ? value.toUpperCase() : actionIn(value),
      );
    });
}

/** `stat/<topic>/BUTTON1`: the form of the documents, or the one inside. */
function inTopic(number: string, payload: Buffer): Heard[] {
  const word = actionIn(readFields(payload));
  return word === '' ? inFields(payload) : pressOrLevel(number, word);
}

/** Its display answers with what it was told: `{"DisplayText":"A-012"}`. */
function shownIn(payload: Buffer): Heard[] {
  const text = own(readFields(payload), 'DisplayText');
  return typeof text === 'string' ? [{ kind: 'shown', text: text.slice(0, 64), ok: true }] : [];
}

/** Battery devices say it in their state: `{"BatteryPercentage":87}`. */
function batteryIn(payload: Buffer): Heard[] {
  const value = percent(own(readFields(payload), 'BatteryPercentage'));
  return value === null ? [] : [{ kind: 'battery', percent: value }];
}

/** From a bridge between brokers a kept message is an old one; what the device itself says is new, kept or not. */
const isOld = ({ settings }: ForeignDevice, { retain }: ForeignMessage): boolean =>
  retain && settings.via !== undefined;

export const tasmota: DeviceFamily = {
  publishes: ({ topic }) => [`stat/${topic}/#`, `tele/${topic}/#`],
  // Beside its own commands it always asks for those of its group and those under its client id.
  reads: ({ id, topic }) => [`cmnd/${topic}/#`, `cmnd/${id}_fb/#`, 'cmnd/tasmotas/#'],
  aside: () => ['tasmota/discovery/#', 'homeassistant/#'],
  hear(device, message) {
    const { topic } = device;
    const said = below(`stat/${topic}`, message.topic);
    if (said !== '' && isOld(device, message)) return [];
    const number = /^(?:BUTTON|SWITCH)(\d{1,2})$/.exec(said)?.[1];
    if (number !== undefined) return inTopic(number, message.payload);
    if (said === 'RESULT') return [...inFields(message.payload), ...shownIn(message.payload)];
    const told = below(`tele/${topic}`, message.topic);
    if (told === 'SENSOR') return inFields(message.payload);
    if (told === 'STATE') return batteryIn(message.payload);
    if (told !== 'LWT') return [];
    const word = message.payload.toString();
    return word === 'Online' || word === 'Offline' ? [{ kind: 'status', online: word === 'Online' }] : [];
  },
};
