/** The goals of told ranges, and whether a cell meets them; too few say nothing. */
import type { Cell } from './figures.ts';

/** FC3 promises four of five; a little less or more is chance. */
export const coverageGoal = { least: 0.75, most: 0.85 } as const;
/** The error against that of the simple rule. */
export const ratioGoal = 0.7;
export const leastRanges = 200;

export type Verdict = 'met' | 'MISSED' | null;

export const ratioOf = ({ error, simple }: Cell): number => error / simple;

export function coverageVerdict({ n, coverage }: Cell): Verdict {
  if (n < leastRanges) return null;
  return coverage >= coverageGoal.least && coverage <= coverageGoal.most ? 'met' : 'MISSED';
}

export function ratioVerdict(cell: Cell): Verdict {
  if (cell.n < leastRanges) return null;
  return ratioOf(cell) <= ratioGoal ? 'met' : 'MISSED';
}
