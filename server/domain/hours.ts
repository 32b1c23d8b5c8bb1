/** Local dates, midnights and openings of the office; the one place of the domain that uses Temporal. */
import type { TimeRange } from '../contract/office/hours.ts';
import type { Office } from '../contract/office.ts';
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

/** Days from one date to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Days that are looked at for the next opening. */
const mostDays = 400;

/** The hours of a date: its own (`openings`), else none on a holiday, else those of the day of the week. */
export function hoursOf(office: Office, date: string): readonly TimeRange[] {
  const own = office.openings.find((opening) => opening.date === date);
  if (own) return own.hours;
  if (office.holidays.includes(date)) return [];
  return office.hours[weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'mon'];
}

/** CD1: the first instant on this date or a later one at which numbers are given; null: none in the next year. */
export function nextOpening(office: Office, date: string): Instant | null {
  const first = Temporal.PlainDate.from(date);
  for (let days = 0; days < mostDays; days += 1) {
    const day = first.add({ days });
    const [range] = hoursOf(office, day.toString());
    if (!range) continue;
    const time = Temporal.PlainTime.from({ hour: Math.floor(range.from / 60), minute: range.from % 60 });
    return instant(day.toZonedDateTime({ timeZone: office.timeZone, plainTime: time }).epochMilliseconds);
  }
  return null;
}
