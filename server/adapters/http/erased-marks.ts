/**
 * PD4: marks by which a list would bring erased people back: what it knows them by, made unreadable with the key of this
 * machine. The number of another system, or who comes when and for what, as IM3 and IM4 have it.
 */
import { plainReference } from '../../domain/booking/import/references.ts';
import type { Context } from './route.ts';

interface Known {
  readonly reference: string | null;
  readonly service: string;
  readonly date: string;
  readonly people: readonly { readonly name: string; readonly birthDate: string | null }[];
}

type With = Pick<Context, 'fingerprintOf'>;

const ofReference = ({ fingerprintOf }: With, { reference }: Known): string[] => {
  const plain = plainReference(reference ?? '');
  return plain === '' ? [] : [fingerprintOf({ reference: plain }, { personal: ['reference'] })];
};

function ofPeople({ fingerprintOf }: With, { service, date, people }: Known): string[] {
  const who = people.map(({ name, birthDate }) => [name.normalize('NFKC').trim().toLowerCase(), birthDate]);
  return [fingerprintOf({ service, date, who }, { personal: ['service', 'date', 'who'] })];
}

/** Of a booking whose people are erased. */
export const marksOf = (context: With, known: Known): string[] => [
  ...ofReference(context, known),
  ...ofPeople(context, known),
];

/** Of a line of a list: its number where it has one; under another number it is another booking. */
export function marksOfLine(context: With, line: Known): string[] {
  const marks = ofReference(context, line);
  return marks.length > 0 ? marks : ofPeople(context, line);
}
