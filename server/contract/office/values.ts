/** Ids, names and dates of the office file. */
import { z } from 'zod';
import { expected, found } from './expected.ts';
import { pattern } from './shapes.ts';

/** A text as it is shown: in one line, and short enough for a screen. */
export const shownText = pattern(
  /^(?!\s*$)[^\p{Cc}\u2028\u2029]{1,200}$/u,
  'a text of 1 to 200 characters in one line',
);

/** A name as written: in each language, or one text for all of them. Absent: the id is shown. */
export const writtenName = z.union([shownText, z.record(z.string(), shownText)], {
  error: expected(
    'a text of 1 to 200 characters, or one for each language such as { id: Paspor, en: Passport }',
  ),
});
export type WrittenName = z.infer<typeof writtenName>;

export const idText = pattern(/^[a-z0-9-]{1,32}$/, 'an id of 1 to 32 characters of a-z, 0-9 and -');
export const prefixText = pattern(/^[A-Z]{1,3}$/, 'a prefix of 1 to 3 capital letters');

/** A real day of the calendar. */
export const calendarDate = pattern(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-12-25').refine(isRealDate, {
  error: (issue) => `expected a date of the calendar, found ${found(issue.input)}, which does not exist`,
});

function isRealDate(text: string): boolean {
  // Date.UTC turns 30 February into 2 March; a real date comes back as it was.
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
