/**
 * Whose turn it is: one rule for lanes, fairness, the return from another step, and the promise.
 *
 * WT1 the earliest turn first; ties by arrival, then by ticket. WT5, WT6 lanes marked `first`.
 */
import type { Office } from '../contract/office.ts';
import type { Counter, Day } from './day.ts';
import { counterOf } from './day.ts';
import type { State } from './decision.ts';
import type { Instant } from './instant.ts';
import { instant, later } from './instant.ts';
import type { Place } from './queues.ts';
import { byTurn, countBefore } from './queues.ts';
import type { Visit } from './visit.ts';

/** The office, which every command but the first needs. */
export function officeOf({ calendar }: State): Office {
  if (!calendar.office) throw new Error('no office is configured');
  return calendar.office;
}

/** WT5: the lanes that go before all others. */
export const firstLanes = (office: Office): ReadonlySet<string> =>
  new Set(office.lanes.filter(({ first }) => first).map(({ id }) => id));

/** WT1, WT5: negative when `a` comes before `b`, as far as anybody can tell in advance (WT6 decides at the call). */
export const byOrder =
  (first: ReadonlySet<string>) =>
  (a: Place, b: Place): number =>
    Number(first.has(b.lane)) - Number(first.has(a.lane)) || byTurn(a, b);

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

/** WT7: whether as many others as the office asks for were called for the step since the visit returned. */
function hasSatOut(day: Day, returnAfter: number, { step, returnedAfter }: Visit): boolean {
  if (returnedAfter === null || returnAfter === 0) return true;
  const nth = day.calls.get(step)?.at(-returnAfter);
  return nth !== undefined && nth.ordinal > returnedAfter;
}

/** Everybody whom this counter may call now, in no order. */
export function callable(state: State, counter: Counter, at: Instant, passing?: Visit): Visit[] {
  const { day } = state;
  const reach = reachOf(officeOf(state), counter);
  const candidates: Visit[] = [];
  for (const code of day.waiting) {
    const visit = day.visits.get(code);
    if (visit && mayCall(state, reach, visit, at)) candidates.push(visit);
  }
  if (passing && mayCall(state, reach, passing, at)) candidates.push(passing);
  return candidates;
}

/** WT7: without those who came back and must let others go first, as long as there are others for their step. */
export function ready(state: State, candidates: readonly Visit[]): readonly Visit[] {
  const { returnAfter } = officeOf(state).calling;
  const satOut = candidates.filter((visit) => hasSatOut(state.day, returnAfter, visit));
  if (satOut.length === candidates.length) return candidates;
  return candidates.filter(
    (visit) => satOut.includes(visit) || !satOut.some(({ step }) => step === visit.step),
  );
}

/**
 * The visit that `next` calls at this counter, or null. `passing`: a visit that is about to wait again,
 * because the same `next` finishes its step (CN6).
 */
export function whoseTurn(state: State, counter: Counter, at: Instant, passing?: Visit): Visit | null {
  const office = officeOf(state);
  const reach = reachOf(office, counter);
  const heads = reach.steps.flatMap((step) => headsOf(state, reach, step, at));
  if (passing && mayCall(state, reach, passing, at)) heads.push(passing);
  return choose(state.day, office, ready(state, heads));
}

/** Of each lane the first who may be called, and the first of those who need not let others go first (WT7). */
function headsOf(state: State, reach: Reach, step: string, at: Instant): Visit[] {
  const { returnAfter } = officeOf(state).calling;
  const heads: Visit[] = [];
  for (const [lane, queue] of state.day.queues.get(step) ?? []) {
    if (reach.lanes !== null && !reach.lanes.includes(lane)) continue;
    const first = queue.find((visit) => mayCall(state, reach, visit, at));
    if (!first) continue;
    heads.push(first);
    if (hasSatOut(state.day, returnAfter, first)) continue;
    const other = queue.find(
      (visit) => hasSatOut(state.day, returnAfter, visit) && mayCall(state, reach, visit, at),
    );
    if (other) heads.push(other);
  }
  return heads;
}

/** WT5, WT6 among those who may be called. */
function choose(day: Day, office: Office, candidates: readonly Visit[]): Visit | null {
  const first = firstLanes(office);
  const others = candidates.filter(({ lane }) => !first.has(lane));
  const favoured = candidates.filter(({ lane }) => first.has(lane));
  const heldBack = favoured.filter(
    (visit) => others.some(({ step }) => step === visit.step) && isShareUsed(day, office, first, visit),
  );
  const chosen = earliestOf(favoured.filter((visit) => !heldBack.includes(visit)));
  if (chosen) return chosen;
  // Who is held back lets one of the same step go first, and nobody else.
  return earliestOf(
    heldBack.length === 0 ? others : others.filter(({ step }) => heldBack.some((one) => one.step === step)),
  );
}

/** WT6: whether the last calls for the visit's step already hold all that `first` lanes may have. */
function isShareUsed(day: Day, office: Office, first: ReadonlySet<string>, { step, lane }: Visit): boolean {
  const share = office.lanes.find(({ id }) => id === lane)?.atMost;
  if (!share) return false;
  const last = (day.calls.get(step) ?? []).slice(1 - share.of);
  return last.filter((call) => first.has(call.lane)).length >= share.calls;
}

function earliestOf(visits: readonly Visit[]): Visit | null {
  let earliest: Visit | null = null;
  for (const visit of visits) if (earliest === null || byTurn(visit, earliest) < 0) earliest = visit;
  return earliest;
}

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

/** TT4: how many wait for the visit's step and come before it. */
export function aheadOf({ calendar, day }: State, visit: Place): number {
  const lanes = calendar.office?.lanes ?? [];
  const isFirst = (lane: string): boolean => lanes.some(({ id, first }) => id === lane && first);
  let ahead = 0;
  for (const [lane, queue] of day.queues.get(visit.step) ?? []) {
    // WT5: all of a lane that goes first, and nobody of one that comes after.
    if (isFirst(lane) === isFirst(visit.lane)) ahead += countBefore(queue, visit);
    else if (isFirst(lane)) ahead += queue.length;
  }
  return ahead;
}
