/** The texts of claims, quotas and brokers, by language. */
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { ClaimTexts } from '../../../display/lib/languages/claims/id.ts';

export type { ClaimTexts } from '../../../display/lib/languages/claims/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<ClaimTexts>('../../../display/lib/languages/claims/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const claimTexts = (language: string): ClaimTexts => textsIn(dictionaries, language);
