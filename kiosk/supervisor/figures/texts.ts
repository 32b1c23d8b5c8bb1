/** The texts of the figures, by language: what the page says, and the names of figures and rows. */
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { FigureNames } from '../../../display/lib/languages/figure-names/id.ts';
import type { FigureTexts as OwnTexts } from '../../../display/lib/languages/figures/id.ts';

export type FigureTexts = OwnTexts & { readonly names: FigureNames };

const pages = dictionaryOf(
  import.meta.glob<OwnTexts>('../../../display/lib/languages/figures/*.ts', {
    eager: true,
    import: 'texts',
  }),
);
const names = dictionaryOf(
  import.meta.glob<FigureNames>('../../../display/lib/languages/figure-names/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const figureTexts = (language: string): FigureTexts => ({
  ...textsIn(pages, language),
  names: textsIn(names, language),
});
