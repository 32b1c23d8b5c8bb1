/** The texts of bookings, by language. */
import { dictionaryOf, textsIn } from '../../display/lib/i18n.ts';
import type { BookingTexts } from '../../display/lib/languages/bookings/id.ts';

export type { BookingTexts } from '../../display/lib/languages/bookings/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<BookingTexts>('../../display/lib/languages/bookings/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const bookingTexts = (language: string): BookingTexts => textsIn(dictionaries, language);
