/** In which languages a paper speaks: the office's first one large, its second small below it. */
import type { Name } from '../../../contract/values.ts';
import { texts as en } from '../languages/en.ts';
import { texts as id, type PrintedTexts } from '../languages/id.ts';
import type { Block } from './blocks.ts';

const dictionary: ReadonlyMap<string, PrintedTexts> = new Map(
  [id, en].map((texts) => [texts.language, texts]),
);

export interface Readers {
  readonly first: PrintedTexts;
  readonly second: PrintedTexts | null;
}

/** The office's languages that have words here, in its order; Indonesian where none has. */
export function readersOf(languages: readonly string[]): Readers {
  const found = languages.flatMap((language) => dictionary.get(language) ?? []);
  const [first = id, second = null] = [...new Set(found)];
  return { first, second };
}

/** A configured name in the reader's language; otherwise in any, and at last as its id reads. */
export const nameIn = (name: Name | null | undefined, language: string, word: string): string =>
  name?.[language] ?? Object.values(name ?? {})[0] ?? word.replaceAll('-', ' ');

/** What each reader is told; the second one nothing where it would be the same words again. */
export type Said = (texts: PrintedTexts) => string;

export function said({ first, second }: Readers, words: Said): { large: string; small: string | null } {
  const large = words(first);
  const small = second && words(second);
  return { large, small: small === large ? null : small };
}

/** A text in both languages. */
export function both(
  readers: Readers,
  words: Said,
  how: Partial<Extract<Block, { kind: 'text' }>> = {},
): Block[] {
  const { large, small } = said(readers, words);
  const align = how.align ? { align: how.align } : {};
  return [
    { kind: 'text', text: large, ...how },
    ...(small ? ([{ kind: 'text', text: small, small: true, ...align }] as const) : []),
  ];
}

/** A label and its value; below it the same label, and the value where its words differ. */
export function row(readers: Readers, label: Said, value: Said): Block[] {
  const { large, small } = said(readers, label);
  const values = said(readers, value);
  const below = [small, values.small].filter((text) => text !== null).join(': ');
  return [{ kind: 'row', label: large, small: below, value: values.large }];
}
