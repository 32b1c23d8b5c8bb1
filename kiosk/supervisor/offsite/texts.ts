/** The texts of visits outside, by language; days of the week as people say them. */
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { OffsiteTexts } from '../../../display/lib/languages/offsite/id.ts';

export type { OffsiteTexts } from '../../../display/lib/languages/offsite/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<OffsiteTexts>('../../../display/lib/languages/offsite/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const offsiteTexts = (language: string): OffsiteTexts => textsIn(dictionaries, language);

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `Sabtu, Minggu` of `[sat, sun]`. */
export function daysInWords(days: readonly string[], language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 1 November 2026 is a Sunday.
  return days.map((day) => format.format(Date.UTC(2026, 10, 1 + weekdays.indexOf(day)))).join(', ');
}

/** Whether a date (`2026-11-28`) is one of these days of the week; null: all are. */
export const isOn = (days: readonly string[] | null, date: string): boolean =>
  days === null || days.includes(weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '');
