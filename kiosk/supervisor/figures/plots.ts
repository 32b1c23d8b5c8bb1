/** What the charts show, as plain numbers: which series over which labels, and the table that says the same. */
import type { Section, Unit } from '../../../server/contract/report.ts';
import { amount } from './amounts.ts';
import { drawn, figureIn, unitIn } from './columns.ts';
import { keyName, type Naming } from './key-names.ts';

export interface Series {
  readonly label: string;
  /** Of the period before: drawn quietly, as a line. */
  readonly isBefore: boolean;
  readonly values: readonly (number | null)[];
}

export interface Plot {
  readonly id: string;
  readonly title: string;
  readonly form: 'bars' | 'stacked' | 'lines';
  readonly unit: Unit;
  readonly labels: readonly string[];
  /** Its rows are names and no times: they lie, so that the names can be read. */
  readonly isLying: boolean;
  readonly series: readonly Series[];
  /** What the chart says, in a sentence or two. */
  readonly essence: string;
  /** Some of it is hidden outside the office. */
  readonly hasFew: boolean;
  readonly section: Section;
  /** Columns that are drawn, and those of the table. */
  readonly drawn: readonly string[];
  readonly columns: readonly string[];
}

export type Wanted = readonly (readonly [column: string, label: string])[];
export type Shape = Pick<Plot, 'id' | 'title' | 'form' | 'drawn' | 'columns'>;

/**
 * One label a row, one series a column.
 * @param before what the first column is called as it was before; null: that is not drawn
 */
export function byRow(
  section: Section,
  shape: Shape,
  wanted: Wanted,
  naming: Naming,
  before: string | null,
): Plot {
  const rows = section.rows.filter(({ keys }) => isDrawn(section, keys));
  const column = (id: string, which: 'now' | 'before') =>
    rows.map((row) => drawn(figureIn(section, row, id)?.[which]));
  const now = wanted.map(([id, name]) => ({ label: name, isBefore: false, values: column(id, 'now') }));
  const first = wanted[0]?.[0] ?? '';
  const was = before === null ? [] : [{ label: before, isBefore: true, values: column(first, 'before') }];
  const labels = rows.map(({ keys }) =>
    keys.flatMap((id, at) => (id === '' ? [] : keyName(section.keys[at] ?? '', id, naming))).join(' · '),
  );
  const series = [...now, ...was.filter(({ values }) => values.some((value) => value !== null))];
  return complete(section, shape, labels, series, naming);
}

/** Of a step and its hours the row of all hours is drawn; the table has them all. */
function isDrawn({ keys: kinds }: Section, keys: readonly string[]): boolean {
  return kinds[0] !== 'step' || kinds[1] !== 'hour' || keys[1] === '';
}

function complete(
  section: Section,
  shape: Shape,
  labels: readonly string[],
  series: readonly Series[],
  naming: Naming,
): Plot {
  const unit = unitIn(section, shape.drawn[0] ?? '');
  const { texts, reader } = naming;
  const shown = section.columns.flatMap(({ id }, index) => (shape.columns.includes(id) ? [index] : []));
  const essence = series
    .filter(({ isBefore }) => !isBefore)
    .flatMap(({ label, values }) => {
      const most = Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));
      if (!Number.isFinite(most)) return [];
      const where = labels[values.indexOf(most)] ?? '';
      return [texts.charts.highest(label, amount(most, unit, reader.language), where)];
    });
  return {
    ...shape,
    unit,
    labels,
    isLying: !['hour', 'date'].includes(section.keys[0] ?? ''),
    series,
    essence: essence.join(' '),
    hasFew: section.rows.some(({ figures }) => shown.some((index) => figures[index]?.now === 'few')),
    section,
  };
}
