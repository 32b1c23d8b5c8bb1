/** What is promised to a visit, and the turn that follows from it: WT2, WT3. */
import type { Office } from '../contract/office.ts';
import type { Instant } from './instant.ts';
import { instant, later } from './instant.ts';

/**
 * WT2, WT3: what is promised to a visit of this service and lane, and its turn.
 * @param arrivedAt when the ticket was taken, or the door's reading that gave it
 */
export function promised(
  office: Office,
  serviceId: string,
  laneId: string,
  arrivedAt: Instant,
): { promiseAt: Instant | null; until: 'done' | 'called'; turn: Instant } {
  const service = office.services.find(({ id }) => id === serviceId);
  const lane = office.lanes.find(({ id }) => id === laneId);
  const spans = [service?.promise, lane?.promise].filter((span) => span !== undefined);
  const until = service?.until ?? 'done';
  if (spans.length > 0) {
    const promiseAt = later(arrivedAt, Math.min(...spans));
    return { promiseAt, until, turn: promiseAt };
  }
  const longest = [...office.services, ...office.lanes].map(({ promise }) => promise ?? 0);
  return { promiseAt: null, until, turn: instant(arrivedAt + Math.max(0, ...longest)) };
}
