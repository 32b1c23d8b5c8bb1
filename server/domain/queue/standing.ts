/**
 * How the promise to a visit stands. PS1: kept, broken, or lapsed. PS2: at risk is what is predicted to break while it can
 * still be kept. PS3: where nothing tells how long it takes, the time that is left tells.
 */
import type { TicketView } from '../../contract/views.ts';
import type { Day } from '../day.ts';
import type { State } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';
import { isOpen } from '../visit.ts';
import type { Outlook } from './outlook.ts';
import { outlookOn } from './outlook.ts';
import { aheadOf } from './whose-turn.ts';

export type Standing = NonNullable<TicketView['promise']>;

/** PS3: at risk is what has less than this share of its promised time left. */
const atRiskShare = 0.25;

/**
 * @param outlook made once by whoever looks at many visits
 * @returns null: nothing is promised, or the visit ended before anybody could tell
 */
export function standingOf(
  state: State,
  visit: Visit,
  at: Instant,
  outlook: Outlook = outlookOn(state),
): Standing | null {
  const { promiseAt, promise } = visit;
  if (promiseAt === null) return null;
  if (isBroken(state.day, visit)) return 'broken';
  if (promise !== 'running') return promise;
  if (visit.state === 'no-show') return promiseAt < at ? 'lapsed' : 'running';
  // IF3: the clock stands still.
  if (visit.state === 'incomplete') return 'running';
  if (!isOpen(visit)) return null;
  return isAtRisk(state, visit, promiseAt, at, outlook) ? 'at-risk' : 'running';
}

function isAtRisk(state: State, visit: Visit, promiseAt: Instant, at: Instant, outlook: Outlook): boolean {
  // FC12: the run forward knows more than the pace of each step.
  const foreseen = outlook.breaks(visit.code);
  if (foreseen !== null) return foreseen;
  const left = promiseAt - at;
  const needed = timeNeeded(state, visit, at, outlook);
  return left < (needed ?? (promiseAt - visit.arrivedAt) * atRiskShare);
}

/**
 * PS2: milliseconds until the promise would be kept as things go: behind those who are before it at any step that is left,
 * with the open counters sharing the work, and its own time at each. Null: the pace of a step is not known.
 */
function timeNeeded(state: State, visit: Visit, at: Instant, outlook: Outlook): number | null {
  const { until, step, todo, calledAt, notBefore } = visit;
  const waits = visit.state === 'waiting';
  let ahead = 0;
  let longest = waits && notBefore !== null ? Math.max(0, notBefore - at) : 0;
  let own = 0;
  for (const each of until === 'called' ? [step] : [step, ...todo]) {
    const pace = outlook.pace(each);
    if (pace === null) return null;
    // Who is before it here is before it at what follows too.
    if (each !== step || waits) ahead += aheadOf(state, { ...visit, step: each });
    longest = Math.max(longest, (ahead * pace) / Math.max(1, outlook.open(each, visit.lane)));
    const isUnderWay = each === step && !waits && visit.state !== 'held';
    own += isUnderWay ? Math.max(0, pace - (at - (calledAt ?? at))) : pace;
  }
  return until === 'called' ? longest : longest + own;
}

/** Of the day before no more is known than when it was kept. */
function isBroken({ brokenPromises, before, visits }: Day, visit: Visit): boolean {
  if (visits.has(visit.code) || !before.has(visit.code)) return brokenPromises.has(visit.code);
  const { promise, promiseAt, until, firstCalledAt, steps, step, endedAt, state } = visit;
  if (promise === 'lapsed' || promiseAt === null) return false;
  const finished = steps.find((one) => one.step === step && one.end === 'done');
  const kept = until === 'called' ? firstCalledAt : (finished?.endedAt ?? null);
  if (promise === 'kept') return kept !== null && kept >= promiseAt;
  const owedUntil = state === 'unfinished' ? endedAt : (steps.at(-1)?.endedAt ?? null);
  return owedUntil !== null && owedUntil >= promiseAt;
}
