/** A small office for tests of the domain; each test changes what it speaks of. */
import type { Office } from '../../server/contract/office.ts';
import { readOffice } from '../../server/contract/office.ts';

const base = {
  id: 'contoh',
  name: 'Kantor Contoh',
  timeZone: 'Asia/Makassar',
  languages: ['id', 'en'],
  steps: [
    { id: 'documents', incomplete: { reasons: ['missing', 'wrong'], returnWithin: 'P3D' } },
    { id: 'interview' },
    { id: 'handover', within: 'PT2M', otherwise: 'free' },
  ],
  services: [
    { id: 'passport', prefix: 'A', steps: ['documents', 'interview'], promise: 'PT2H' },
    { id: 'collection', prefix: 'C', steps: ['handover'], promise: 'PT1H', until: 'called' },
    { id: 'question', prefix: 'B', steps: ['documents'] },
    { id: 'home-visit', offsite: true, steps: ['interview'] },
  ],
  lanes: [{ id: 'regular' }, { id: 'priority', prefix: 'P', promise: 'PT30M' }],
  counters: [
    { number: 1, steps: ['documents'], zone: 'hall' },
    { number: 2, steps: ['documents'], zone: 'hall' },
    { number: 3, steps: ['interview'], zone: 'hall' },
    { number: 4, steps: ['interview', 'documents'], zone: 'hall' },
    { number: 5, steps: ['handover'], zone: 'yard' },
  ],
  outcomes: { interview: ['passport-24', 'passport-48'] },
};

export type OfficeData = { [key: string]: unknown } & typeof base;

/** The office of the tests, changed by what is given (top-level keys are replaced). */
export function contoh(changes: Record<string, unknown> = {}): Office {
  const read = readOffice({ ...base, ...changes });
  if (!read.ok) throw new Error(read.mistakes.map(({ message }) => message).join('; '));
  return read.office;
}

/** Lanes with a priority lane that goes first, at most two of three. */
export const firstLane = [
  { id: 'regular' },
  { id: 'priority', prefix: 'P', promise: 'PT30M', first: true, atMost: '2 of 3' },
];
