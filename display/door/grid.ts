/** Numbers in cells of one width: `A-061 … A-070` takes two. */

export interface Cell {
  readonly text: string;
  readonly span: 1 | 2;
}

export const cellsOf = (runs: readonly string[]): readonly Cell[] =>
  runs.map((text) => ({ text, span: text.includes('…') ? 2 : 1 }));

/** How many rows the cells take when they follow one another; a wide one is not broken. */
export function rowsOf(cells: readonly Cell[], columns: number): number {
  let rows = 1;
  let used = 0;
  for (const { span } of cells) {
    if (used + span > columns) {
      rows += 1;
      used = 0;
    }
    used += span;
  }
  return rows;
}

/** Few numbers are set large: two columns up to the first limit of cells, three up to the second, four, then six. */
export function columnsFor(
  cells: readonly Cell[],
  [two, three, four]: readonly [number, number, number],
): number {
  const [only] = cells;
  if (cells.length === 1 && only) return only.span;
  const total = cells.reduce((sum, { span }) => sum + span, 0);
  if (total <= two) return 2;
  if (total <= three) return 3;
  return total <= four ? 4 : 6;
}
