/**
 * ESPHome: `event` entities, and binary sensors whose change from OFF to ON is a press. All its states are kept by default,
 * the one that says a press too, so the flag tells nothing here; that a press is new is known from where it was heard: its
 * own connection says it at the moment. Of a binary sensor the first state of a connection is what it was before.
 */
import type { DeviceFamily, ForeignDevice, ForeignMessage, Heard } from './family.ts';
import { below, lookUp, own, percent, readFields, readJson, textOf, usualWords } from './payload.ts';

/** Names of binary sensors that count as keys; without a list, all of them. */
function counts(device: ForeignDevice, name: string): boolean {
  const { buttons } = device.settings;
  return !Array.isArray(buttons) || buttons.includes(name);
}

/** `{"event_type":"double_click"}`: the words are the owner's own; the usual ones with what is often added are known. */
function event(device: ForeignDevice, name: string, message: ForeignMessage): Heard[] {
  // From a bridge between brokers a kept message is an old one.
  if (message.retain && device.settings.via !== undefined) return [];
  const word = textOf(own(readFields(message.payload), 'event_type')).toLowerCase();
  const gesture = lookUp(usualWords, word.replace(/[_-]?(?:press|click|push|clicked|pressed)$/, '') || word);
  return gesture ? [{ kind: 'press', input: name, gesture, mark: null }] : [];
}

export const esphome: DeviceFamily = {
  publishes: ({ topic }) => [`${topic}/#`],
  reads: ({ id, topic }) => [
    `${topic}/#`,
    'esphome/discover',
    `esphome/ping/${topic}`,
    `esphome/ping/${id}`,
    'homeassistant/status',
  ],
  aside: () => ['homeassistant/#', 'esphome/discover/#'],
  hear(device, message) {
    const said = below(device.topic, message.topic);
    const word = message.payload.toString();
    if (said === 'status')
      return word === 'online' || word === 'offline' ? [{ kind: 'status', online: word === 'online' }] : [];
    if (said === `text/${textOf(device.settings.text)}/state`)
      return [{ kind: 'shown', text: word.slice(0, 64), ok: true }];
    const [, kind, name] = /^(binary_sensor|event|sensor)\/([^/]{1,64})\/state$/.exec(said) ?? [];
    if (kind === undefined || name === undefined) return [];
    if (kind === 'event') return event(device, name, message);
    if (kind === 'sensor') {
      const left = /batter/i.test(name) ? percent(readJson(message.payload)) : null;
      return left === null ? [] : [{ kind: 'battery', percent: left }];
    }
    const isState = (word === 'ON' || word === 'OFF') && counts(device, name);
    return isState ? [{ kind: 'level', input: name, down: word === 'ON' }] : [];
  },
};
