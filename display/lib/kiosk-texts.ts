/** What the ticket kiosk says, by language: of numbers, of bookings, and to every refusal. */
import { dictionaryOf, textsIn } from './i18n.ts';
import type { KioskTexts as OwnTexts } from './languages/kiosk/id.ts';
import type { KioskBookingTexts } from './languages/kiosk-booking/id.ts';
import type { KioskPaperTexts } from './languages/kiosk-paper/id.ts';
import type { KioskRefusedTexts } from './languages/kiosk-refused/id.ts';

export type KioskTexts = OwnTexts & {
  readonly booking: KioskBookingTexts;
  readonly paper: KioskPaperTexts;
  /** What happened, and what to do instead. */
  readonly refused: KioskRefusedTexts;
};

const own = dictionaryOf(
  import.meta.glob<OwnTexts>('./languages/kiosk/*.ts', { eager: true, import: 'texts' }),
);
const booking = dictionaryOf(
  import.meta.glob<KioskBookingTexts>('./languages/kiosk-booking/*.ts', { eager: true, import: 'texts' }),
);
const paper = dictionaryOf(
  import.meta.glob<KioskPaperTexts>('./languages/kiosk-paper/*.ts', { eager: true, import: 'texts' }),
);
const refused = dictionaryOf(
  import.meta.glob<KioskRefusedTexts>('./languages/kiosk-refused/*.ts', { eager: true, import: 'texts' }),
);

export const kioskTexts = (language: string): KioskTexts => ({
  ...textsIn(own, language),
  booking: textsIn(booking, language),
  paper: textsIn(paper, language),
  refused: textsIn(refused, language),
});

export const kioskDictionaries: ReadonlyMap<string, KioskTexts> = new Map(
  [...own.keys()].map((language) => [language, kioskTexts(language)]),
);
