/** The fields of the things that an office has several of: steps, services, lanes, quotas, counters, lines. */
import type { Field } from './fields.ts';

const id: Field = { key: 'id', kind: 'id' };
const name: Field = { key: 'name', kind: 'name', wide: true };
const prefix: Field = { key: 'prefix', kind: 'prefix' };
const promise: Field = { key: 'promise', kind: 'duration' };

export const steps: readonly Field[] = [
  name,
  id,
  { key: 'within', kind: 'duration' },
  { key: 'otherwise', kind: 'choice', of: ['free'], optional: true, when: 'within' },
  { key: 'optIn', kind: 'yes', otherwise: false, when: 'within' },
  {
    key: 'incomplete',
    kind: 'group',
    fresh: { reasons: ['missing', 'wrong'] },
    fields: [
      { key: 'reasons', kind: 'words', wide: true },
      { key: 'returnWithin', kind: 'days' },
      { key: 'bring', kind: 'named', wide: true },
    ],
  },
];

export const services: readonly Field[] = [
  name,
  id,
  prefix,
  { key: 'steps', kind: 'ids', of: 'steps', ordered: true, wide: true },
  promise,
  { key: 'until', kind: 'choice', of: ['done', 'called'], otherwise: 'done', when: 'promise' },
  { key: 'fee', kind: 'number' },
  { key: 'inside', kind: 'yes', otherwise: true },
  { key: 'offsite', kind: 'yes', otherwise: false },
  { key: 'days', kind: 'weekdays', wide: true },
  {
    key: 'requires',
    kind: 'several',
    of: ['address', 'contact', 'letter'],
    wide: true,
    when: 'offsite',
  },
  {
    key: 'collect',
    kind: 'group',
    fresh: { after: 3, of: 'working' },
    fields: [
      { key: 'service', kind: 'ref', of: 'services' },
      { key: 'after', kind: 'number' },
      { key: 'of', kind: 'choice', of: ['working', 'calendar'], otherwise: 'working' },
      { key: 'from', kind: 'choice', of: ['done', 'paid'], otherwise: 'done' },
    ],
  },
];

export const lanes: readonly Field[] = [
  name,
  id,
  prefix,
  promise,
  { key: 'for', kind: 'words', wide: true },
  { key: 'first', kind: 'yes', otherwise: false },
  { key: 'atMost', kind: 'share', when: 'first' },
  { key: 'intake', kind: 'ranges', wide: true },
  { key: 'outside', kind: 'choice', of: ['reserve', 'refuse'], otherwise: 'refuse', when: 'intake' },
];

export const quotas: readonly Field[] = [
  id,
  { key: 'perDay', kind: 'number' },
  { key: 'upTo', kind: 'number' },
  { key: 'extra', kind: 'perWeekday', wide: true },
  { key: 'services', kind: 'ids', of: 'services', wide: true },
  { key: 'lanes', kind: 'ids', of: 'lanes', wide: true },
  { key: 'whenFull', kind: 'ref', of: 'lanes', optional: true },
  {
    key: 'share',
    kind: 'group',
    fresh: { booking: 0, walkIn: 0 },
    fields: [
      { key: 'booking', kind: 'number' },
      { key: 'walkIn', kind: 'number' },
    ],
  },
];

export const counters: readonly Field[] = [
  { key: 'number', kind: 'number' },
  { key: 'zone', kind: 'id', optional: true },
  { key: 'direction', kind: 'choice', of: ['left', 'right', 'ahead', 'back', 'up', 'down'], optional: true },
  name,
  { key: 'steps', kind: 'ids', of: 'steps', wide: true },
  { key: 'lanes', kind: 'ids', of: 'lanes', wide: true },
];

export const openings: readonly Field[] = [
  { key: 'date', kind: 'date' },
  { key: 'hours', kind: 'ranges', wide: true },
];

/** The boards of one part of the building. */
const zone: Field = { key: 'zone', kind: 'ref', of: 'zones', optional: true };

export const jacks: readonly Field[] = [{ key: 'device', kind: 'text' }, zone];

export const notices: readonly Field[] = [
  { key: 'text', kind: 'name', wide: true },
  { key: 'from', kind: 'date' },
  { key: 'until', kind: 'date' },
  zone,
];

export const media: readonly Field[] = [
  { key: 'file', kind: 'text' },
  { key: 'still', kind: 'duration', otherwise: 'PT12S' },
  zone,
];
