/** Every key of the office file, and what kind of value it holds: the forms, and the words for a change, come from here. */
import type { Field, Section } from './fields.ts';
import { serial } from './serial-fields.ts';
import {
  counters,
  jacks,
  lanes,
  media,
  notices,
  openings,
  quotas,
  services,
  steps,
} from './things-fields.ts';

const name: Field = { key: 'name', kind: 'name', wide: true };
const id: Field = { key: 'id', kind: 'id' };

const office: readonly Field[] = [
  name,
  id,
  { key: 'timeZone', kind: 'zone' },
  { key: 'languages', kind: 'words', otherwise: ['id', 'en'] },
  { key: 'accent', kind: 'colour', otherwise: '#4fc3a1' },
  { key: 'capacity', kind: 'number' },
  { key: 'currency', kind: 'text', otherwise: 'IDR' },
];

const booking: readonly Field[] = [
  { key: 'service', kind: 'ref', of: 'services' },
  { key: 'slot', kind: 'duration', otherwise: 'PT30M' },
  { key: 'perSlot', kind: 'number' },
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

const ages: readonly Field[] = [
  { key: 'elderly', kind: 'number', otherwise: 60 },
  { key: 'toddler', kind: 'number', otherwise: 5 },
];

/** Names that a column may have; without any the usual ones. */
const columns: readonly Field[] = [
  'reference',
  'group',
  'name',
  'birthDate',
  'phone',
  'service',
  'lane',
  'date',
  'time',
  'details',
].map((key) => ({ key, kind: 'texts' }));

const bookingList: readonly Field[] = [
  { key: 'overbook', kind: 'yes', otherwise: false },
  { key: 'columns', kind: 'always', fields: columns },
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

/** In the order in which an office is set up. */
export const sections: readonly Section[] = [
  { id: 'office', fields: office },
  {
    id: 'hours',
    fields: [
      { key: 'hours', kind: 'week', wide: true },
      { key: 'stopNumbers', kind: 'choice', of: ['forecast', 'hours'], otherwise: 'forecast' },
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
  {
    id: 'booking',
    fields: [
      { key: 'booking', kind: 'group', fresh: {}, fields: booking },
      { key: 'ages', kind: 'always', fields: ages },
      { key: 'bookingList', kind: 'always', fields: bookingList },
    ],
  },
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
          { key: 'gong', kind: 'yes', otherwise: true },
          { key: 'languages', kind: 'words', wide: true },
          { key: 'jacks', kind: 'things', fresh: { device: 'default' }, fields: jacks },
        ],
      },
    ],
  },
  {
    id: 'boards',
    fields: [
      { key: 'notices', kind: 'things', fresh: {}, fields: notices },
      { key: 'media', kind: 'things', fresh: {}, fields: media },
    ],
  },
  {
    id: 'serial',
    fields: [{ key: 'serial', kind: 'things', fresh: { protocol: 'q1', devices: [] }, fields: serial }],
  },
];
