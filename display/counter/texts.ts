/** What the board above a counter says, by language. */
import { dictionaryOf, textsIn } from '../lib/i18n.ts';
import type { CounterTexts } from '../lib/languages/counter/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<CounterTexts>('../lib/languages/counter/*.ts', { eager: true, import: 'texts' }),
);

/** The language's texts; English, then Indonesian, for one that has none of its own. */
export const counterTexts = (language: string): CounterTexts => textsIn(dictionaries, language);
