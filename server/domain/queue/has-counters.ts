/** CO1: whether an office can do all steps of a way through it for one of its lanes. */
import type { Office } from '../../contract/office.ts';

export const hasCounters = ({ counters }: Office, lane: string, steps: readonly string[]): boolean =>
  steps.every((step) =>
    counters.some(
      (counter) => counter.steps.includes(step) && (!counter.lanes || counter.lanes.includes(lane)),
    ),
  );
