/** What the start page says of what is running, by language. */
import { dictionaryOf, textsIn } from './i18n.ts';
import type { StartTexts } from './languages/start/id.ts';

export type { StartTexts } from './languages/start/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<StartTexts>('./languages/start/*.ts', { eager: true, import: 'texts' }),
);

export const startTexts = (language: string): StartTexts => textsIn(dictionaries, language);
