/**
 * Moments of other offices, for an office that has none of its own yet: FC8 its own take their place as
 * they come. `usual-moments.json` has this form; where it comes from is told in the README beside it.
 */
import type { Memory } from './memory.ts';
import type { Remembered } from './moment.ts';

export const columns = ['expected', 'ahead', 'pace', 'usual', 'hour', 'quiet', 'since', 'waited'] as const;

export interface UsualMoments {
  /** What the numbers of a moment are, in order: a `Remembered`. */
  readonly columns: readonly string[];
  readonly moments: readonly (readonly number[])[];
}

/** @throws when the columns are others than those that this version compares by */
export function remember(memory: Memory, { columns: given, moments }: UsualMoments): void {
  if (given.join() !== columns.join())
    throw new Error(`usual moments: expected the columns ${columns.join()}`);
  for (const moment of moments) memory.add(momentOf(moment));
}

/** Compact, and exact enough: to a hundredth. */
export const asUsual = (moments: readonly Remembered[]): UsualMoments => ({
  columns,
  moments: moments.map((moment) => columns.map((column) => Math.round(moment[column] * 100) / 100)),
});

function momentOf([
  expected = 0,
  ahead = 0,
  pace = 0,
  usual = 0,
  hour = 0,
  quiet = 0,
  since = 0,
  waited = 0,
]: readonly number[]): Remembered {
  return { expected, ahead, pace, usual, hour, quiet, since, waited };
}
