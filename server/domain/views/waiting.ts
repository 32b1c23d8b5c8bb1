/** How many visits wait, by service and lane. */
import type { Office } from '../../contract/office.ts';
import type { Count } from './lineup.ts';

export interface WaitingCount {
  readonly service: string;
  readonly lane: string;
  readonly count: number;
}

/**
 * In the order of the office file. Everybody's lane is listed for each service that is queued for, also with
 * nobody in it; other lanes only with somebody.
 * @param steps only who waits for one of these, and services that have one of them; null: all
 */
export function waitingCounts(
  office: Office,
  counts: readonly Count[],
  steps: ReadonlySet<string> | null,
): WaitingCount[] {
  const counted = counts.filter(({ step }) => steps === null || steps.has(step));
  return office.services.flatMap(({ id: service, offsite, steps: way }) => {
    const listed = !offsite && (steps === null || way.some((step) => steps.has(step)));
    return office.lanes.flatMap(({ id: lane }, place) => {
      const of = counted.filter((one) => one.service === service && one.lane === lane);
      const count = of.reduce((sum, one) => sum + one.count, 0);
      return count > 0 || (listed && place === 0) ? [{ service, lane, count }] : [];
    });
  });
}
