/** What the sheet of emergency numbers says, by language. */
import { dictionaryOf, textsIn } from '../../display/lib/i18n.ts';
import type { EmergencyTexts } from '../../display/lib/languages/emergency/id.ts';

export const emergencyDictionaries = dictionaryOf(
  import.meta.glob<EmergencyTexts>('../../display/lib/languages/emergency/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const emergencyTexts = (language: string): EmergencyTexts => textsIn(emergencyDictionaries, language);
