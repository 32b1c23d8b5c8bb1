/** Which figures stand in the tables of the page, as texts. */
import type { Report, Section } from '../../../contract/report.ts';
import { amount } from '../amounts.ts';
import { figureIn, rowNames, sectionIn, totalIn, unitIn } from '../reading.ts';
import type { PaperWords } from '../words.ts';

type Row = Section['rows'][number];

/** The first cell of each row is its name. */
export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows for which there is no room. */
  readonly left: number;
}

/** All hours of a step together: the row without an hour. */
const ofAllHours = ({ keys }: Row): boolean => keys[1] === '';
const mostRows = 12;

/** Over the whole width. */
export const visitsTable = (report: Report, words: PaperWords): Table | null =>
  tableOf(report, words, 'visits', [
    ...['issued', 'people', 'served', 'noShow', 'incomplete', 'cancelled', 'unfinished'],
    ...['promiseKept', 'promiseBroken'],
  ]);

/** In two columns, in this order; without those that have no rows. */
export const smallTables = (report: Report, words: PaperWords): readonly Table[] =>
  [
    tableOf(report, words, 'waits', ['waits', 'waitMedian', 'waitP90'], ofAllHours),
    tableOf(report, words, 'services', ['services', 'serviceMedian', 'serviceP90'], ofAllHours),
    promisesTable(report, words),
    tableOf(report, words, 'handovers', ['handoverKept', 'handoverBroken', 'claims', 'claimsOpen']),
    tableOf(report, words, 'quotas', ['places', 'booked', 'walkedIn', 'usedShare']),
    tableOf(report, words, 'channels', ['booked', 'came', 'expired']),
    tableOf(report, words, 'incomplete', ['count']),
    tableOf(report, words, 'screenings', ['count']),
    tableOf(report, words, 'outcomes', ['count']),
    tableOf(report, words, 'offsite', ['requests', 'trips', 'visits', 'done']),
    tableOf(report, words, 'satisfaction', ['good', 'fair', 'poor', 'satisfiedShare']),
  ].filter((table) => table !== null);

function tableOf(
  report: Report,
  words: PaperWords,
  id: string,
  columns: readonly string[],
  isWanted: (row: Row) => boolean = () => true,
): Table | null {
  const section = sectionIn(report, id);
  const rows = section?.rows.filter(isWanted) ?? [];
  if (!section || rows.length === 0) return null;
  const cells = (row: Row) =>
    columns.map((column) => amount(figureIn(section, row, column)?.now, unitIn(section, column), words));
  const named = (row: Row) => rowNames(report, words, section, row).filter((name) => name !== '');
  // Step and hour: the hour is the same in all of them.
  const name = (row: Row) => (isWanted === ofAllHours ? (named(row)[0] ?? '') : named(row).join(' · '));
  return {
    title: words.sections[id] ?? id,
    heads: columns.map((column) => words.heads[column] ?? words.columns[column] ?? column),
    rows: rows.slice(0, mostRows).map((row) => [name(row), ...cells(row)]),
    left: Math.max(0, rows.length - mostRows),
  };
}

const promised = [
  'promiseKept',
  'promiseBroken',
  'promiseLapsed',
  'brokenInOutage',
  'toldShare',
  'toldMissed',
];

/** Of the whole office, beside the times before. */
function promisesTable(report: Report, words: PaperWords): Table | null {
  const rows = promised.flatMap((column) => {
    const told = totalIn(report, column);
    if (!told) return [];
    const { figure, unit } = told;
    const all = [figure.now, figure.before, figure.yearBefore].map((value) => amount(value, unit, words));
    return [[words.columns[column] ?? column, ...all]];
  });
  const { now, before, yearBefore } = words.compared;
  return rows.length === 0
    ? null
    : { title: words.promises, heads: [now, before, yearBefore], rows, left: 0 };
}
