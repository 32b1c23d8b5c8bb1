/** What told ranges were worth, in numbers: judged ranges in, shares and minutes out. */
import { percentile } from '../statistics.ts';
import { isWithin, type Judged } from './judge.ts';

/** Of some of the ranges. Minutes; coverage is a share. */
export interface Cell {
  readonly what: string;
  readonly n: number;
  readonly coverage: number;
  readonly width: number;
  /** Mean distance of the range's middle from what came. */
  readonly error: number;
  /** The same of "people ahead × average ÷ counters" at the same moments. */
  readonly simple: number;
}

export interface Revisions {
  readonly visits: number;
  readonly rangesAVisit: number;
  readonly neverRevised: number;
  /** How far the middle moved when it did; minutes. */
  readonly movedMean: number;
  readonly movedP90: number;
  /** Revisions that moved it by more than a quarter of an hour, in 100 visits. */
  readonly jumps: number;
}

export interface Figures {
  readonly all: Cell;
  readonly first: Cell;
  readonly revised: Cell;
  readonly byHour: readonly Cell[];
  readonly byTold: readonly Cell[];
  readonly byReal: readonly Cell[];
  readonly revisions: Revisions;
}

export const lengths = [5, 10, 20, 40, 80, Number.POSITIVE_INFINITY] as const;
const jump = 15;

export const middleOf = ({ from, to }: Judged): number => (from + to) / 2;

export const figuresOf = (judged: readonly Judged[]): Figures => ({
  all: cellOf('all ranges', judged),
  first: cellOf(
    'told first',
    judged.filter(({ revision }) => revision === 0),
  ),
  revised: cellOf(
    'told anew',
    judged.filter(({ revision }) => revision > 0),
  ),
  byHour: cellsBy(judged, ({ at }) => Math.floor(at / 3600), hourName),
  byTold: cellsBy(judged, (one) => lengthOf(middleOf(one)), lengthName),
  byReal: cellsBy(judged, ({ waited }) => lengthOf(waited), lengthName),
  revisions: revisionsOf(judged),
});

const lengthOf = (minutes: number): number => lengths.findIndex((length) => minutes < length);
const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const lengthName = (place: number): string => {
  const most = lengths[place] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(most) ? `under ${most} min` : `${lengths.at(-2)} min and more`;
};

function cellsBy(
  judged: readonly Judged[],
  keyOf: (one: Judged) => number,
  nameOf: (key: number) => string,
): Cell[] {
  return [...Map.groupBy(judged, keyOf)]
    .sort(([a], [b]) => a - b)
    .map(([key, some]) => cellOf(nameOf(key), some));
}

export function cellOf(what: string, judged: readonly Judged[]): Cell {
  const mean = (partOf: (one: Judged) => number): number =>
    judged.reduce((sum, one) => sum + partOf(one), 0) / judged.length;
  return {
    what,
    n: judged.length,
    coverage: mean((one) => (isWithin(one) ? 1 : 0)),
    width: mean(({ from, to }) => to - from),
    error: mean((one) => Math.abs(middleOf(one) - one.waited)),
    simple: mean(({ simple, waited }) => Math.abs(simple - waited)),
  };
}

function revisionsOf(judged: readonly Judged[]): Revisions {
  const moved = judged.flatMap((one) => (one.moved === null ? [] : [Math.abs(one.moved)]));
  const visits = judged.filter(({ revision }) => revision === 0).length;
  const revisedOnce = judged.filter(({ revision }) => revision === 1).length;
  return {
    visits,
    rangesAVisit: judged.length / visits,
    neverRevised: 1 - revisedOnce / visits,
    movedMean: moved.reduce((sum, one) => sum + one, 0) / moved.length,
    movedP90: percentile(moved, 0.9),
    jumps: (100 * moved.filter((one) => one > jump).length) / visits,
  };
}
