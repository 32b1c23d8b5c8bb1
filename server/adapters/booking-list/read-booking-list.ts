/** Reads the list of bookings that a national system exports (CSV): the bookings in it, and what is wrong in which line. */
import { found } from '../../contract/office/expected.ts';
import type { ListOptions, ListRead, WantedColumns } from './booking-line.ts';
import { findColumns, missingFrom, namesOf } from './columns.ts';
import { decode, isWorkbook } from './decode.ts';
import { findDelimiter } from './delimiter.ts';
import { joinFamilies } from './families.ts';
import { rowReader } from './read-row.ts';
import { readRows } from './rows.ts';

const mostBytes = 8 * 1024 * 1024;
/** Of the columns found, so many are told, each cut to so many characters. */
const mostTold = 50;
const longestTold = 40;

/** Never throws, whatever the bytes are. What the file says is not yet known to be possible: quotas and hours are the office's matter. */
export function readBookingList(bytes: Uint8Array, options: ListOptions): ListRead {
  if (bytes.length > mostBytes) return refused('expected a file of at most 8 MB, found a larger one');
  if (isWorkbook(bytes)) return refused('expected a CSV file, found a workbook: save it as CSV (UTF-8)');
  const { text, encoding } = decode(bytes);
  const wanted = options.columns ?? {};
  const delimited = findDelimiter(text, wanted);
  if ('message' in delimited) return refused(delimited.message);
  const { delimiter, table, firstLine } = delimited;
  const read = readRows(table, delimiter, firstLine);
  if ('message' in read) return refused(read.message);
  const [header, ...rows] = read.rows;
  if (header === undefined) return refused('expected a list with a header, found an empty file');
  const columns = findColumns(header.cells, wanted);
  const missing = missingFrom(columns);
  if (missing.length > 0) return withoutColumns(missing, wanted, header.cells);
  const readRow = rowReader(columns, header.cells.length, options);
  return { ok: true, ...joinFamilies(rows.map(readRow)), encoding, delimiter };
}

const refused = (message: string): ListRead => ({ ok: false, message });

function withoutColumns(
  missing: ReturnType<typeof missingFrom>,
  wanted: WantedColumns,
  cells: readonly string[],
): ListRead {
  const looked = missing.map((column) => `${column} (${namesOf(column, wanted).join(', ')})`);
  const columns = cells
    .filter((cell) => cell !== '')
    .slice(0, mostTold)
    .map((cell) => (cell.length > longestTold ? `${cell.slice(0, longestTold - 1)}…` : cell));
  const seen = columns.length > 0 ? columns.map(found).join(', ') : 'none';
  return {
    ok: false,
    message: `expected a column for ${looked.join(' and for ')}, found the columns ${seen}`,
    columns,
  };
}
