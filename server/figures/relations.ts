/** Which figures of a report add up to which: all subtractions that somebody outside could try. */
import type { Relation } from './complement.ts';
import type { Column } from './sections.ts';
import type { Period, Row, Table } from './table.ts';

/** Places and trips are no people: nobody is told of by them. */
const notPeople = new Set(['places', 'released', 'trips']);
export const isOfPeople = ({ id, from }: Column): boolean =>
  (from === 'sum' || from === 'size') && !notPeople.has(id);

/** The columns of one row that can add up to another one; what they are of decides whether they do. */
const inRow: readonly (readonly [total: string, ...parts: string[]])[] = [
  ['issued', 'served', 'noShow', 'incomplete', 'cancelled', 'unfinished'],
  ['issued', 'served', 'noShow'],
  ['issued', 'served'],
  ['issued', 'people'],
  ['issued', 'promiseKept', 'promiseBroken', 'promiseLapsed'],
  ['issued', 'toldKept', 'toldMissed'],
  ['served', 'promiseKept', 'promiseBroken'],
  ['served', 'stays'],
  ['promiseBroken', 'brokenInOutage'],
  ['handoverBroken', 'claims'],
  ['claims', 'claimsNotCharged', 'claimsRefunded', 'claimsOpen'],
  ['calls', 'served', 'noShow'],
  ['calls', 'services'],
  ['calls', 'services', 'noShow'],
  ['services', 'served'],
  ['services', 'walks'],
  ['waits', 'walks'],
  ['waits', 'services'],
  ['called', 'waits'],
  ['booked', 'people'],
  ['booked', 'came', 'expired', 'cancelled'],
  ['came', 'people'],
  ['requests', 'accepted', 'refused'],
  ['visits', 'people'],
  ['visits', 'done', 'noShow', 'incomplete'],
  ['visits', 'done'],
];

/** Where the total of a column has another name. */
const totalOf: Readonly<Record<string, string>> = {
  'screenings/count': 'screened',
  'offsite/visits': 'offsite',
};

/** Places of the figures of one period: the figure of a column of the row with this number. */
export interface Cells {
  at(table: Table, row: number, column: string): number;
  readonly values: readonly number[];
}

export function relationsIn(tables: readonly Table[], period: Period, cells: Cells): Relation[] {
  const totals = tables.find(({ form }) => form.keys.length === 0);
  return tables.flatMap((table) => [
    ...ofRows(table, period, cells),
    ...(table === totals ? [] : ofColumns(table, totals, cells)),
    ...(table.form.id === 'waits' ? ofHours(table, tables, cells) : []),
  ]);
}

/** Only what is true of these figures: whoever subtracts where it is not finds something wrong. */
const holds = ({ total, parts }: Relation, { values }: Cells): boolean =>
  (values[total] ?? 0) === parts.reduce((sum, part) => sum + (values[part] ?? 0), 0);

function ofRows(table: Table, period: Period, cells: Cells): Relation[] {
  const ids = new Set(table.form.columns.map(({ id }) => id));
  const candidates = inRow.filter((columns) => columns.every((id) => ids.has(id)));
  return table.rows.flatMap(({ values }, row) => {
    if (!values[period].some((value) => value !== null && value > 0)) return [];
    return candidates
      .map(([total, ...parts]) => ({
        total: cells.at(table, row, total),
        parts: parts.map((part) => cells.at(table, row, part)),
      }))
      .filter((relation) => holds(relation, cells));
  });
}

/** Each column's sum counts as known, even where the report does not tell it; so does that of each first key. */
function ofColumns(table: Table, totals: Table | undefined, cells: Cells): Relation[] {
  const { form, rows } = table;
  const upTo = (column: string, parts: readonly number[]): Relation => {
    const isTold = totals?.form.columns.some(({ id }) => id === column) ?? false;
    const relation = { total: totals && isTold ? cells.at(totals, 0, column) : -1, parts };
    return holds(relation, cells) ? relation : { total: -1, parts };
  };
  const sums = rows.flatMap((row, at) => (isSum(row) ? [at] : []));
  const single = rows.flatMap((row, at) => (isSum(row) ? [] : [at]));
  const people = form.columns.filter(isOfPeople).map(({ id }) => id);
  const found = people.flatMap((column) => {
    const cellsOf = (all: readonly number[]): number[] => all.map((row) => cells.at(table, row, column));
    const name = totalOf[`${form.id}/${column}`] ?? column;
    const groups = form.keys.length === 2 ? Map.groupBy(single, (row) => rows[row]?.keys[0]) : new Map();
    return [
      upTo(name, cellsOf(single)),
      ...(sums.length > 0 ? [upTo(name, cellsOf(sums))] : []),
      ...[...groups].map(([key, parts]) => {
        const sum = sums.find((row) => rows[row]?.keys[0] === key);
        return { total: sum === undefined ? -1 : cells.at(table, sum, column), parts: cellsOf(parts) };
      }),
    ];
  });
  if (form.id !== 'satisfaction') return found;
  // The share that is satisfied tells how many are good, and so how many are not.
  const ratings = (...ids: string[]): number[] =>
    single.flatMap((row) => ids.map((id) => cells.at(table, row, id)));
  return [...found, upTo('rated', ratings(...people)), { total: -1, parts: ratings('fair', 'poor') }];
}

/** A row that sums up others: all hours of a step. */
const isSum = ({ keys }: Row): boolean => keys.length === 2 && keys[1] === '';

/** The waits of all steps in one hour are those of the hour. */
function ofHours(table: Table, tables: readonly Table[], cells: Cells): Relation[] {
  const hours = tables.find(({ form }) => form.id === 'hours');
  if (!hours) return [];
  return hours.rows.map(({ keys: [hour] }, at) => ({
    total: cells.at(hours, at, 'waits'),
    parts: table.rows.flatMap(({ keys }, row) => (keys[1] === hour ? [cells.at(table, row, 'waits')] : [])),
  }));
}
