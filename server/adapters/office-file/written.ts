/** An office file as it is written: its document with every place in the text, and its data in the file's own words. */
import { type Document, parseDocument } from 'yaml';
import { aliasesOf, repeatedKeys } from './yaml-places.ts';

const mostAliases = 100;

/** Null: not readable as YAML, or too costly to read. Never throws, whatever the text. */
export function readDocument(text: string): Document | null {
  try {
    // The same types as the office file itself is read with: what JSON has, and nothing else.
    const types = { schema: 'core', resolveKnownTags: false, stringKeys: true } as const;
    // Looked for below: the library compares each key with all before it, which takes minutes where there are many.
    const document = parseDocument(text, { ...types, prettyErrors: false, uniqueKeys: false });
    if (document.errors.length > 0 || aliasesOf(document).length > mostAliases) return null;
    return isWithoutRepeats(document) ? document : null;
  } catch (error) {
    // Whoever walks down a text of nothing but brackets uses up the stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const isWithoutRepeats = ({ contents }: Document): boolean => repeatedKeys(contents).next().done === true;

/** Undefined: a loose alias, or too many entries behind aliases. */
export function dataOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The file's data with its own words (`PT2H`, `08:00-12:00`); null where it cannot be read. */
export function writtenOffice(text: string): unknown {
  const document = readDocument(text);
  return document === null ? null : (dataOf(document) ?? null);
}
