/** Local dates, midnights and the hours of dates. With `hours-of-day.ts` the one place of the domain that uses Temporal. */
import type { TimeRange, Weekday } from '../../contract/office/hours.ts';
import type { Office, Service } from '../../contract/office.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { dayOn, spansOf } from './hours-of-day.ts';

const local = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

/** The office's date at an instant: never the server's, never UTC's. */
export const localDate = (at: Instant, timeZone: string): string =>
  local(at, timeZone).toPlainDate().toString();

/** As the office's clocks show it: `2026-11-26T10:20:00.000+08:00`. */
export const localIso = (at: Instant, timeZone: string): string =>
  local(at, timeZone).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });

/** The first instant of the next local date (in some zones, on some days, not 00:00). */
export const nextMidnight = (at: Instant, timeZone: string): Instant =>
  instant(local(at, timeZone).add({ days: 1 }).startOfDay().epochMilliseconds);

/** The first instant of a local date. */
export const startOfDate = (date: string, timeZone: string): Instant =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);

/** The date so many days after a date. */
export const dateIn = (date: string, days: number): string =>
  // Asked after each press. A date alone has no zone: in UTC every day is as long as the next.
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The date after a date. */
export const dateAfter = (date: string): string => dateIn(date, 1);

/** Days from one date to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Days after a date that are looked at for the next opening. */
const mostDays = 400;

const weekdayOf = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] ?? 'mon';

/** OH1: the hours of a date: its own (`openings`), else none on a holiday, else those of the day of the week. */
export function hoursOf(office: Office, date: string): readonly TimeRange[] {
  const own = office.openings.find((opening) => opening.date === date);
  if (own) return own.hours;
  if (office.holidays.includes(date)) return [];
  return office.hours[weekdayOf(Temporal.PlainDate.from(date))];
}

/** OH7: whether a service is done on this day of the week; without `days` it is done on each. */
export const isDoneOn = ({ days }: Service, date: string): boolean =>
  days === undefined || days.includes(weekdayOf(Temporal.PlainDate.from(date)));

/**
 * The dates from one on that have hours, each with them, as far as 400 days after it. Long lists of holidays and
 * openings are not searched for each date.
 */
export function* datesWithHours(office: Office, from: string): Generator<DateWithHours> {
  // Of two openings of one date the first counts, as in `hoursOf`.
  const own = new Map(office.openings.toReversed().map(({ date, hours }) => [date, hours]));
  const holidays = new Set(office.holidays);
  let day = Temporal.PlainDate.from(from);
  for (let days = 0; days <= mostDays; days += 1) {
    const date = day.toString();
    const weekday = weekdayOf(day);
    const hours = own.get(date) ?? (holidays.has(date) ? [] : office.hours[weekday]);
    if (hours.length > 0) yield { date, weekday, hours };
    day = day.add({ days: 1 });
  }
}

export interface DateWithHours {
  readonly date: string;
  readonly weekday: Weekday;
  readonly hours: readonly TimeRange[];
}

/** CD1: the first instant on this date or a later one at which numbers are given; null: none in the next 400 days. */
export function nextOpening(office: Office, date: string): Instant | null {
  for (const { date: day, hours } of datesWithHours(office, date)) {
    const [first] = spansOf(dayOn(day, office.timeZone), hours);
    if (first) return first.from;
  }
  return null;
}
