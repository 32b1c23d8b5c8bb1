/** Whom a booking is for: a name that can be read out, and a birth date that somebody can have who comes on its date. */
import { z } from 'zod';
import { localDate } from './values.ts';

/** Control characters, halves of a sign, ends of lines, and what turns the direction of the text behind it. */
const unreadable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** At least one sign that is seen; U+2800 is the braille cell without a dot. */
const visible = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

export const isReadableName = (name: string): boolean => !unreadable.test(name) && visible.test(name);

export const personName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(isReadableName, 'expected a name in one line, of signs that can be seen');

export const bookedPerson = z.strictObject({ name: personName, birthDate: localDate });

const oldest = 130;

/** Born by the date of the visit, and not more than 130 years before. */
export function canBeBornBy(visit: string): (person: { readonly birthDate?: string | undefined }) => boolean {
  const first = `${String(Number(visit.slice(0, 4)) - oldest).padStart(4, '0')}${visit.slice(4)}`;
  return ({ birthDate }) => birthDate === undefined || (first <= birthDate && birthDate <= visit);
}
