/** Lines of a CSV file (RFC 4180), packed with gzip or not, as records by column. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Mistake } from '../mistake.ts';

export interface Table {
  readonly columns: readonly string[];
  /** Each with the number of its line, for messages. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const gzipMagic = [0x1f, 0x8b];

/** @throws a `Mistake` that says what is wrong with the file */
export function readTable(file: string): Table {
  const bytes = bytesOf(file);
  const isPacked = gzipMagic.every((byte, index) => bytes[index] === byte);
  try {
    return parseTable((isPacked ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Mistake(`${file}: not readable as CSV or packed CSV: ${why}`);
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Mistake(code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${code}`);
  }
}

/** Cells may stand in quotes, with commas and doubled quotes in them; lines may not. */
export function parseTable(text: string): Table {
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = cellsOf(first);
  const rows = lines
    .map((line, index) => ({ line: index + 2, text: line }))
    .filter((row) => row.text !== '')
    .map((row) => ({ line: row.line, cells: cellsOf(row.text) }));
  return { columns, rows };
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y;
  for (;;) {
    const found = cell.exec(line);
    if (!found) throw new Error(`a quote that does not end in: ${line.slice(0, 80)}`);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '') return cells;
  }
}
