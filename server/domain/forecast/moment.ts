/**
 * A moment at which somebody waits, described so that it can be compared: what the run expects, and what else tells how it will
 * go. FC2: what is told is what came of moments like it.
 */

export interface Moment {
  /** Minutes until the call, as the run has it. */
  readonly expected: number;
  readonly ahead: number;
  /** How fast the step went in the last hour against what was expected: logarithm, 0 as expected, above 0 faster. */
  readonly pace: number;
  /** Counters that usually serve the step at this hour against those that do now: logarithm, above 0 more to come. */
  readonly usual: number;
  /** Local hour with its fraction. */
  readonly hour: number;
  /** Minutes since the step's last call. */
  readonly quiet: number;
  /** Minutes that it has waited for this call: who just came is not who stands at the head of a queue that does not move. */
  readonly since: number;
}

/** A moment, and how many minutes later the call came. */
export interface Remembered extends Moment {
  readonly waited: number;
}

/** Numbers in a moment's coordinates. */
export const dimensions = 7;

const longestQuiet = 60;
const bounded = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

/** Far apart is what went on differently: weights found on recorded days (`npm run bench -- forecast`). */
export const coordinatesOf = ({ expected, ahead, pace, usual, hour, quiet, since }: Moment): number[] => [
  scaleOf(expected),
  Math.log(ahead + 1),
  0.7 * bounded(pace, 2),
  0.7 * bounded(usual, 2),
  0.15 * (hour - 12),
  0.3 * Math.log(Math.min(longestQuiet, quiet) + 1),
  0.3 * Math.log(since + 1),
];

/** Kinds of moments, by what is expected and whether it just came: long queues are rare, and must not be forgotten for short ones. */
export const kinds = 16;
export function kindOf({ expected, since }: Moment): number {
  const length = Math.min(kinds / 2 - 1, Math.floor(Math.log2(expected / 2 + 1)));
  return 2 * length + (since < 2 ? 0 : 1);
}

/** In which waits are compared: the difference of 1 and 2 minutes counts more than that of 61 and 62. */
export const scaleOf = (minutes: number): number => Math.log(minutes + 1);
export const minutesOf = (scale: number): number => Math.max(0, Math.exp(scale) - 1);
