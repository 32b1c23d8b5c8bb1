/** How many counters stand on a board, in how many columns, and which page of them is on show. */

/** Of so many at most: so many columns of so many rows. Sizes are few, so that little moves when a counter opens. */
interface Layout {
  readonly most: number;
  readonly columns: number;
  readonly rows: number;
}
const of = (columns: number, rows: number): Layout => ({ most: columns * rows, columns, rows });
const wide = [of(1, 6), of(1, 8), of(2, 5), of(2, 6), of(2, 8), of(2, 10), of(3, 8), of(3, 10)];
const tall = [of(2, 3), of(2, 4), of(2, 5), of(2, 6), of(2, 8), of(2, 10), of(3, 8), of(3, 10)];
const largest = of(3, 10);

export const layoutOf = (counters: number, isTall: boolean): Layout =>
  (isTall ? tall : wide).find(({ most }) => counters <= most) ?? largest;

export const pagesOf = (counters: number): number => Math.max(1, Math.ceil(counters / largest.most));

/**
 * The page whose turn it is, from 0; but while one of them was just called, the page that has it.
 * @param called the place in the list of the counter that was just called; -1: none
 */
export function pageOn(counters: number, turn: number, called: number): number {
  const page = called >= 0 ? Math.floor(called / largest.most) : turn % pagesOf(counters);
  return Math.min(page, pagesOf(counters) - 1);
}

export const onPage = <T>(counters: readonly T[], page: number): readonly T[] =>
  counters.slice(page * largest.most, (page + 1) * largest.most);
