/** Local dates and midnights of the office; the one place of the domain that uses Temporal. */
import type { Instant } from './instant.ts';
import { instant } from './instant.ts';

const local = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

/** The office's date at an instant: never the server's, never UTC's. */
export const localDate = (at: Instant, timeZone: string): string =>
  local(at, timeZone).toPlainDate().toString();

/** The first instant of the next local date (in some zones, on some days, not 00:00). */
export const nextMidnight = (at: Instant, timeZone: string): Instant =>
  instant(local(at, timeZone).add({ days: 1 }).startOfDay().epochMilliseconds);

/** The first instant of a local date. */
export const startOfDate = (date: string, timeZone: string): Instant =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);

/** The date after a date. */
export const dateAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();
