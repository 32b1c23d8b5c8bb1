/** Boards that are displays of other makers: AWTRIX 3, AWTRIX NG (whose three keys are call buttons as well), WLED. */
import type { DeviceFamily, ForeignDevice, Heard } from './family.ts';
import { at, below, percent, readFields } from './payload.ts';

const word = (payload: Buffer): string => payload.toString();

/** `online` and `offline` as they are; anything else is no state. */
const online = (text: string): Heard[] =>
  text === 'online' || text === 'offline' ? [{ kind: 'status', online: text === 'online' }] : [];

/** One of its three keys: `1` while it is down. They turn its pages too, so they call only where the settings say so. */
function key({ settings }: ForeignDevice, name: string | undefined, text: string): Heard[] {
  return settings.keys !== undefined && name !== undefined && (text === '1' || text === '0')
    ? [{ kind: 'level', input: name, down: text === '1' }]
    : [];
}

/** Its answer to a text says whether it was taken, not which it was. */
const shown = (ok: unknown): Heard[] => (typeof ok === 'boolean' ? [{ kind: 'shown', text: '', ok }] : []);

function battery(value: unknown): Heard[] {
  const left = percent(value);
  return left === null ? [] : [{ kind: 'battery', percent: left }];
}

/** All of them speak below their own name alone. */
const branch = ({ topic }: ForeignDevice) => [`${topic}/#`];
const aside = () => ['homeassistant/#'];

export const awtrix3: DeviceFamily = {
  publishes: branch,
  reads: branch,
  aside,
  hear(device, { topic: full, payload }) {
    const said = below(device.topic, full);
    if (said === 'stats/device' || said === 'device') return online(word(payload));
    if (said === 'stats') return battery(at(readFields(payload), 'bat'));
    return key(device, /^stats\/button(Left|Select|Right)$/.exec(said)?.[1]?.toLowerCase(), word(payload));
  },
};

export const awtrixNg: DeviceFamily = {
  publishes: branch,
  reads: branch,
  aside,
  hear(device, { topic: full, payload }) {
    const said = below(device.topic, full);
    if (said === 'availability') return online(word(payload));
    if (said === 'state/device') return battery(at(readFields(payload), 'batteryPercent'));
    if (/^cmd\/apps\/pushed\/[\w-]{1,32}\/result$/.test(said)) return shown(at(readFields(payload), 'ok'));
    return key(device, /^state\/buttons\/(left|select|right)$/.exec(said)?.[1], word(payload));
  },
};

export const wled: DeviceFamily = {
  publishes: branch,
  // Beside its own name, the group of all of them.
  reads: ({ topic }) => [`${topic}/#`, 'wled/all/#'],
  aside,
  hear: ({ topic }, { topic: full, payload }) =>
    below(topic, full) === 'status' ? online(word(payload)) : [],
};
