/**
 * Zigbee2MQTT: remotes behind a gateway. A press is an `action` that is not empty in the JSON of the device; the bare text
 * on `<name>/action`, which some installations send besides, is the same press and not counted. What is kept is ignored.
 */
import type { Gesture } from '../../contract/device-settings.ts';
import type { DeviceFamily, ForeignDevice, Heard } from './family.ts';
import { below, lookUp, own, percent, readFields, textOf, usualWords } from './payload.ts';

const usualBase = 'zigbee2mqtt';

/** A friendly name, or the whole topic of an installation with another base such as `zigbee2mqtt-2/counter 3`. */
const branch = ({ topic }: ForeignDevice): string =>
  /^(?:zigbee2mqtt[^/]*|z2m[^/]*)\//i.test(topic) ? topic : `${usualBase}/${topic}`;
const baseOf = (device: ForeignDevice): string => branch(device).split('/')[0] ?? usualBase;
const bridgeState = (device: ForeignDevice): string => `${baseOf(device)}/bridge/state`;

/** Words of converters beside the usual ones: IKEA's and Tuya's remotes with one key. */
const others: Readonly<Record<string, Gesture>> = {
  on: 'single',
  brightness_move_up: 'long',
  toggle: 'single',
};

/** Says how, not where. */
const ofGesture = new Set(['button', 'press', 'click', 'short', 'release', '']);

/** `single`, `1_single`, `double_right`, `button_2_hold`: the gesture, and the rest is the input. */
function press(action: string): Heard[] {
  const whole = lookUp(others, action);
  if (whole) return [{ kind: 'press', input: '', gesture: whole, mark: null }];
  const parts = action.split('_');
  const at = parts.findIndex((part) => part !== 'press' && lookUp(usualWords, part) !== undefined);
  const gesture = lookUp(usualWords, parts[at] ?? parts.find((part) => part === 'press') ?? '');
  // `hold_release` ends a press that was said already, and `initial_press` may become any; `short_release` is a press.
  const isOther = parts.includes('initial') || (parts.includes('release') && !parts.includes('short'));
  if (!gesture || isOther) return [];
  const input = parts.filter((part, index) => index !== at && !ofGesture.has(part)).join('_');
  return [{ kind: 'press', input: input.slice(0, 32), gesture, mark: null }];
}

/** `online`, or `{"state":"online"}` in newer installations. */
function status(payload: Buffer): Heard[] {
  const word = textOf(own(readFields(payload), 'state')) || payload.toString();
  return word === 'online' || word === 'offline' ? [{ kind: 'status', online: word === 'online' }] : [];
}

export const zigbee2mqtt: DeviceFamily = {
  publishes: (device) => [branch(device), `${branch(device)}/#`, bridgeState(device)],
  // Where no gateway is named its account is the gateway's: that listens to all of its own, and speaks of all it knows.
  reads: (device) => [`${baseOf(device)}/#`],
  aside: (device) => [`${baseOf(device)}/#`, 'homeassistant/#'],
  isGateway: true,
  hear(device, { topic, payload, retain }) {
    if (topic === bridgeState(device) || below(branch(device), topic) === 'availability')
      return status(payload);
    if (topic !== branch(device)) return [];
    const fields = readFields(payload);
    const left = percent(own(fields, 'battery'));
    const action = textOf(own(fields, 'action')).toLowerCase();
    return [
      ...(left === null ? [] : [{ kind: 'battery', percent: left } as const]),
      ...(retain || action === '' ? [] : press(action)),
    ];
  },
};
