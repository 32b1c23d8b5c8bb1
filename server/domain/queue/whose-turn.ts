/**
 * Whose turn it is: one rule for lanes, fairness, the return from another step, and the promise.
 *
 * WT1 the earliest turn first; ties by arrival, then by ticket. WT5, WT6 lanes marked `first`.
 */
import type { Office } from '../../contract/office.ts';
import type { Counter, Day } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';
import type { Place } from './queues.ts';
import { byTurn, countBefore } from './queues.ts';
import type { Reach } from './reach.ts';
import { mayCall, reachOf } from './reach.ts';

/** WT5: the lanes that go before all others. */
export const firstLanes = (office: Office): ReadonlySet<string> =>
  new Set(office.lanes.filter(({ first }) => first).map(({ id }) => id));

/** WT1, WT5: negative when `a` comes before `b`, as far as anybody can tell in advance (WT6 decides at the call). */
export const byOrder =
  (first: ReadonlySet<string>) =>
  (a: Place, b: Place): number =>
    Number(first.has(b.lane)) - Number(first.has(a.lane)) || byTurn(a, b);

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
