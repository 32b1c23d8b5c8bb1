/** Anything that says a press in JSON or in a word: where it stands, and what the words mean, are the device's settings. */
import { type Gesture, gestures } from '../../contract/device-settings.ts';
import type { DeviceFamily, ForeignDevice } from './family.ts';
import { at, fieldsOf, lookUp, own, readJson, textOf, usualWords } from './payload.ts';

function gestureOf(device: ForeignDevice, word: string): Gesture | undefined {
  const { values } = device.settings;
  if (values === undefined) return lookUp(usualWords, word.toLowerCase());
  return gestures.find((gesture) => gesture === own(fieldsOf(values), word));
}

export const json: DeviceFamily = {
  publishes: ({ topic }) => [topic, `${topic}/#`],
  reads: ({ topic }) => [`${topic}/#`],
  hear(device, message) {
    // What is kept would be a press at every connection.
    if (message.topic !== device.topic || message.retain) return [];
    const value = readJson(message.payload) ?? message.payload.toString();
    const find = (path: unknown): string => (typeof path === 'string' ? textOf(at(value, path)) : '');
    const { action, input, mark } = device.settings;
    const word = action === undefined ? textOf(value) || textOf(at(value, 'action')) : find(action);
    const gesture = gestureOf(device, word);
    if (!gesture) return [];
    const text = find(mark);
    const once = text === '' ? null : ({ kind: 'once', text } as const);
    return [{ kind: 'press', input: find(input).slice(0, 32), gesture, mark: once }];
  },
};
