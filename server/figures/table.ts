/** A section with its rows and figures of three ranges, before it is decided who may see what. */
import { parted } from './counts.ts';
import { yearBefore } from './ranges.ts';
import type { Column, SectionForm, Series } from './sections.ts';
import { sections, sumsOf } from './sections.ts';
import type { DaySum, RangeCounts } from './sum.ts';
import { timesId } from './sum.ts';
import { nearestRank } from './tally.ts';

/** Null: nothing to count from. */
export type Value = number | null;
export const periods = ['now', 'before', 'yearBefore'] as const;
export type Period = (typeof periods)[number];
export type OfPeriods<Thing> = Readonly<Record<Period, Thing>>;

export interface Row {
  readonly keys: readonly string[];
  /** In the order of the section's columns. */
  readonly values: OfPeriods<Value[]>;
}

export interface Table {
  readonly form: SectionForm;
  readonly rows: Row[];
}

/** The rows with anything in any of the three, not sorted; `totals` always has its one. */
export function tableOf(form: SectionForm, counts: OfPeriods<RangeCounts>): Table {
  const keys = new Set<string>(form.keys.length === 0 ? [''] : []);
  for (const period of periods) for (const key of keysIn(form, counts[period])) keys.add(key);
  const rows = [...keys].map((key) => ({
    keys: form.keys.length === 0 ? [] : parted(key),
    values: eachPeriod((period) => valuesOf(form, key, counts[period])),
  }));
  return { form, rows: rows.filter((row) => form.keys.length === 0 || hasAnything(row)) };
}

export const eachPeriod = <Thing>(make: (period: Period) => Thing): OfPeriods<Thing> => ({
  now: make('now'),
  before: make('before'),
  yearBefore: make('yearBefore'),
});

const hasAnything = ({ values }: Row): boolean =>
  periods.some((period) => values[period].some((value) => value !== null && value !== 0));

const seriesOf = ({ columns }: SectionForm): readonly Series[] => [
  ...new Set(columns.flatMap((column) => (column.from === 'size' ? [column.series] : []))),
];

function* keysIn(form: SectionForm, { sums, times }: RangeCounts): Generator<string> {
  yield* sums.get(form.id)?.keys() ?? [];
  for (const series of seriesOf(form)) yield* times.get(timesId(form.id, series))?.keys() ?? [];
}

function valuesOf(form: SectionForm, key: string, { sums, times }: RangeCounts): Value[] {
  const row = sums.get(form.id)?.get(key) ?? [];
  const order = sumsOf(form);
  const sum = (id: string): number => row[order.indexOf(id)] ?? 0;
  return form.columns.map((column) => {
    if (form.ofAll && (key === '') !== form.ofAll.includes(column.id)) return null;
    if (column.from === 'sum') return sum(column.id);
    if (column.from === 'share') return shareOf(column, sum);
    const tally = times.get(timesId(form.id, column.series))?.get(key);
    if (column.from === 'size') return tally?.size ?? 0;
    return tally ? nearestRank(tally, column.percent) : null;
  });
}

function shareOf({ part, whole }: Column & { from: 'share' }, sum: (id: string) => number): Value {
  const total = (ids: readonly string[]): number => ids.reduce((all, id) => all + sum(id), 0);
  return total(whole) === 0 ? null : total(part) / total(whole);
}

/**
 * The dates of a range with their totals, each beside the date at the same place of the range before, and its own date
 * a year before.
 * In pieces, as it may be of years.
 * @param dates of the range and of the one before, in order
 */
export function* tableOfDays(
  form: SectionForm,
  dates: { readonly now: readonly string[]; readonly before: readonly string[] },
  counts: OfPeriods<RangeCounts>,
): Generator<undefined, Table, undefined> {
  const rows: Row[] = [];
  let last = '';
  for (const [at, date] of dates.now.entries()) {
    const ago = yearBefore(date);
    const then = { now: date, before: dates.before[at] ?? '', yearBefore: ago };
    // After 28 February, 29 February has no date of its own a year before.
    const row = {
      keys: [date],
      values: eachPeriod((period) =>
        period === 'yearBefore' && ago === last
          ? form.columns.map(() => null)
          : dayValues(form, counts[period].days.get(then[period])),
      ),
    };
    last = ago;
    if (hasAnything(row)) rows.push(row);
    if (at % 100 === 99) yield;
  }
  return { form, rows };
}

const totalsOrder = sections.filter(({ id }) => id === 'totals').flatMap(sumsOf);
const placeInTotals = new Map(totalsOrder.map((id, at) => [id, at]));

function dayValues({ columns }: SectionForm, day: DaySum | undefined): Value[] {
  return columns.map((column) => {
    if (column.from === 'size') return day?.waits.size ?? 0;
    if (column.from === 'rank') return (column.percent === 50 ? day?.waits.median : day?.waits.p90) ?? null;
    return day?.totals[placeInTotals.get(column.id) ?? -1] ?? 0;
  });
}
