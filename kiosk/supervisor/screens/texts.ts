/** The texts of the screens' page, by language. */
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { ScreenTexts } from '../../../display/lib/languages/screens/id.ts';

export type { ScreenTexts } from '../../../display/lib/languages/screens/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<ScreenTexts>('../../../display/lib/languages/screens/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const screenTexts = (language: string): ScreenTexts => textsIn(dictionaries, language);
