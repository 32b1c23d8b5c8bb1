/** How a step goes today, against what is usual: what a moment is compared by, beside the run. */

/** The last hour of a step. */
export interface Hour {
  readonly calls: number;
  /** How long counters were taken by those calls, while others waited; milliseconds, added up. */
  readonly taken: number;
}

/** Logarithm; 0 as expected, above 0 faster. One call more on each side keeps a quiet hour near 0. */
export const paceOf = ({ calls, taken }: Hour, usualCycle: number): number =>
  Math.log((calls + 1) / (taken / usualCycle + 1));

/** FC4: how much of today's pace is believed to go on, and how far at most. */
const believed = 0.4;
const farthest = 1.5;

/** By what the usual cycle is multiplied today. */
export const tempoOf = (pace: number): number =>
  Math.exp(-believed * Math.max(-farthest, Math.min(farthest, pace)));

/** Logarithm; 0 as many as now, above 0 more to come. Unknown: 0. */
export const usualOf = (usually: number | null, now: number): number =>
  usually === null || usually <= 0 ? 0 : Math.log(usually / Math.max(1, now));

/** How much of a count is left after so many minutes: of an hour ago the half. */
export const fadedBy = (minutes: number): number => 0.5 ** (minutes / 60);
