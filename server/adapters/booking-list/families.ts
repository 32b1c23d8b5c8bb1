/** Rows that belong together become one booking; a number that stands twice is a mistake. */
import { found } from '../../contract/office/expected.ts';
import type { BookingLine, ColumnName, LineMistake } from './booking-line.ts';
import type { RowRead } from './read-row.ts';
import { folded } from './texts.ts';

/** What the rows of a family must agree in. */
const shared = ['date', 'time', 'service', 'lane'] as const;

export interface Joined {
  readonly lines: BookingLine[];
  readonly mistakes: LineMistake[];
}

/** A mistake in one row of a family refuses the family, and each of its rows says so. */
export function joinFamilies(rows: readonly RowRead[]): Joined {
  noteRepeated(rows);
  const lines: BookingLine[] = [];
  for (const family of familiesOf(rows)) {
    noteDisagreements(family);
    const broken = family.find(({ mistakes }) => mistakes.length > 0);
    if (broken) noteRefused(family, broken.line);
    else lines.push(...joined(family.flatMap(({ booking }) => booking ?? [])));
  }
  return { lines, mistakes: rows.flatMap(({ mistakes }) => mistakes) };
}

/** By their first row, wherever in the file the others stand. */
function familiesOf(rows: readonly RowRead[]): Iterable<RowRead[]> {
  const families = new Map<string | RowRead, RowRead[]>();
  for (const row of rows) {
    const key = row.group === null ? row : folded(row.group);
    const family = families.get(key);
    if (family) family.push(row);
    else families.set(key, [row]);
  }
  return families.values();
}

/** The rows of a family may share a number; any other number stands once. */
function noteRepeated(rows: readonly RowRead[]): void {
  const seen = new Map<string, RowRead>();
  for (const row of rows) {
    if (row.reference === null) continue;
    const key = folded(row.reference);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else if (row.group === null || first.group === null || folded(row.group) !== folded(first.group))
      note(
        row,
        'reference',
        `expected a number that stands once, found ${found(row.reference)} also in line ${first.line}`,
      );
  }
}

function noteDisagreements(family: readonly RowRead[]): void {
  for (const column of shared) {
    let said: BookingLine | undefined;
    for (const row of family) {
      const value = row.booking?.[column] ?? null;
      if (row.booking === null || value === null) continue;
      said ??= row.booking;
      if (said[column] !== value)
        note(row, column, `expected the ${column} of the group, as in line ${said.line}, found another`);
    }
  }
}

function noteRefused(family: readonly RowRead[], broken: number): void {
  for (const row of family)
    if (row.mistakes.length === 0)
      note(row, 'group', `expected a group without mistakes, found one in line ${broken}`);
}

const note = (row: RowRead, column: ColumnName, message: string): void => {
  row.mistakes.push({ line: row.line, code: 'malformed', column, message });
};

/** What a family says once counts for all: the first that is given, and everything that is noted. */
function joined(family: readonly BookingLine[]): BookingLine[] {
  const [first] = family;
  if (first === undefined || family.length === 1) return [...family];
  const given = <K extends keyof BookingLine>(key: K) =>
    family.find((line) => line[key] !== null)?.[key] ?? first[key];
  const details = [...new Set(family.flatMap((line) => line.details ?? []))];
  const booking = {
    ...first,
    reference: given('reference'),
    service: given('service'),
    lane: given('lane'),
    time: given('time'),
    phone: given('phone'),
    people: family.flatMap(({ people }) => people),
  };
  return [details.length > 0 ? { ...booking, details: details.join('; ') } : booking];
}
