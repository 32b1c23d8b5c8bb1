/** Finding sections, rows and figures of a report, and what a row is called. */
import type { Figure, Report, Section, Unit } from '../../contract/report.ts';
import type { PaperWords } from './words.ts';

type Row = Section['rows'][number];

export const sectionIn = (report: Report, id: string): Section | undefined =>
  report.sections.find((section) => section.id === id);

export const figureIn = (section: Section, row: Row | undefined, column: string): Figure | undefined =>
  row?.figures[section.columns.findIndex(({ id }) => id === column)];

export const unitIn = (section: Section, column: string): Unit =>
  section.columns.find(({ id }) => id === column)?.unit ?? 'count';

export interface Told {
  readonly figure: Figure;
  readonly unit: Unit;
}

/** A figure of the whole time, with how it is read; undefined where the report has none of it. */
export function totalIn(report: Report, column: string): Told | undefined {
  const section = sectionIn(report, 'totals');
  const figure = section && figureIn(section, section.rows[0], column);
  return section && figure ? { figure, unit: unitIn(section, column) } : undefined;
}

/** Names are written on one line, whatever is in them: what steers a line or turns its direction goes. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** What a key of a row is called: the office's name of it, or our word for it, or itself. */
export function keyName({ names }: Report, words: PaperWords, kind: string, id: string): string {
  if (id === '') return words.nobody[kind] ?? '';
  if (kind === 'hour') return `${id}:00–${id}:59`;
  const named = names[kind]?.[id];
  return oneLine(
    named?.[words.language] ?? Object.values(named ?? {})[0] ?? words.keys[id] ?? ownName(words, kind, id),
  );
}

function ownName(words: PaperWords, kind: string, id: string): string {
  if (kind !== 'counter') return id;
  return id === '0' ? words.outsideOffice : words.counter(id);
}

export const rowNames = (report: Report, words: PaperWords, { keys }: Section, row: Row): string[] =>
  row.keys.map((id, index) => keyName(report, words, keys[index] ?? '', id));

export const isOneDay = ({ range }: Report): boolean => range.from === range.to;
