/** What the page of a booking says, by language. */
import { dictionaryOf, textsIn } from './i18n.ts';
import type { BookingTexts } from './languages/booking/id.ts';

export type { BookingTexts } from './languages/booking/id.ts';

export const bookingDictionaries = dictionaryOf(
  import.meta.glob<BookingTexts>('./languages/booking/*.ts', { eager: true, import: 'texts' }),
);

export const bookingTexts = (language: string): BookingTexts => textsIn(bookingDictionaries, language);
