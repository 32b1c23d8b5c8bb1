/** A moment that may be on another day, as people say it: weekday, date and clock time in the office's zone. */
import { clockTime } from './format.ts';

const dayMs = 86_400_000;

const formatOf = (language: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  // English as the offices write it: the day before the month, like the clock of 24 hours.
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone, ...options });

/** `Senin, 30 November`. `at` is ISO 8601. */
export function dateIn(at: string, timeZone: string, language: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return formatOf(language, timeZone, options).format(Date.parse(at));
}

/** `Senin, 30 November, 08:00`. */
export function dateAndTime(at: string, timeZone: string, language: string): string {
  return `${dateIn(at, timeZone, language)}, ${clockTime(at, timeZone)}`;
}

/** Which of the days that have a word of their own; null for all others. `now`: milliseconds of the hub's clock. */
export function nearDay(at: string, now: number, timeZone: string): 'today' | 'tomorrow' | null {
  const day = (ms: number) => formatOf('en', timeZone, { dateStyle: 'short' }).format(ms);
  const then = day(Date.parse(at));
  if (then === day(now)) return 'today';
  return then === day(now + dayMs) ? 'tomorrow' : null;
}

/** Whether numbers are given again before the day is over; null: nobody knows when. */
export const isLaterToday = (opensAt: string | null, now: number | null, timeZone: string): boolean =>
  opensAt !== null && now !== null && nearDay(opensAt, now, timeZone) === 'today';

/** `Senin, 30 November` of a local date: `2026-11-30`. */
export const dayOf = (date: string, language: string): string => dateIn(`${date}T12:00:00Z`, 'UTC', language);

/** The office's local date of a moment: `2026-11-30`. */
export function localDay(at: string | number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(
    typeof at === 'string' ? Date.parse(at) : at,
  );
}
