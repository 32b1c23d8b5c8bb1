/** Days of notices as people say them: short, and the year only where it is another one. */
import type { ScreenTexts } from './texts.ts';

/** `Jum, 25 Des`. @param date the office's local date today */
export function dayShort(day: string, date: string, language: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  const year = day.slice(0, 4) === date.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const format = { weekday: 'short', day: 'numeric', month: 'short', ...year, timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, format).format(time);
}

export function spanOfDays(
  { from, until }: { readonly from?: string; readonly until?: string },
  texts: ScreenTexts['notices'],
  say: (day: string) => string,
): string {
  if (from !== undefined && until !== undefined)
    return from === until ? say(from) : texts.span(say(from), say(until));
  if (until !== undefined) return texts.untilDay(say(until));
  return from === undefined ? texts.always : texts.fromDay(say(from));
}
