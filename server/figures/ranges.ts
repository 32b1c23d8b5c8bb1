/** Ranges of local dates: the equal one before, and the same dates a year before. */
import { dateIn, daysBetween } from '../domain/hours/hours.ts';

/** Both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Ten years: what one report may be of. */
export const mostDates = 3700;

/** Whether a report can be made of it. @param range dates of the calendar */
export const isRange = ({ from, to }: DateRange): boolean =>
  // Eleven years before an earlier one there would be no year 0.
  from >= '0100-01-01' && from <= to && daysBetween(from, to) < mostDates;

/** Its dates in order. */
export function datesOf({ from, to }: DateRange): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => dateIn(from, days));
}

/** As many dates, right before it. */
export function rangeBefore({ from, to }: DateRange): DateRange {
  return { from: dateIn(from, -(daysBetween(from, to) + 1)), to: dateIn(from, -1) };
}

/** 29 February has 28 February a year before. */
export function yearBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  return `${year}${date.slice(4)}`.replace('-02-29', '-02-28');
}

export const rangeOfYearBefore = ({ from, to }: DateRange): DateRange => ({
  from: yearBefore(from),
  to: yearBefore(to),
});

/** `2026-10`. */
export const monthOf = (date: string): string => date.slice(0, 7);

export function datesOfMonth(month: string): DateRange {
  const from = `${month}-01`;
  const next = dateIn(from, 31);
  return { from, to: dateIn(next, -Number(next.slice(8))) };
}

export const isIn = ({ from, to }: DateRange, date: string): boolean => from <= date && date <= to;
