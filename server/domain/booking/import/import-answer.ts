/** What is answered to an import as a whole: its lines in order, and how many came to what. */
import type { ImportAnswer, ImportLineAnswer } from '../../../contract/http-bookings.ts';

export function importAnswer(
  lines: readonly ImportLineAnswer[],
  { dryRun, withdrawn }: Pick<ImportAnswer, 'dryRun' | 'withdrawn'>,
): ImportAnswer {
  const sums = { accepted: 0, moved: 0, unchanged: 0, matched: 0, refused: 0 };
  for (const { result } of lines) sums[result] += 1;
  return { lines: lines.toSorted((one, other) => one.line - other.line), ...sums, dryRun, withdrawn };
}
