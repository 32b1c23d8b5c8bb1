/** What separates the cells of a list: as its first line says, or as its header shows. */
import type { WantedColumns } from './booking-line.ts';
import { findColumns } from './columns.ts';

const delimiters = [',', ';', '\t', '|'];
/** Characters; no header is as long. */
const longestHeader = 65_536;

export interface Delimited {
  readonly delimiter: string;
  /** The text from its header on, and the line of the file where that begins. */
  readonly table: string;
  readonly firstLine: number;
}

/** Excel writes `sep=;` as a line of its own. Else the delimiter is the one that yields the most known columns, then the most columns. */
export function findDelimiter(text: string, wanted: WantedColumns): Delimited | { readonly message: string } {
  const said = /^"?sep=([,;\t|])"?[,;\t| ]*(?:\r\n|\r|\n|$)/i.exec(text);
  if (said?.[1] !== undefined) {
    return { delimiter: said[1], table: text.slice(said[0].length), firstLine: 2 };
  }
  const header = headerOf(text);
  if (header.length >= longestHeader)
    return {
      message: `expected a header of at most ${longestHeader} characters, found none that ends: perhaps a quote is not closed`,
    };
  const found = delimiters.map((delimiter) => {
    const cells = cellsOf(header, delimiter);
    return { delimiter, cells: cells.length, known: findColumns(cells, wanted).size };
  });
  const best = found.toSorted((a, b) => b.known - a.known || b.cells - a.cells)[0];
  return { delimiter: best?.delimiter ?? ',', table: text, firstLine: 1 };
}

/** The first line with anything in it; a line break between quotes is part of it. */
function headerOf(text: string): string {
  const start = text.replace(/^[\r\n ]+/, '').slice(0, longestHeader);
  let quoted = false;
  for (let index = 0; index < start.length; index++) {
    const letter = start[index];
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) return start.slice(0, index);
  }
  return start;
}

function cellsOf(header: string, delimiter: string): string[] {
  const cells: string[] = [];
  let begin = 0;
  let quoted = false;
  for (let index = 0; index < header.length; index++) {
    const letter = header[index];
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === delimiter) {
      cells.push(header.slice(begin, index));
      begin = index + 1;
    }
  }
  return [...cells, header.slice(begin)];
}
