/**
 * BTHome buttons (Shelly BLU and others) behind a Bluetooth gateway that decodes them: Theengs and OpenMQTTGateway, the
 * scripts of Shelly gateways. One advertisement is sent many times and heard by several gateways; its packet id tells.
 */
import type { Gesture } from '../../contract/device-settings.ts';
import type { DeviceFamily, Heard } from './family.ts';
import { at, lookUp, own, percent, readFields, textOf, usualWords } from './payload.ts';

/** The event numbers of BTHome, and the short words of Shelly's scripts; 9 is how Theengs decodes a long press. */
const numbers: Readonly<Record<string, Gesture>> = {
  ...{ 1: 'single', 2: 'double', 3: 'triple', 4: 'long', 9: 'long', 128: 'long', 254: 'long' },
  ...{ s: 'single', ss: 'double', sss: 'triple', l: 'long' },
};

const gestureOf = (value: unknown): Gesture | undefined => {
  const word = textOf(value)
    .toLowerCase()
    .replace(/[_ -]press$/, '');
  return lookUp(numbers, word) ?? lookUp(usualWords, word);
};

/** A button with several keys says a list, one entry a key; 0 is a key that was not pressed. */
function presses(button: unknown, packet: string): Heard[] {
  const isOne = !Array.isArray(button);
  const keys: readonly unknown[] = Array.isArray(button) ? button.slice(0, 16) : [button];
  return keys.flatMap((value, index): Heard[] => {
    const gesture = gestureOf(value);
    const mark = /^\d{1,9}$/.test(packet) ? ({ kind: 'counter', text: packet } as const) : null;
    return gesture ? [{ kind: 'press', input: isOne ? '' : String(index + 1), gesture, mark }] : [];
  });
}

export const bthome: DeviceFamily = {
  publishes: ({ topic }) => [topic, `${topic}/#`],
  reads: () => [],
  hear({ topic }, message) {
    if (message.topic !== topic || message.retain) return [];
    const said = readFields(message.payload);
    // Some gateways put it into an envelope of their own.
    const inside = [said, own(said, 'data'), at(said, 'info.data'), own(said, 'service_data')];
    const fields = inside.find((value) => at(value, 'button') !== undefined) ?? said;
    const packet = textOf(at(fields, 'packet') ?? at(fields, 'packet_id') ?? at(fields, 'pid'));
    const left = percent(at(fields, 'batt') ?? at(fields, 'battery'));
    return [
      ...(left === null ? [] : [{ kind: 'battery', percent: left } as const]),
      ...presses(at(fields, 'button') ?? at(fields, 'event'), packet),
    ];
  },
};
