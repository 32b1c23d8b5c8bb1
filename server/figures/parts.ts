/** What the counts of ranges are added up from: whole months that are over, and the single dates around them. */
import type { DateRange } from './ranges.ts';
import { datesOfMonth, isIn, monthOf } from './ranges.ts';
import type { OfPeriods, Period } from './table.ts';
import { periods } from './table.ts';

export interface Part {
  /** Null: a single date. */
  readonly month: string | null;
  /** Those of which there are facts, in order. */
  readonly dates: readonly string[];
  /** Whom it is part of. */
  readonly of: readonly Period[];
}

/**
 * Each part once, also where it is in two of the ranges. A month may be a part of one range while its dates are of another.
 * @param dates by range, those of which there are facts, in order
 */
export function partsOf(
  ranges: OfPeriods<DateRange>,
  dates: OfPeriods<readonly string[]>,
  today: string,
): Part[] {
  const parts = new Map<string, Part & { of: Period[] }>();
  const add = (name: string, part: Omit<Part, 'of'>, period: Period): void => {
    const known = parts.get(name);
    if (known) known.of.push(period);
    else parts.set(name, { ...part, of: [period] });
  };
  for (const period of periods) {
    for (const [month, within] of byMonth(dates[period])) {
      if (isWhole(month, ranges[period], today)) add(month, { month, dates: within }, period);
      else for (const date of within) add(date, { month: null, dates: [date] }, period);
    }
  }
  return [...parts.values()];
}

/** Months of which all dates are over are kept whole. */
function isWhole(month: string, range: DateRange, today: string): boolean {
  const { from, to } = datesOfMonth(month);
  return isIn(range, from) && isIn(range, to) && month < monthOf(today);
}

export function byMonth(dates: readonly string[]): ReadonlyMap<string, string[]> {
  return Map.groupBy(dates, monthOf);
}
