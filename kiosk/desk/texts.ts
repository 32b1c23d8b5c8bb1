/** What the desk says beyond calling, by language. */
import { dictionaryOf, textsIn } from '../../display/lib/i18n.ts';
import type { DeskTexts } from '../../display/lib/languages/desk/id.ts';

export type { DeskTexts } from '../../display/lib/languages/desk/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<DeskTexts>('../../display/lib/languages/desk/*.ts', { eager: true, import: 'texts' }),
);

export const deskTexts = (language: string): DeskTexts => textsIn(dictionaries, language);
