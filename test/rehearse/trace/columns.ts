/** Cells of a table by the names of their columns, checked: a wrong one is told with its line. */
import { Mistake } from '../mistake.ts';
import type { Table } from './csv.ts';

export interface Row<Column extends string> {
  text(column: Column): string;
  /** A date such as 2020-01-13. */
  date(column: Column): string;
  /** Seconds since midnight of `08:05` or `08:05:30`. */
  time(column: Column): number;
  whole(column: Column): number;
}

export const hasColumns = (table: Table, columns: readonly string[]): boolean =>
  columns.every((column) => table.columns.includes(column));

export function rowsOf<Column extends string>(table: Table, columns: readonly Column[]): Row<Column>[] {
  const places = new Map(columns.map((column) => [column, table.columns.indexOf(column)]));
  return table.rows.map(({ line, cells }) => {
    if (cells.length !== table.columns.length)
      throw new Mistake(`line ${line}: expected ${table.columns.length} cells, found ${cells.length}`);
    const text = (column: Column) => cells[places.get(column) ?? -1] ?? '';
    const wrong = (column: Column, expected: string) =>
      new Mistake(`line ${line}: ${column}: expected ${expected}, found "${text(column).slice(0, 40)}"`);
    return {
      text,
      date(column) {
        if (!/^\d{4}-\d{2}-\d{2}$/.test(text(column))) throw wrong(column, 'a date such as 2020-01-13');
        return text(column);
      },
      time(column) {
        const found = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text(column));
        if (!found) throw wrong(column, 'a time such as 08:05 or 08:05:30');
        return Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0);
      },
      whole(column) {
        if (!/^\d{1,6}$/.test(text(column))) throw wrong(column, 'a whole number');
        return Number(text(column));
      },
    };
  });
}
