/** What the staff's pages say of papers, by language. */
import { dictionaryOf, textsIn } from './i18n.ts';
import type { PapersTexts } from './languages/papers/id.ts';

export type { PapersTexts } from './languages/papers/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<PapersTexts>('./languages/papers/*.ts', { eager: true, import: 'texts' }),
);

export const papersTexts = (language: string): PapersTexts => textsIn(dictionaries, language);
