/** Finding sections, columns and figures of a report. */
import type { Figure, FigureValue, Report, Section, Unit } from '../../../server/contract/report.ts';

export type Row = Section['rows'][number];
export type Column = Section['columns'][number];
export type Against = 'before' | 'yearBefore';

/** Undefined where the report has none, or nothing is in it. */
export function sectionIn(report: Report, id: string): Section | undefined {
  const section = report.sections.find((one) => one.id === id);
  return section && section.rows.length > 0 ? section : undefined;
}

export function figureIn(section: Section, row: Row | undefined, column: string): Figure | undefined {
  return row?.figures[section.columns.findIndex(({ id }) => id === column)];
}

export const unitIn = (section: Section, column: string): Unit =>
  section.columns.find(({ id }) => id === column)?.unit ?? 'count';

/** A figure of the whole time, with how it is read. */
export function totalIn(report: Report, column: string): { figure: Figure; unit: Unit } | undefined {
  const section = sectionIn(report, 'totals');
  const figure = section && figureIn(section, section.rows[0], column);
  return section && figure && { figure, unit: unitIn(section, column) };
}

/** As a chart draws it: what is hidden or was not counted leaves a gap. */
export const drawn = (value: FigureValue | undefined): number | null =>
  typeof value === 'number' ? value : null;
