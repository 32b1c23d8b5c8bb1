/** Shelly of the first generation (Button1, i3, 1L, …): `shellies/<id>/input_event/0`, with a count of its events. */
import type { Gesture } from '../../contract/device-settings.ts';
import type { DeviceFamily, ForeignDevice, Heard } from './family.ts';
import { below, lookUp, own, percent, readFields, readJson, textOf } from './payload.ts';

/** `SL` and `LS`, short and long one after the other, have no meaning here. */
const gestures: Readonly<Record<string, Gesture>> = { S: 'single', SS: 'double', SSS: 'triple', L: 'long' };

const branch = ({ topic }: ForeignDevice): string => `shellies/${topic.replace(/^shellies\//, '')}`;

function event(input: string, payload: Buffer): Heard[] {
  const fields = readFields(payload);
  const count = own(fields, 'event_cnt');
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return [];
  const word = textOf(own(fields, 'event'));
  const gesture = lookUp(gestures, word);
  if (gesture) return [{ kind: 'press', input, gesture, mark: { kind: 'counter', text: String(count) } }];
  // What it says after a start, when nothing was pressed yet; or a gesture without a meaning, which counts as well.
  return [{ kind: 'count', input, text: String(count) }];
}

export const shelly1: DeviceFamily = {
  publishes: (device) => [`${branch(device)}/#`],
  reads: (device) => [`${branch(device)}/#`, 'shellies/command'],
  aside: () => ['shellies/announce'],
  hear(device, { topic, payload }) {
    const said = below(branch(device), topic);
    const input = /^input_event\/(\d{1,2})$/.exec(said)?.[1];
    if (input !== undefined) return event(input, payload);
    if (said === 'sensor/battery') {
      const value = percent(readJson(payload));
      return value === null ? [] : [{ kind: 'battery', percent: value }];
    }
    const word = payload.toString();
    if (said !== 'online' || (word !== 'true' && word !== 'false')) return [];
    return [{ kind: 'status', online: word === 'true' }];
  },
};
