/**
 * How long it will take until a new number is done. SN2: the pace of a step is known from today. SN3: the estimate. SN4: what
 * nobody can tell. It is counted from what is kept beside the visits, so that nobody's ticket looks at everybody.
 */
import type { Lane, Office, Service } from '../../contract/office.ts';
import { placeKey } from '../booking/bookings.ts';
import type { Day } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { StepVisit, Visit } from '../visit.ts';
import type { Reach } from './reach.ts';
import { reachOf } from './reach.ts';

/** What is counted of a day. */
export interface Pace {
  /** How many who wait or are at a counter still need a step, by step and lane: `placeKey`. */
  readonly needing: Map<string, number>;
  /** By step, in the order in which they were done. */
  readonly finished: Map<string, Finished[]>;
}

/** A step that was done, from its call. */
interface Finished {
  readonly code: string;
  readonly calledAt: Instant;
  readonly ms: number;
}

export const emptyPace = (): Pace => ({ needing: new Map(), finished: new Map() });

/** As many of the last ones say the pace, and no fewer than these. */
const mostLooked = 30;
const fewest = 5;

/** SN3: milliseconds until a new number would be called last, and of its own; null: nobody can tell. */
export function timeToFinish(
  state: State,
  service: Service,
  lane: Lane,
): { readonly waiting: number; readonly own: number } | null {
  const reaches = openReaches(state, lane.id);
  let waiting = 0;
  let own = 0;
  for (const step of service.steps) {
    const pace = paceOf(state.day, step);
    const able = reaches.filter(({ steps }) => steps.includes(step));
    if (pace === null || able.length === 0) return null;
    const needing = needingOf(state, step, able);
    waiting = Math.max(waiting, (needing * pace) / able.length);
    own += pace;
  }
  return { waiting, own };
}

/** What the open counters serve that take this lane. */
function openReaches(state: State, lane: string): Reach[] {
  const office = officeOf(state);
  const reaches: Reach[] = [];
  for (const counter of state.day.counters.values()) {
    if (counter.state !== 'open') continue;
    const reach = reachOf(office, counter);
    if (takes(reach, lane)) reaches.push(reach);
  }
  return reaches;
}

const takes = ({ lanes }: Reach, lane: string): boolean => lanes === null || lanes.includes(lane);

/** Visits that these counters have before them at the step, now or later. */
function needingOf(state: State, step: string, able: readonly Reach[]): number {
  const { lanes }: Office = officeOf(state);
  let needing = 0;
  for (const { id } of lanes)
    if (able.some((reach) => takes(reach, id)))
      needing += state.day.pace.needing.get(placeKey(step, id)) ?? 0;
  return needing;
}

/** SN2: the median of the step's last durations, in milliseconds; null: too few were done today. */
export function paceOf({ pace }: Day, step: string): number | null {
  const last = pace.finished.get(step)?.slice(-mostLooked) ?? [];
  if (last.length < fewest) return null;
  const sorted = last.map(({ ms }) => ms).sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  return (lower + upper) / 2;
}

/** Who waits, or is at a counter, counts at each step that is left. */
export function noteNeeds({ pace }: Day, { state, step, todo, lane }: Visit, sign: 1 | -1): void {
  if (state !== 'waiting' && state !== 'called' && state !== 'serving') return;
  count(pace.needing, placeKey(step, lane), sign);
  for (const later of todo) count(pace.needing, placeKey(later, lane), sign);
}

function count(counts: Map<string, number>, key: string, sign: 1 | -1): void {
  const sum = (counts.get(key) ?? 0) + sign;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

/** The visit's last step was done now. */
export function noteFinished({ pace: { finished } }: Day, { code, steps }: Visit): void {
  const last = steps.at(-1);
  if (!last || !isDone(last)) return;
  const done: Finished = { code, calledAt: last.calledAt, ms: last.endedAt - last.calledAt };
  const ofStep = finished.get(last.step);
  if (ofStep) ofStep.push(done);
  else finished.set(last.step, [done]);
}

/** UN1: what an undone action had finished. */
export function takeBackFinished({ pace: { finished } }: Day, before: Visit, after: Visit): void {
  for (const [place, step] of after.steps.entries()) {
    const former = before.steps[place];
    if (!isDone(step) || (former && isDone(former))) continue;
    const ofStep = finished.get(step.step) ?? [];
    const index = ofStep.findLastIndex(
      ({ code, calledAt }) => code === after.code && calledAt === step.calledAt,
    );
    if (index >= 0) ofStep.splice(index, 1);
    if (ofStep.length === 0) finished.delete(step.step);
  }
}

const isDone = (step: StepVisit): step is StepVisit & { endedAt: Instant } =>
  step.end === 'done' && step.endedAt !== null;
