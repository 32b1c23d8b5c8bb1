/**
 * When numbers are given. OH3: regularly within the office's hours and the lane's intake. OH4: outside its intake a lane
 * refuses. OH5: or it reserves. OH6: the next opening is the true one. OH7: a service is done on its days alone.
 */
import type { TimeRange } from '../../contract/office/hours.ts';
import type { Lane, Office, Service } from '../../contract/office.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { dateIn, datesWithHours, hoursOf, isDoneOn } from './hours.ts';
import type { LocalDay, Span } from './hours-of-day.ts';
import { common, dayAt, dayOn, isWithin, spansOf } from './hours-of-day.ts';

export type Opens =
  /** A number is given now; `notBefore`: callable from then only (a reserved number). */
  | { readonly given: true; readonly notBefore: Instant | null }
  | {
      readonly given: false;
      readonly code: 'office-closed' | 'intake-closed';
      /** Null: not within 400 days. */
      readonly opensAt: Instant | null;
    };

/** Whether a number of the service and the lane is given at an instant. While it is, nothing is searched. */
export function numbersAt(office: Office, service: Service, lane: Lane, at: Instant): Opens {
  const today = dayAt(at, office.timeZone);
  const hours = spansOf(today, servedHours(office, service, today.date));
  const takenIn = lane.intake === undefined || isWithin(spansOf(today, lane.intake), at);
  if (takenIn && isWithin(hours, at)) return { given: true, notBefore: null };
  const reserves = !takenIn && lane.outside === 'reserve';
  if (reserves) {
    const next = takenInOf(lane, today, hours).find(({ from }) => from > at);
    if (next) return { given: true, notBefore: next.from };
  }
  // OH4: the lane's refusal wins, but a lane that reserves says it only where the office would have served it today.
  const closed = takenIn || (reserves && !isServed(office, service, today.date));
  return {
    given: false,
    code: closed ? 'office-closed' : 'intake-closed',
    opensAt: opensFrom(office, service, lane, at),
  };
}

/**
 * OH6: the first instant at or after `from` at which a number of this service and lane is regularly given (not by
 * reserve). Null: none within 400 days.
 */
export function opensFrom(office: Office, service: Service, lane: Lane, from: Instant): Instant | null {
  const { timeZone } = office;
  for (const { date, weekday, hours } of datesWithHours(office, dayAt(from, timeZone).date)) {
    if (service.days && !service.days.includes(weekday)) continue;
    const day = dayOn(date, timeZone);
    const next = takenInOf(lane, day, spansOf(day, hours)).find(({ to }) => from < to);
    if (next) return instant(Math.max(next.from, from));
  }
  return null;
}

/**
 * OH7: whether the office works for the service on a date: it has hours that day, and the service is done on the day of
 * the week. An opening wins over hours and holidays, not over the days of the service.
 */
export const isServed = (office: Office, service: Service, date: string): boolean =>
  servedHours(office, service, date).length > 0;

/** OH3, OH7: whether a lane takes in people of the service at any time of a date, as far as the office file says. */
export const takesInOn = (office: Office, service: Service, lane: Lane, date: string): boolean => {
  const day = dayOn(date, office.timeZone);
  return takenInOf(lane, day, spansOf(day, servedHours(office, service, date))).length > 0;
};

/** The instants of a date's ranges in the office's zone, in order; what the clocks' change leaves empty is not there. */
export const rangesOn = (office: Office, ranges: readonly TimeRange[], date: string): Span[] =>
  ranges.length === 0 ? [] : spansOf(dayOn(date, office.timeZone), ranges);

/**
 * OH8: the slots of a date for bookings of the service in the lane, by their beginnings: one every `slotMs` (more than
 * 0) from the start of each range in which numbers are given, as long as a whole slot fits in.
 */
export function slotsOn(
  office: Office,
  service: Service,
  lane: Lane,
  date: string,
  slotMs: number,
): Instant[] {
  const hours = servedHours(office, service, date);
  if (hours.length === 0) return [];
  const day = dayOn(date, office.timeZone);
  return takenInOf(lane, day, spansOf(day, hours)).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / slotMs) }, (_, index) => instant(from + index * slotMs)),
  );
}

/**
 * OH9: the date that is n days after a date. Working days are those on which the service is served; calendar days are all,
 * and the last of them is moved on to the next served one. Null: 400 days pass without one.
 */
export function dateAfterDays(
  office: Office,
  service: Service,
  date: string,
  n: number,
  of: 'working' | 'calendar',
): string | null {
  if (of === 'calendar' || n === 0) return servedFrom(office, service, dateIn(date, n));
  let reached: string | null = date;
  for (let days = 0; days < n && reached !== null; days += 1)
    reached = servedFrom(office, service, dateIn(reached, 1));
  return reached;
}

/** OH10: the end of the last range of a date. Null: no hours, or they end at midnight, so that there is no closing. */
export function closingOf(office: Office, date: string): Instant | null {
  const hours = hoursOf(office, date);
  if (hours.at(-1)?.to === 1440) return null;
  return rangesOn(office, hours, date).at(-1)?.to ?? null;
}

/** The office's hours of a date, none on a day of the week on which the service is not done. */
const servedHours = (office: Office, service: Service, date: string): readonly TimeRange[] =>
  isDoneOn(service, date) ? hoursOf(office, date) : [];

/** OH3: what of the office's hours is within the lane's intake. */
const takenInOf = ({ intake }: Lane, day: LocalDay, hours: Span[]): Span[] =>
  intake === undefined ? hours : common(hours, spansOf(day, intake));

/** The first served date, this one or a later. */
function servedFrom(office: Office, { days }: Service, from: string): string | null {
  for (const { date, weekday } of datesWithHours(office, from))
    if (!days || days.includes(weekday)) return date;
  return null;
}
