/** Holds a report against a recount, value by value: a difference is a line that names section, row, column and period. */
import type { Report, Section } from '../../../server/contract/report.ts';
import { columns } from './columns.ts';
import type { History } from './recount.ts';
import { recount } from './recount.ts';
import type { Sheet } from './sheet.ts';
import { createSheet, rowName } from './sheet.ts';

const periods = ['now', 'before', 'yearBefore'] as const;
type Period = (typeof periods)[number];
type Sheets = Readonly<Record<Period, Sheet>>;

const plus = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
const aYearBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ years: 1 }).toString();
const datesFrom = (from: string, to: string): string[] => {
  const dates: string[] = [];
  for (let date = from; date <= to; date = plus(date, 1)) dates.push(date);
  return dates;
};

/** Empty: every value of the report is what was counted, and nothing is missing. */
export function differences(report: Report, history: History): string[] {
  const { from, to } = report.range;
  const dates = datesFrom(from, to);
  const before = dates.map((date) => plus(date, -dates.length));
  const sheets = {
    now: sheetOf(history, dates),
    before: sheetOf(history, before),
    yearBefore: sheetOf(history, datesFrom(aYearBefore(from), aYearBefore(to))),
  };
  for (const [place, date] of dates.entries()) {
    const then = { now: date, before: before[place] ?? '', yearBefore: aYearBefore(date) };
    for (const period of periods) countDay(history, then[period], date, sheets[period]);
  }
  const ids = report.sections.map(({ id }) => id).join(' ');
  const known = Object.keys(columns).join(' ');
  const sections = report.sections.flatMap((section) => ofSection(section, sheets));
  return [...(ids === known ? [] : [`sections: ${ids}`]), ...sections];
}

function sheetOf(history: History, dates: readonly string[]): Sheet {
  const sheet = createSheet();
  recount(history, dates, sheet);
  return sheet;
}

/** The row of a date: the totals of whatever date stands there in this period. */
function countDay(history: History, date: string, row: string, sheet: Sheet): void {
  const day = createSheet();
  const counting: Sheet = {
    ...day,
    time(section, keys, name, ms) {
      if (section === 'totals') sheet.time('days', [row], name, ms);
      day.time(section, keys, name, ms);
    },
    add(section, keys, column, count) {
      if (section === 'totals') sheet.add('days', [row], column, count);
      day.add(section, keys, column, count);
    },
  };
  recount(history, [date], counting);
}

function ofSection(section: Section, sheets: Sheets): string[] {
  const { id } = section;
  const names = (columns[id] ?? []).map(([name]) => name);
  const theirs = section.columns.map((column) => column.id).join(' ');
  if (theirs !== names.join(' ')) return [`${id}: columns ${theirs}`];
  const shown = new Map(section.rows.map((row) => [rowName(row.keys), row]));
  const counted = new Set(periods.flatMap((period) => sheets[period].rows(id)));
  const missing = [...counted].filter((row) => !shown.has(row) && hasAnything(id, row, names, sheets));
  return [
    ...missing.map((row) => `${id}, ${row}: no such row in the report`),
    ...[...shown].flatMap(([row, { figures }]) => [
      ...(id === 'totals' || hasAnything(id, row, names, sheets) ? [] : [`${id}, ${row}: a row of nothing`]),
      ...names.flatMap((name, place) =>
        periods.flatMap((period) => {
          const [told, own] = [figures[place]?.[period], sheets[period].value(id, row, name)];
          return told === own
            ? []
            : [`${id}, ${row}, ${name}, ${period}: ${told} in the report, ${own} counted`];
        }),
      ),
    ]),
  ];
}

const hasAnything = (id: string, row: string, names: readonly string[], sheets: Sheets): boolean =>
  periods.some((period) => names.some((name) => (sheets[period].value(id, row, name) ?? 0) !== 0));
