/** Every key of the office file, and what kind of value it holds: the forms, and the words for a change, come from here. */
import type { Field, Section } from './fields.ts';

const id: Field = { key: 'id', kind: 'id' };
const name: Field = { key: 'name', kind: 'name', wide: true };
const prefix: Field = { key: 'prefix', kind: 'prefix' };
const promise: Field = { key: 'promise', kind: 'duration' };

const office: readonly Field[] = [
  name,
  id,
  { key: 'timeZone', kind: 'zone' },
  { key: 'languages', kind: 'words', otherwise: ['id', 'en'] },
  { key: 'accent', kind: 'colour', otherwise: '#4fc3a1' },
  { key: 'capacity', kind: 'number' },
];

const steps: readonly Field[] = [
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
    ],
  },
];

const services: readonly Field[] = [
  name,
  id,
  prefix,
  { key: 'steps', kind: 'ids', of: 'steps', ordered: true, wide: true },
  promise,
  { key: 'until', kind: 'choice', of: ['done', 'called'], otherwise: 'done', when: 'promise' },
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
    ],
  },
];

const lanes: readonly Field[] = [
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

const quotas: readonly Field[] = [
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

const counters: readonly Field[] = [
  { key: 'number', kind: 'number' },
  { key: 'zone', kind: 'id', optional: true },
  name,
  { key: 'steps', kind: 'ids', of: 'steps', wide: true },
  { key: 'lanes', kind: 'ids', of: 'lanes', wide: true },
];

const booking: readonly Field[] = [
  { key: 'service', kind: 'ref', of: 'services' },
  { key: 'slot', kind: 'duration', otherwise: 'PT30M' },
  { key: 'arriveBefore', kind: 'duration', otherwise: 'PT30M' },
  { key: 'checkInFrom', kind: 'duration', otherwise: 'PT3H' },
  { key: 'within', kind: 'duration', otherwise: 'PT30M' },
  { key: 'grace', kind: 'duration', otherwise: 'PT15M' },
  { key: 'late', kind: 'choice', of: ['keep', 'forfeit'], otherwise: 'keep' },
  { key: 'expire', kind: 'duration', otherwise: 'PT1H' },
  { key: 'horizon', kind: 'days', otherwise: 'P14D' },
  { key: 'perContact', kind: 'number', otherwise: 1 },
  { key: 'party', kind: 'number', otherwise: 5 },
  { key: 'holdBack', kind: 'duration', otherwise: 'PT10M' },
];

const calling: readonly Field[] = [
  { key: 'refractory', kind: 'duration', otherwise: 'PT0.6S' },
  { key: 'recallAfter', kind: 'duration', otherwise: 'PT10S' },
  { key: 'noShowAfter', kind: 'number', otherwise: 3 },
  { key: 'noShowWait', kind: 'duration', otherwise: 'PT2M' },
  { key: 'returnAfter', kind: 'number', otherwise: 3 },
  { key: 'undoWithin', kind: 'duration', otherwise: 'PT30S' },
];

const screening: readonly Field[] = [
  { key: 'warnAbove', kind: 'number' },
  { key: 'holdAbove', kind: 'number' },
  { key: 'retests', kind: 'number', otherwise: 2 },
  { key: 'retestAfter', kind: 'duration', otherwise: 'PT5M' },
  { key: 'keep', kind: 'duration', otherwise: 'PT24H' },
];

const openings: readonly Field[] = [
  { key: 'date', kind: 'date' },
  { key: 'hours', kind: 'ranges', wide: true },
];

const serial: readonly Field[] = [
  { key: 'port', kind: 'text', wide: true },
  { key: 'protocol', kind: 'choice', of: ['q1'] },
  { key: 'mode', kind: 'choice', of: ['p2p', 'bus'], otherwise: 'p2p' },
  { key: 'baud', kind: 'number', otherwise: 115200 },
  {
    key: 'devices',
    kind: 'things',
    fresh: { address: 1 },
    fields: [
      { key: 'address', kind: 'number' },
      { key: 'id', kind: 'id' },
      { key: 'counter', kind: 'ref', of: 'counters', optional: true },
    ],
  },
];

/** In the order in which an office is set up. */
export const sections: readonly Section[] = [
  { id: 'office', fields: office },
  {
    id: 'hours',
    fields: [
      { key: 'hours', kind: 'week', wide: true },
      { key: 'holidays', kind: 'dates', wide: true },
      { key: 'openings', kind: 'things', fresh: { hours: ['08:00-12:00'] }, fields: openings },
    ],
  },
  {
    id: 'screening',
    fields: [
      { key: 'screening', kind: 'group', fresh: { warnAbove: 37, holdAbove: 37.5 }, fields: screening },
    ],
  },
  { id: 'steps', fields: [{ key: 'steps', kind: 'things', fresh: {}, fields: steps }] },
  { id: 'services', fields: [{ key: 'services', kind: 'things', fresh: { steps: [] }, fields: services }] },
  { id: 'lanes', fields: [{ key: 'lanes', kind: 'things', fresh: {}, fields: lanes }] },
  { id: 'quotas', fields: [{ key: 'quotas', kind: 'things', fresh: { perDay: 100 }, fields: quotas }] },
  { id: 'counters', fields: [{ key: 'counters', kind: 'things', fresh: { steps: [] }, fields: counters }] },
  { id: 'booking', fields: [{ key: 'booking', kind: 'group', fresh: {}, fields: booking }] },
  { id: 'calling', fields: [{ key: 'calling', kind: 'always', fields: calling }] },
  { id: 'outcomes', fields: [{ key: 'outcomes', kind: 'table', keys: 'steps', wide: true }] },
  { id: 'lists', fields: [{ key: 'lists', kind: 'table', wide: true }] },
  {
    id: 'voice',
    fields: [
      {
        key: 'voice',
        kind: 'always',
        fields: [
          { key: 'numbers', kind: 'choice', of: ['digits', 'words'], otherwise: 'digits' },
          { key: 'repeat', kind: 'number', otherwise: 1 },
        ],
      },
    ],
  },
  {
    id: 'serial',
    fields: [{ key: 'serial', kind: 'things', fresh: { protocol: 'q1', devices: [] }, fields: serial }],
  },
];
