/**
 * Shelly of the second generation and later (Plus i4, 1 Mini, …), and the BLU buttons that it hears over Bluetooth:
 * `<prefix>/events/rpc` with a list of events. The input must be set to type `button`, else no pushes are said.
 */
import type { Gesture } from '../../contract/device-settings.ts';
import type { DeviceFamily, Heard } from './family.ts';
import { at, below, fieldsOf, lookUp, own, percent, readFields, readJson, textOf } from './payload.ts';

const gestures: Readonly<Record<string, Gesture>> = {
  single_push: 'single',
  double_push: 'double',
  triple_push: 'triple',
  long_push: 'long',
};
const mostEvents = 32;

/** `input:2` is `2`; `bthomedevice:200` with its second button is `200.1`. */
function inputOf(component: string, index: unknown): string {
  const number = /^(?:input|bthomedevice):(\d{1,5})$/.exec(component)?.[1];
  if (number === undefined) return '';
  return component.startsWith('bthomedevice') && typeof index === 'number' ? `${number}.${index}` : number;
}

/** What a BLU button says of itself: `{"bthomedevice:200":{"battery":100}}`. */
function batteries(params: unknown): Heard[] {
  return Object.entries(fieldsOf(params))
    .slice(0, mostEvents)
    .flatMap(([component, value]) => {
      const left = /^(?:bthomedevice|devicepower):/.test(component)
        ? percent(own(fieldsOf(value), 'battery') ?? at(value, 'battery.percent'))
        : null;
      return left === null ? [] : [{ kind: 'battery', percent: left } as const];
    });
}

function pushes(payload: Buffer): Heard[] {
  const fields = readFields(payload);
  const params = own(fields, 'params');
  if (own(fields, 'method') !== 'NotifyEvent') return batteries(params);
  const events = own(fieldsOf(params), 'events');
  if (!Array.isArray(events)) return [];
  return events.slice(0, mostEvents).flatMap((entry): Heard[] => {
    const event = fieldsOf(entry);
    const component = textOf(own(event, 'component'));
    const gesture = lookUp(gestures, textOf(own(event, 'event')));
    const input = inputOf(component, own(event, 'idx'));
    if (!gesture || input === '') return [];
    const ts = textOf(own(event, 'ts')) || textOf(own(fieldsOf(params), 'ts'));
    const mark = `${textOf(own(fields, 'src'))} ${component} ${input} ${gesture} ${ts}`;
    // Without a time of its own (its clock is not set) every message is a press.
    const once = ts === '' || ts === '0' ? null : ({ kind: 'once', text: mark } as const);
    return [{ kind: 'press', input, gesture, mark: once }];
  });
}

export const shelly2: DeviceFamily = {
  publishes: ({ topic }) => [`${topic}/#`],
  reads: ({ topic }) => [`${topic}/#`, 'shellies/command'],
  aside: () => ['shellies/announce', '+/rpc'],
  hear({ topic }, message) {
    const said = below(topic, message.topic);
    if (said === 'events/rpc') return pushes(message.payload);
    if (said !== 'online') return [];
    const online = readJson(message.payload);
    return typeof online === 'boolean' ? [{ kind: 'status', online }] : [];
  },
};
