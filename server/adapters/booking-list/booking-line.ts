/** What a list of bookings is read into: the bookings, and the mistakes with their lines. */
import type { Name } from '../../contract/values.ts';

export const columnNames = [
  'reference',
  'group',
  'name',
  'birthDate',
  'phone',
  'service',
  'lane',
  'date',
  'time',
  'details',
] as const;
export type ColumnName = (typeof columnNames)[number];

export interface ListedPerson {
  readonly name: string;
  /** `1990-05-01`. Null: not given. */
  readonly birthDate: string | null;
}

/** One booking: a row of the list, or the rows of a family. */
export interface BookingLine {
  /** In the file, as an editor counts; of a family the first. */
  readonly line: number;
  /** The booking's number in the system that the list comes from; of a family the first one given. */
  readonly reference: string | null;
  readonly group: string | null;
  readonly service: string | null;
  readonly lane: string | null;
  /** `2026-11-26`. */
  readonly date: string;
  /** Minute of the day in the office's time. Null: not given. */
  readonly time: number | null;
  readonly people: readonly ListedPerson[];
  /** E.164. */
  readonly phone: string | null;
  readonly details?: string;
}

export interface LineMistake {
  readonly line: number;
  readonly code: 'malformed';
  /** A `ColumnName`, or `line` where the row as a whole cannot be read. */
  readonly column: string;
  /** What was expected and what was found, the found text cut to 40 characters. */
  readonly message: string;
}

export type ListRead =
  | {
      readonly ok: true;
      readonly lines: BookingLine[];
      readonly mistakes: LineMistake[];
      readonly encoding: string;
      readonly delimiter: string;
    }
  /** Nothing of the file can be used. `columns`: those found in it. */
  | { readonly ok: false; readonly message: string; readonly columns?: string[] };

/** How the office calls the columns; an empty list: the column is not read. Absent: the usual names. */
export type WantedColumns = Partial<Record<ColumnName, string | readonly string[]>>;

export interface ListOptions {
  readonly columns?: WantedColumns;
  /** Ids of what can be booked; anything else is a mistake. */
  readonly services: readonly string[];
  /** Their names in the office's languages, by id: the list may use them too. */
  readonly serviceNames?: Readonly<Record<string, Name>>;
  /** Ids of the lanes. Absent: the text is handed on as it is written. */
  readonly lanes?: readonly string[];
  readonly laneNames?: Readonly<Record<string, Name>>;
}
