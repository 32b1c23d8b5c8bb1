/** What a scenario hands back, and what becomes of it: medians, ratios, and whether a goal is met. */
import { median } from './statistics.ts';

export interface Goal {
  /** Whether the goal bounds the ratio to the base or the hub's own figure. */
  readonly of: 'ratio' | 'figure';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** One line of the table: a figure a round. */
export interface Measure {
  readonly what: string;
  readonly unit: string;
  /** Empty where there is nothing to compare with. */
  readonly base: readonly number[];
  readonly loket: readonly number[];
  /** Without one, the line is there to be known. */
  readonly goal?: Goal;
}

export interface Section {
  readonly title: string;
  /** What stands in the column of the base. */
  readonly base: string;
  readonly measures: readonly Measure[];
}

export interface Verdict {
  readonly base: number | undefined;
  readonly loket: number;
  readonly ratio: number | undefined;
  readonly met: boolean | undefined;
}

export function ratioAtMost(limit: number): Goal {
  return { of: 'ratio', atMost: limit };
}

export function ratioAtLeast(limit: number): Goal {
  return { of: 'ratio', atLeast: limit };
}

export function figureAtMost(limit: number): Goal {
  return { of: 'figure', atMost: limit };
}

export function judge({ base, loket, goal }: Measure): Verdict {
  const figure = median(loket);
  const compared = base.length === 0 ? undefined : median(base);
  // Nothing is a multiple of nothing.
  const ratio = compared === undefined || compared === 0 ? undefined : figure / compared;
  return { base: compared, loket: figure, ratio, met: goal && isMet(goal, ratio, figure) };
}

function isMet(goal: Goal, ratio: number | undefined, figure: number): boolean {
  const value = goal.of === 'figure' ? figure : (ratio ?? Number.NaN);
  return (
    value <= (goal.atMost ?? Number.POSITIVE_INFINITY) && value >= (goal.atLeast ?? Number.NEGATIVE_INFINITY)
  );
}

/** Figures of both sides gathered round by round under one name. */
export interface Tally {
  add(what: string, figure: number): void;
  of(what: string): readonly number[];
}

export function createTally(): Tally {
  const figures = new Map<string, number[]>();
  return {
    add(what, figure) {
      figures.set(what, [...(figures.get(what) ?? []), figure]);
    },
    of: (what) => figures.get(what) ?? [],
  };
}
