/** How many visits wait, by service and lane. */
import type { Office } from '../../contract/office.ts';
import type { Visit } from '../visit.ts';

export interface Queue {
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
  waiting: readonly Visit[],
  steps: ReadonlySet<string> | null,
): Queue[] {
  const counts = new Map<string, number>();
  for (const { service, lane, step } of waiting) {
    if (steps === null || steps.has(step))
      counts.set(key(service, lane), (counts.get(key(service, lane)) ?? 0) + 1);
  }
  return office.services.flatMap((service) => {
    const listed = !service.offsite && (steps === null || service.steps.some((step) => steps.has(step)));
    return office.lanes
      .map(({ id: lane }, place) => ({
        service: service.id,
        lane,
        count: counts.get(key(service.id, lane)) ?? 0,
        place,
      }))
      .filter(({ count, place }) => count > 0 || (listed && place === 0))
      .map(({ place: _, ...queue }) => queue);
  });
}

const key = (service: string, lane: string) => `${service} ${lane}`;
