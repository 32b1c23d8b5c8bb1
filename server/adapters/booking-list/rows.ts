/** From the text of a list to its rows, each with its line in the file. */
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';

export interface Row {
  /** Where it begins: a row whose cells hold line breaks takes several lines. */
  readonly line: number;
  readonly cells: readonly string[];
}
export type Rows = { readonly rows: Row[] } | { readonly message: string };

/** A day of the largest office has some hundreds. */
const mostRows = 50_000;
/** Bytes. A longer row is the rest of the file behind a quote that nobody closed. */
const longestRow = 65_536;

/** The rows that hold anything, the header first. `firstLine`: the line of the file where the text begins. */
export function readRows(text: string, delimiter: string, firstLine: number): Rows {
  const rows: Row[] = [];
  let records = 0;
  let line = firstLine;
  // The library counts a CR LF between quotes as two lines.
  let tooMany = 0;
  const take = (record: string[], { lines }: InfoRecord): null => {
    const breaks = breaksIn(record);
    line = firstLine - 1 + lines - tooMany - breaks.letters;
    tooMany += breaks.letters - breaks.lines;
    const cells = record.map(plainText);
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    records++;
    line += breaks.lines + 1;
    return null;
  };
  try {
    parse(text, { ...asSpreadsheetsWrite, delimiter, on_record: take });
  } catch (error) {
    // The library tells of a broken row only by throwing.
    if (error instanceof CsvError) return { message: brokenRow(error.code, line) };
    throw error;
  }
  if (records > mostRows + 1) return { message: `expected at most ${mostRows} rows, found more` };
  return { rows };
}

const asSpreadsheetsWrite = {
  // All three: exports that were edited by hand mix them.
  record_delimiter: ['\r\n', '\n', '\r'],
  // One row with too few or too many cells is that row's mistake, and a quote within a text is a letter.
  relax_column_count: true,
  relax_quotes: true,
  ltrim: true,
  skip_empty_lines: true,
  max_record_size: longestRow,
  // Rows of empty cells count: each row of another width than the header costs the library an error with its stack.
  to: mostRows + 2,
};

function brokenRow(code: string, line: number): string {
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    ? `expected rows of a list, found one from line ${line} on that does not end: perhaps a quote is not closed`
    : `expected rows of a list, found one in line ${line} that cannot be read`;
}

/** Without what guards it from a spreadsheet's guesses: `="0812"`, `'0812`, and quotes with spaces around them. */
function plainText(cell: string): string {
  const text = cell.trim();
  if (text.endsWith('"') && /^="|^"/.test(text)) return text.replace(/^=?"/, '').slice(0, -1).trim();
  return /^'[+\d]/.test(text) ? text.slice(1) : text;
}

function breaksIn(cells: readonly string[]): { letters: number; lines: number } {
  let letters = 0;
  let lines = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    letters += cell.match(/[\r\n]/g)?.length ?? 0;
    lines += cell.match(/\r\n|[\r\n]/g)?.length ?? 0;
  }
  return { letters, lines };
}
