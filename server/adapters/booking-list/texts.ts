/** Names, numbers and words as lists write them. */
import { isReadableName } from '../../contract/booked-person.ts';
import type { Name } from '../../contract/values.ts';

const longestName = 200;
const longestCode = 100;
const longestDetails = 1000;

/** Control characters, and those that turn the direction of what follows them. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const unseenInText = /[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/u;
/** What a spreadsheet makes of a long number; its last digits are lost. */
const shortened = /^\d(?:[.,]\d+)?E\+?\d+$/i;

export const readName = (text: string): string | null =>
  text.length <= longestName && isReadableName(text) ? text : null;

/** The number of a booking or the code of a family. */
export const readCode = (text: string): string | null =>
  text.length > longestCode || unseen.test(text) || shortened.test(text) ? null : text;

export const readDetails = (text: string): string | null =>
  text.length > longestDetails || unseenInText.test(text) ? null : text;

/** The id of what is called by its id or by one of its names; an id wins over a name. Null: not known. */
export function readWord(
  ids: readonly string[],
  names: Readonly<Record<string, Name>>,
): (text: string) => string | null {
  const known = new Map<string, string>();
  for (const id of ids) known.set(folded(id), id);
  for (const id of ids)
    for (const name of Object.values(names[id] ?? {}))
      if (!known.has(folded(name))) known.set(folded(name), id);
  return (text) => (text.length > longestName ? null : (known.get(folded(text)) ?? null));
}

/** As people see it: the same whatever the capitals and spaces. */
export const folded = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
