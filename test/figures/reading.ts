/** Makes reports of facts and reads single figures out of them. */
import type { Office } from '../../server/contract/office.ts';
import type { FigureValue, Report, Section } from '../../server/contract/report.ts';
import { report as schema } from '../../server/contract/report.ts';
import { countDay } from '../../server/figures/count-day.ts';
import type { DayFacts } from '../../server/figures/facts.ts';
import type { DateRange } from '../../server/figures/ranges.ts';
import { isIn } from '../../server/figures/ranges.ts';
import { makeReport, rangesOf } from '../../server/figures/report.ts';
import { addCounts, emptyRange } from '../../server/figures/sum.ts';
import { eachPeriod } from '../../server/figures/table.ts';
import { contoh } from '../domain/office.ts';

export interface Asked {
  readonly days: readonly DayFacts[];
  readonly range: DateRange;
  readonly office?: Office;
  readonly outside?: boolean;
}

export function reportOf({ days, range, office = contoh(), outside = false }: Asked): Report {
  const ranges = rangesOf(range);
  const counts = eachPeriod((period) => {
    const sum = emptyRange();
    for (const day of days)
      if (isIn(ranges[period], day.date)) addCounts(sum, countDay(day, office.timeZone));
    return sum;
  });
  const officers = new Map([['ayu', 'Ayu Lestari']]);
  const at = '2026-11-26T09:00:00.000Z';
  return schema.parse(makeReport({ office, officers, at, rehearsal: false, outside, range, counts }));
}

export function sectionIn(report: Report, id: string): Section {
  const section = report.sections.find((one) => one.id === id);
  if (!section) throw new Error(`the report has no section ${id}`);
  return section;
}

/** All rows of a section by their keys, each with its figures that are not 0 and not null, by column. */
export function rowsOf(
  report: Report,
  id: string,
  period: 'now' | 'before' | 'yearBefore' = 'now',
): Record<string, Record<string, FigureValue>> {
  const { columns, rows } = sectionIn(report, id);
  return Object.fromEntries(
    rows.map(({ keys, figures }) => [
      keys.join(' '),
      Object.fromEntries(
        columns.flatMap((column, at) => {
          const value = figures[at]?.[period] ?? null;
          return value === null || value === 0 ? [] : [[column.id, value]];
        }),
      ),
    ]),
  );
}

export const totalsOf = (report: Report, period?: 'now' | 'before' | 'yearBefore') =>
  rowsOf(report, 'totals', period)[''] ?? {};
