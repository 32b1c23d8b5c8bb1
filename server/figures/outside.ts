/**
 * Hides figures of fewer than five people from those outside the office, and as many others as it takes that none of them
 * can be found by subtraction. Two reports of ranges that differ by one date are not held against each other.
 */
import type { FigureValue } from '../contract/report.ts';
import { areFew, hideComplements } from './complement.ts';
import { hidePlacesAndChannels } from './places-and-channels.ts';
import type { DateRange } from './ranges.ts';
import { isIn } from './ranges.ts';
import { isOfPeople, relationsIn } from './relations.ts';
import type { Column } from './sections.ts';
import type { OfPeriods, Period, Row, Table } from './table.ts';
import { eachPeriod } from './table.ts';

/** Which figures are hidden: by table, row and column. */
type Shown = (table: Table, row: Row) => OfPeriods<FigureValue[]>;

export const everything: Shown = (_, { values }) => values;

/** What may be shown outside, found in pieces. @param ranges of the three periods */
export function* shownOutside(
  tables: readonly Table[],
  ranges: OfPeriods<DateRange>,
): Generator<undefined, Shown, undefined> {
  const places = placesOf(tables);
  const close = areClose(ranges) ? differencesThatTell(tables, places) : [];
  const now = hiddenIn(tables, 'now', places, []);
  yield;
  const before = hiddenIn(tables, 'before', places, close);
  yield;
  const hidden = { now, before, yearBefore: hiddenIn(tables, 'yearBefore', places, close) };
  return (table, row) => {
    const at = places.rows.get(row) ?? 0;
    return eachPeriod((period) =>
      table.form.columns.map((column, index) => {
        const value = row.values[period][index] ?? null;
        if (value === null || (value === 0 && isCount(column))) return value;
        return isHidden(
          table,
          row,
          period,
          column,
          (id) => hidden[period][at + places.column(table, id)] ?? false,
        )
          ? 'few'
          : value;
      }),
    );
  };
}

interface Places {
  /** Of the first figure of each row. */
  readonly rows: ReadonlyMap<Row, number>;
  readonly size: number;
  column(table: Table, id: string): number;
}

function placesOf(tables: readonly Table[]): Places {
  const rows = new Map<Row, number>();
  let size = 0;
  for (const table of tables)
    for (const row of table.rows) {
      rows.set(row, size);
      size += table.form.columns.length;
    }
  const columns = new Map(
    tables.map(({ form }) => [form, new Map(form.columns.map(({ id }, at) => [id, at]))] as const),
  );
  return { rows, size, column: ({ form }, id) => columns.get(form)?.get(id) ?? 0 };
}

/** Counts first; times and shares follow from them. */
function hiddenIn(
  tables: readonly Table[],
  period: Period,
  places: Places,
  also: readonly number[],
): boolean[] {
  const values = Array<number>(places.size).fill(0);
  const hidden = Array<boolean>(places.size).fill(false);
  for (const { form, rows } of tables)
    for (const row of rows) {
      const first = places.rows.get(row) ?? 0;
      form.columns.forEach((column, at) => {
        if (!isCount(column)) return;
        const value = row.values[period][at] ?? 0;
        values[first + at] = value;
        hidden[first + at] = areFew(value);
      });
    }
  for (const place of also) if (values[place] !== 0) hidden[place] = true;
  const at = (table: Table, row: number, column: string): number => {
    const found = table.rows[row];
    return ((found && places.rows.get(found)) ?? 0) + places.column(table, column);
  };
  hideComplements(relationsIn(tables, period, { at, values }), values, hidden);
  hidePlacesAndChannels(tables, values, hidden, at);
  return hidden;
}

const isCount = ({ from }: Column): boolean => from === 'sum' || from === 'size';

function isHidden(
  { form }: Table,
  { values }: Row,
  period: Period,
  column: Column,
  isCountHidden: (id: string) => boolean,
): boolean {
  if (column.from !== 'share') return isCountHidden(column.of);
  const told = [...column.part, ...column.whole].filter((id) => form.columns.some((each) => each.id === id));
  if (told.some(isCountHidden)) return true;
  // What is a share of places is found by the counts beside it; a share of people must not be of few, nor leave few.
  const base = form.columns.findIndex(({ id }) => id === column.of);
  const of = form.columns[base];
  if (of === undefined || of === column || !isOfPeople(of)) return false;
  const whole = values[period][base] ?? 0;
  const part = Math.round((values[period][form.columns.indexOf(column)] ?? 0) * whole);
  return areFew(part) || areFew(whole - part);
}

/** Ranges of a year: the one before and the same dates a year before differ by a leap day at most. */
function areClose({ before, yearBefore }: OfPeriods<DateRange>): boolean {
  const holds = (one: DateRange, other: DateRange): boolean => isIn(one, other.from) && isIn(one, other.to);
  return holds(before, yearBefore) || holds(yearBefore, before);
}

/** The figures of which the difference of the two would be of few. */
function differencesThatTell(tables: readonly Table[], places: Places): number[] {
  return tables.flatMap(({ form, rows }) =>
    rows.flatMap((row) =>
      form.columns.flatMap((column, at) => {
        const difference = (row.values.before[at] ?? 0) - (row.values.yearBefore[at] ?? 0);
        const tells = isOfPeople(column) && form.id !== 'days' && areFew(Math.abs(difference));
        return tells ? [(places.rows.get(row) ?? 0) + at] : [];
      }),
    ),
  );
}
