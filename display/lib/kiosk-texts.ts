/** What the ticket kiosk says, by language. */
import { dictionaryOf, textsIn } from './i18n.ts';
import type { KioskTexts } from './languages/kiosk/id.ts';

export type { KioskTexts } from './languages/kiosk/id.ts';

export const kioskDictionaries = dictionaryOf(
  import.meta.glob<KioskTexts>('./languages/kiosk/*.ts', { eager: true, import: 'texts' }),
);

export const kioskTexts = (language: string): KioskTexts => textsIn(kioskDictionaries, language);
