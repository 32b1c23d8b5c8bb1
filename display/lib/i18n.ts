/** The languages of a page: its dictionaries, and the names of the office in each of them. */
import type { Name } from '../../server/contract/values.ts';
import type { Texts } from './languages/id.ts';

const files = import.meta.glob<Texts>('./languages/*.ts', { eager: true, import: 'texts' });

/** Language code to texts, from the files of one folder: one file a language. */
export const dictionaryOf = <T>(found: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(found).map(([path, texts]) => [codeOf(path), texts]));

/** English, then Indonesian, for a language that has no file of its own. */
export function textsIn<T>(dictionary: ReadonlyMap<string, T>, language: string): T {
  return [language, 'en', 'id'].map((code) => dictionary.get(code)).find(Boolean) as T;
}

export const dictionaries = dictionaryOf(files);

/** `./languages/id.ts` is `id`. */
export function codeOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
}

export interface Reader {
  readonly language: string;
  readonly texts: Texts;
}

/** The office's languages that a dictionary exists for, in its order; Indonesian where there is none. */
export function readersOf(languages: readonly string[]): readonly [Reader, ...Reader[]] {
  const readers = languages.flatMap((language) => {
    const texts = dictionaries.get(language);
    return texts ? [{ language, texts }] : [];
  });
  const [first, ...others] = readers;
  return first ? [first, ...others] : [{ language: 'id', texts: dictionaries.get('id') as Texts }];
}

/** A configured name in the reader's language; otherwise in any, and at last the id. */
export function nameIn(name: Name | null | undefined, language: string, id = ''): string {
  return name?.[language] ?? Object.values(name ?? {})[0] ?? id;
}

/** A reason, need or outcome of the office; one that no dictionary knows is shown as its id reads. */
export function wordIn(texts: Texts, id: string): string {
  return texts.words[id] ?? id.replaceAll('-', ' ');
}

/** Tells the browser and screen readers what the page is mainly written in. */
export function speak(language: string, title: string): void {
  document.documentElement.lang = language;
  document.title = title;
}
