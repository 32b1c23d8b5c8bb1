/** The texts of people's data, by language, and dates as they are read there. */
import { clockTime } from '../../../display/lib/format.ts';
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { PeopleDataTexts } from '../../../display/lib/languages/people-data/id.ts';

export type { PeopleDataTexts } from '../../../display/lib/languages/people-data/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<PeopleDataTexts>('../../../display/lib/languages/people-data/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const peopleDataTexts = (language: string): PeopleDataTexts => textsIn(dictionaries, language);

const inWords = (language: string, timeZone: string) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone, dateStyle: 'medium' });

/** `27 Mar 1981` of a local date: years count here. */
export const dayWithYear = (date: string, language: string): string =>
  inWords(language, 'UTC').format(Date.parse(`${date}T12:00:00Z`));

/** `26 Nov 2026, 10:20`. */
export const momentWithYear = (at: string, timeZone: string, language: string): string =>
  `${inWords(language, timeZone).format(Date.parse(at))}, ${clockTime(at, timeZone)}`;
