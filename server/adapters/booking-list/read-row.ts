/** One row of a list, cell by cell: what it says, and everything that is wrong with it. */
import { canBeBornBy } from '../../contract/booked-person.ts';
import { found } from '../../contract/office/expected.ts';
import { readPhone } from '../../contract/phone.ts';
import type { BookingLine, ColumnName, LineMistake, ListOptions } from './booking-line.ts';
import type { Columns } from './columns.ts';
import { readDate, readTime } from './dates.ts';
import type { Row } from './rows.ts';
import { readCode, readDetails, readName, readWord } from './texts.ts';

/** `booking` is null where there are mistakes; the rest is still needed to find what belongs together. */
export interface RowRead {
  readonly line: number;
  readonly reference: string | null;
  readonly group: string | null;
  readonly booking: BookingLine | null;
  readonly mistakes: LineMistake[];
}

export type ReadRow = (row: Row) => RowRead;

/** A cell's value. Null: the cell is empty, or its mistake was noted. */
type Cell = <T>(column: ColumnName, read: (text: string) => T | null) => T | null;

const expected: Readonly<Record<Exclude<ColumnName, 'service' | 'lane'>, string>> = {
  reference: 'a number or code of at most 100 characters, kept as text by the spreadsheet',
  group: 'a number or code of at most 100 characters, kept as text by the spreadsheet',
  name: 'a name of 1 to 200 characters without line breaks',
  birthDate: 'a date that exists, such as 1990-05-31 or 31/05/1990',
  phone: 'a phone number such as 0812 3456 7890 or +62 812 3456 7890',
  date: 'a date that exists, such as 2026-11-26 or 26/11/2026',
  time: 'a time such as 08:30 or 08:00 - 09:00',
  details: 'at most 1000 characters',
};
const mostNamed = 10;

/** `width`: how many columns the header has. */
export function rowReader(columns: Columns, width: number, options: ListOptions): ReadRow {
  const service = readWord(options.services, options.serviceNames ?? {});
  const lane = options.lanes ? readWord(options.lanes, options.laneNames ?? {}) : readCode;
  const wording = {
    ...expected,
    service: `one of the services ${named(options.services)}`,
    lane: options.lanes ? `one of the lanes ${named(options.lanes)}` : 'a lane of at most 100 characters',
  };
  return (row) => {
    const mistakes = tooWide(row, width);
    const cell: Cell = (column, read) => {
      const text = row.cells[columns.get(column) ?? -1] ?? '';
      const value = text === '' ? null : read(text);
      if (value !== null || (text === '' && column !== 'name' && column !== 'date')) return value;
      mistakes.push(mistake(row.line, column, wording[column], text));
      return null;
    };
    return readCells(row.line, cell, { service, lane }, mistakes);
  };
}

type Words = Record<'service' | 'lane', (text: string) => string | null>;

function readCells(line: number, cell: Cell, words: Words, mistakes: LineMistake[]): RowRead {
  const reference = cell('reference', readCode);
  const group = cell('group', readCode);
  const name = cell('name', readName);
  const birthDate = cell('birthDate', readDate);
  const phone = cell('phone', readPhone);
  const service = cell('service', words.service);
  const lane = cell('lane', words.lane);
  const date = cell('date', readDate);
  const time = cell('time', readTime);
  const details = cell('details', readDetails);
  if (birthDate !== null && date !== null && !canBeBornBy(date)({ birthDate }))
    mistakes.push(mistake(line, 'birthDate', 'a birth date of somebody who comes on the date', birthDate));
  if (name === null || date === null || mistakes.length > 0)
    return { line, reference, group, booking: null, mistakes };
  const people = [{ name, birthDate }];
  const booking = { line, reference, group, service, lane, date, time, people, phone };
  return {
    ...{ line, reference, group, mistakes },
    booking: details === null ? booking : { ...booking, details },
  };
}

export function mistake(line: number, column: ColumnName | 'line', what: string, text: string): LineMistake {
  const seen = text === '' ? 'nothing' : found(text);
  return { line, code: 'malformed', column, message: `expected ${what}, found ${seen}` };
}

/** More cells than columns: a delimiter within a text has moved everything behind it. */
function tooWide({ line, cells }: Row, width: number): LineMistake[] {
  const beyond = cells.length > width ? cells.slice(width).find((cell) => cell !== '') : undefined;
  return beyond === undefined
    ? []
    : [mistake(line, 'line', `${width} cells, as many as the header has columns`, beyond)];
}

const named = (ids: readonly string[]): string =>
  ids.length > mostNamed ? `${ids.slice(0, mostNamed).join(', ')}, …` : ids.join(', ');
