/** IF3: while somebody fetches what was missing, the clock of the promise stands still. The turn stays (RV1). */
import type { Day } from '../day.ts';
import type { Instant } from '../instant.ts';
import { later } from '../instant.ts';
import type { Visit } from '../visit.ts';

/** What the event that ends the time away says of the promise: nothing, where none was running when the visit was sent away. */
export function laterPromise(day: Day, visit: Visit, at: Instant): { promiseAt?: Instant } {
  const { state, promise, promiseAt, steps, code } = visit;
  const left = steps.at(-1)?.endedAt ?? at;
  if (state !== 'incomplete' || promise !== 'running' || promiseAt === null) return {};
  return day.brokenPromises.has(code) ? {} : { promiseAt: later(promiseAt, at - left) };
}
