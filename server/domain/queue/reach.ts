/** Whom a counter serves, and whom it may call: WT4, CO2, TR3. */
import type { Office } from '../../contract/office.ts';
import type { Counter } from '../day.ts';
import { counterOf } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';

/** What a counter serves: as it was opened, or else as the office file says now. `lanes` null: all. */
export interface Reach {
  readonly counter: number;
  readonly steps: readonly string[];
  readonly lanes: readonly string[] | null;
}

export function reachOf(office: Office, counter: Counter): Reach {
  const setup = office.counters.find(({ number }) => number === counter.number);
  return {
    counter: counter.number,
    steps: knownOf(counter.steps, office.steps) ?? setup?.steps ?? [],
    lanes: knownOf(counter.lanes, office.lanes) ?? setup?.lanes ?? null,
  };
}

/** CO2: without what the office no longer has; null when nothing is left, or nothing was chosen. */
function knownOf(
  chosen: readonly string[] | null,
  known: readonly { id: string }[],
): readonly string[] | null {
  const left = chosen?.filter((one) => known.some(({ id }) => id === one)) ?? [];
  return left.length > 0 ? left : null;
}

/** WT4, but for the time: whether this counter serves the visit's step and lane. */
export const serves = ({ steps, lanes }: Reach, { step, lane }: Visit): boolean =>
  steps.includes(step) && (lanes === null || lanes.includes(lane));

/** WT4: whether `next` at this counter may call the visit now (WT7 apart). */
export const mayCall = (state: State, reach: Reach, visit: Visit, at: Instant): boolean =>
  visit.state === 'waiting' &&
  serves(reach, visit) &&
  (visit.notBefore === null || visit.notBefore <= at) &&
  (visit.onlyAt === reach.counter || keptAt(state, visit) === null);

/** TR3: the counter that the visit is kept for: one that is not closed, and that serves it; else null. */
export function keptAt(state: State, visit: Visit): Counter | null {
  if (visit.onlyAt === null) return null;
  const counter = counterOf(state.day, visit.onlyAt);
  const keeps = counter.state !== 'closed' && serves(reachOf(officeOf(state), counter), visit);
  return keeps ? counter : null;
}
