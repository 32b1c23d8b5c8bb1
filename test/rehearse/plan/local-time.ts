/** Local dates and times of an office as moments. */
import type { Moment } from './plan.ts';

/** Midnight at which the date begins. */
export const startOfDate = (date: string, timeZone: string): Moment =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;

/** @param minute since midnight, on the office's clock */
export function atMinute(date: string, timeZone: string, minute: number): Moment {
  if (minute >= 1440) return startOfDate(dateAfter(date), timeZone);
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

export const dateAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** `mon` to `sun`. */
export const weekdayOf = (date: string) =>
  (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)[Temporal.PlainDate.from(date).dayOfWeek - 1] ??
  'mon';

export const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

export const localDateAt = (at: Moment, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();

/** `08:05:30` on the office's clock. */
export const localClock = (at: Moment, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at))
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'second' });
