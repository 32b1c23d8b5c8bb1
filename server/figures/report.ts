/** Makes a report of the counts of three ranges: the one asked for, the equal one before, and the same dates a year before. */
import type { Office } from '../contract/office.ts';
import type { Figure, Report } from '../contract/report.ts';
import type { OfficerNames } from './names.ts';
import { namesIn } from './names.ts';
import { createOrder } from './order.ts';
import { everything, shownOutside } from './outside.ts';
import type { DateRange } from './ranges.ts';
import { datesOf, rangeBefore, rangeOfYearBefore } from './ranges.ts';
import { sections } from './sections.ts';
import type { RangeCounts } from './sum.ts';
import { addedUp } from './sum.ts';
import type { OfPeriods, Row, Table } from './table.ts';
import { eachPeriod, periods, tableOf, tableOfDays } from './table.ts';

export interface ReportOf {
  readonly office: Office;
  /** By id. */
  readonly officers: OfficerNames;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly rehearsal: boolean;
  readonly outside: boolean;
  readonly range: DateRange;
  /** Of the ranges that `rangesOf` this one. */
  readonly counts: OfPeriods<RangeCounts>;
}

export const rangesOf = (range: DateRange): OfPeriods<DateRange> => ({
  now: range,
  before: rangeBefore(range),
  yearBefore: rangeOfYearBefore(range),
});

/** The sections in the order of `sections`, all of them, also where they have no rows. */
export function makeReport(of: ReportOf): Report {
  const making = makingReport(of);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

/** The same in pieces, for a hub that has other things to do between them. */
export function* makingReport(of: ReportOf): Generator<undefined, Report, undefined> {
  const { office, officers, at, rehearsal, outside, range } = of;
  const counts = { ...of.counts };
  for (const period of periods) {
    counts[period] = addedUp(of.counts[period]);
    yield;
  }
  const ranges = rangesOf(range);
  const sort = createOrder(office);
  const tables: Table[] = [];
  for (const form of sections) {
    const table =
      form.id === 'days'
        ? yield* tableOfDays(form, { now: datesOf(ranges.now), before: datesOf(ranges.before) }, counts)
        : tableOf(form, counts);
    sort(form, table.rows);
    tables.push(table);
    yield;
  }
  const shown = outside ? yield* shownOutside(tables, ranges) : everything;
  yield;
  const written: Report['sections'] = [];
  for (const table of tables) {
    written.push(writtenSection(table, shown));
    yield;
  }
  const told = eachPeriod((period) => ({ ...ranges[period], days: datesWithNumbers(counts[period]) }));
  return {
    office: {
      id: office.id,
      name: officeName(office),
      timeZone: office.timeZone,
      languages: office.languages,
    },
    ...{ at, rehearsal, outside, range: told.now, before: told.before, yearBefore: told.yearBefore },
    // Outside nobody is called by name.
    names: namesIn(tables, office, outside ? new Map() : officers),
    sections: written,
  };
}

function writtenSection({ form, rows }: Table, shown: typeof everything): Report['sections'][number] {
  const figuresOf = (row: Row): Figure[] => {
    const { now, before, yearBefore } = shown({ form, rows }, row);
    return form.columns.map((_, at) => ({
      now: now[at] ?? null,
      before: before[at] ?? null,
      yearBefore: yearBefore[at] ?? null,
    }));
  };
  return {
    id: form.id,
    keys: [...form.keys],
    columns: form.columns.map(({ id, unit, of }) => ({ id, unit, of })),
    rows: rows.map((row) => ({ keys: [...row.keys], figures: figuresOf(row) })),
  };
}

/** In the office's first language. */
const officeName = ({ name, languages, id }: Office): string => name[languages[0] ?? ''] ?? id;

/** `issued` is the first of the totals. */
const datesWithNumbers = ({ days }: RangeCounts): number =>
  [...days.values()].filter(({ totals: [issued = 0] }) => issued > 0).length;
