/** When numbers are given, and which times can be booked: our own reading of the office file, apart from the hub's. */
import type { Office } from '../../../server/contract/office.ts';
import { atMinute, dateAfter, localDateAt, startOfDate, weekdayOf } from './local-time.ts';
import type { Moment } from './plan.ts';

export type Service = Office['services'][number];
export type Lane = Office['lanes'][number];

export interface Range {
  readonly from: Moment;
  readonly to: Moment;
}

interface Minutes {
  readonly from: number;
  readonly to: number;
}

const asMoments = (ranges: readonly Minutes[], date: string, timeZone: string): Range[] =>
  ranges.map(({ from, to }) => ({
    from: atMinute(date, timeZone, from),
    to: atMinute(date, timeZone, to),
  }));

/** The office's hours of a date: an opening wins over the week and over a holiday. */
export function minutesOf({ hours, holidays, openings }: Office, date: string): readonly Minutes[] {
  const oneOff = openings.find((opening) => opening.date === date);
  return oneOff?.hours ?? (holidays.includes(date) ? [] : hours[weekdayOf(date)]);
}

const isDayOf = ({ days }: Service, date: string): boolean =>
  days === undefined || days.includes(weekdayOf(date));

export const isServedOn = (office: Office, service: Service, date: string): boolean =>
  isDayOf(service, date) && minutesOf(office, date).length > 0;

/** In which numbers of the service and the lane are given at once. */
export function rangesFor(office: Office, service: Service, lane: Lane, date: string): Range[] {
  if (!isDayOf(service, date)) return [];
  const hours = asMoments(minutesOf(office, date), date, office.timeZone);
  if (lane.intake === undefined) return hours;
  const intake = asMoments(lane.intake, date, office.timeZone);
  return hours.flatMap((hour) =>
    intake
      .map(({ from, to }) => ({ from: Math.max(from, hour.from), to: Math.min(to, hour.to) }))
      .filter(({ from, to }) => from < to),
  );
}

/** Every time of a date that can be booked. */
export const slotsOf = (office: Office, service: Service, lane: Lane, date: string): Moment[] => {
  const length = office.booking?.slot ?? Infinity;
  return rangesFor(office, service, lane, date).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / length) }, (_, index) => from + index * length),
  );
};

export type Given =
  | { readonly given: true; readonly notBefore: Moment | null }
  | {
      readonly given: false;
      readonly code: 'office-closed' | 'intake-closed';
      readonly opensAt: Moment | null;
    };

/** What somebody who asks at this moment gets, as far as hours decide. */
export function numbersAt(office: Office, service: Service, lane: Lane, at: Moment): Given {
  const date = localDateAt(at, office.timeZone);
  const isIn = (range: Range) => range.from <= at && at < range.to;
  const ranges = rangesFor(office, service, lane, date);
  if (ranges.some(isIn)) return { given: true, notBefore: null };
  const intake = lane.intake && asMoments(lane.intake, date, office.timeZone);
  const isIntake = intake === undefined || intake.some(isIn);
  if (!isIntake && lane.outside === 'reserve') {
    const next = ranges.find(({ from }) => from > at);
    if (next) return { given: true, notBefore: next.from };
  }
  const isOfficeClosed = isIntake || (lane.outside === 'reserve' && !isServedOn(office, service, date));
  return {
    given: false,
    code: isOfficeClosed ? 'office-closed' : 'intake-closed',
    opensAt: opensFrom(office, service, lane, at),
  };
}

const farthest = 400;

/** The next moment at which a number is given at once. */
export function opensFrom(office: Office, service: Service, lane: Lane, at: Moment): Moment | null {
  let date = localDateAt(at, office.timeZone);
  for (let days = 0; days <= farthest; days += 1, date = dateAfter(date)) {
    const next = rangesFor(office, service, lane, date).find(({ to }) => at < to);
    if (next) return Math.max(at, next.from);
  }
  return null;
}

/** So many days after a date: working days are those on which the service is served. */
export function dateAfterDays(
  office: Office,
  service: Service,
  from: string,
  count: number,
  of: 'working' | 'calendar',
): string {
  let date = from;
  const onward = () => {
    date = dateAfter(date);
    for (let days = 0; days < farthest && !isServedOn(office, service, date); days += 1)
      date = dateAfter(date);
  };
  if (of === 'working') for (let days = 0; days < count; days += 1) onward();
  else {
    for (let days = 0; days < count; days += 1) date = dateAfter(date);
    if (!isServedOn(office, service, date)) onward();
  }
  return date;
}

export const daysLater = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

export const dateAndMidnight = (date: string, timeZone: string): Moment =>
  startOfDate(dateAfter(date), timeZone);

export const laneNamed = ({ lanes }: Office, id: string | null): Lane => {
  const lane = id === null ? lanes[0] : lanes.find((one) => one.id === id);
  if (!lane) throw new Error(`the office has no lane ${id}`);
  return lane;
};

export function serviceNamed({ services }: Office, id: string): Service {
  const service = services.find((one) => one.id === id);
  if (!service) throw new Error(`the office has no service ${id}`);
  return service;
}
