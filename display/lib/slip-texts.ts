/** What the printed slip says, by language. */
import { dictionaryOf, textsIn } from './i18n.ts';
import type { SlipTexts } from './languages/slip/id.ts';

export type { SlipTexts } from './languages/slip/id.ts';

export const slipDictionaries = dictionaryOf(
  import.meta.glob<SlipTexts>('./languages/slip/*.ts', { eager: true, import: 'texts' }),
);

export const slipTexts = (language: string): SlipTexts => textsIn(slipDictionaries, language);
