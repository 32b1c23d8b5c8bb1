/** Dates as people read them, in the office's time zone. */
import { clockTime } from '../../../display/lib/format.ts';

export const dateIn = (iso: string, timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(iso),
  );

/** When somebody is signed out by time: people the same day or night, stations after a year. */
export function untilIn(iso: string, isStation: boolean, timeZone: string, language: string): string {
  return isStation ? dateIn(iso, timeZone, language) : clockTime(iso, timeZone);
}
