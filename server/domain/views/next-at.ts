/** Whom a counter's `next` will call, three times over, if nothing else happens meanwhile. */
import { passingOn } from '../commands/at-counter.ts';
import type { Call, Counter } from '../day.ts';
import { currentVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { enter, type Queues } from '../queue/queues.ts';
import { mayCall, reachOf } from '../queue/reach.ts';
import { whoseTurn } from '../queue/whose-turn.ts';
import type { Visit } from '../visit.ts';
import { lineupOf, type ViewContext } from './context.ts';

const shown = 3;

/** `waiting`: how many this counter may call as things stand. */
export function nextAt(
  state: State,
  context: ViewContext,
  counter: Counter,
): { readonly next: readonly Visit[]; readonly waiting: number } {
  const { pool, waiting } = candidates(state, context, counter);
  // CN6: the current visit waits again once `next` has finished its step.
  const passing = passingOn(currentVisit(state.day, counter));
  if (passing) pool.push(passing);
  return { next: callThree(state, counter, context.at, pool), waiting };
}

/** Of each plain queue no more than these can be needed to decide three calls. */
function candidates(
  state: State,
  context: ViewContext,
  counter: Counter,
): { pool: Visit[]; waiting: number } {
  const reach = reachOf(officeOf(state), counter);
  const { steps, lanes } = reach;
  const pool: Visit[] = [];
  let waiting = 0;
  for (const { step, lane, plain, special } of lineupOf(state, context).queues()) {
    if (!steps.includes(step) || (lanes !== null && !lanes.includes(lane))) continue;
    const able = special.filter((visit) => mayCall(state, reach, visit, context.at));
    waiting += plain.length + able.length;
    pool.push(...plain.slice(0, shown + 1), ...able);
  }
  return { pool, waiting };
}

/** Asks the rule itself, on a small day in which those before were already called. */
function callThree(state: State, counter: Counter, at: Instant, pool: readonly Visit[]): readonly Visit[] {
  const called: Visit[] = [];
  const calls = new Map(state.day.calls);
  for (let ordinal = state.day.callCount + 1; called.length < shown; ordinal += 1) {
    const left = pool.filter((visit) => !called.includes(visit));
    const day = {
      ...state.day,
      waiting: new Set(left.map(({ code }) => code)),
      visits: new Map(left.map((visit) => [visit.code, visit])),
      queues: queuesOf(left),
      calls,
    };
    const visit = whoseTurn({ calendar: state.calendar, day }, counter, at);
    if (!visit) break;
    called.push(visit);
    calls.set(visit.step, [
      ...(calls.get(visit.step) ?? []).slice(-100),
      callOf(visit, counter, at, ordinal),
    ]);
  }
  return called;
}

function queuesOf(visits: readonly Visit[]): Queues {
  const queues: Queues = new Map();
  for (const visit of visits) enter(queues, visit);
  return queues;
}

const callOf = (
  { code, number, step, lane }: Visit,
  counter: Counter,
  at: Instant,
  ordinal: number,
): Call => ({
  callId: '',
  code,
  number,
  counter: counter.number,
  step,
  lane,
  at,
  times: 1,
  ordinal,
});
