/** The items of a block list with their dashes, and with the comments that go where they go. */
import { type Entry, lineEnd, lineStart, nextLine } from './nodes.ts';

export interface Chunks {
  /** Of the dashes. */
  readonly column: number;
  /** From the beginning of a line to before a line break. */
  readonly chunks: readonly { readonly start: number; readonly end: number }[];
}

/** Null: some item does not begin a line of its own (`- - a`). */
export function chunksOf(text: string, entries: readonly Entry[]): Chunks | null {
  const columns = entries.map(({ start }) => dashColumn(text, start));
  const [column] = columns;
  if (column === undefined || column === null || columns.some((one) => one !== column)) return null;
  const chunks = entries.map(({ start, end }) => ({
    start: withCommentsAbove(text, lineStart(text, start), column),
    end: withCommentsBelow(text, lineEnd(text, end), column),
  }));
  return { column, chunks };
}

function dashColumn(text: string, start: number): number | null {
  const before = /^( *)-[ \t]+$/.exec(text.slice(lineStart(text, start), start));
  return before ? (before[1]?.length ?? 0) : null;
}

/** Comments in the dashes' own column speak of the item below them. */
function withCommentsAbove(text: string, start: number, column: number): number {
  if (start === 0) return start;
  const above = lineStart(text, start - 1);
  return commentColumn(text.slice(above, start)) === column ? withCommentsAbove(text, above, column) : start;
}

/** Comments further in than the dashes belong to the item above them. */
function withCommentsBelow(text: string, end: number, column: number): number {
  const below = nextLine(text, end);
  if (below >= text.length) return end;
  const last = lineEnd(text, below);
  const found = commentColumn(text.slice(below, last));
  return found !== null && found > column ? withCommentsBelow(text, last, column) : end;
}

const commentColumn = (line: string): number | null => /^( *)#/.exec(line)?.[1]?.length ?? null;
