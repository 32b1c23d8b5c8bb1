/** What becomes of a visit when something happens to it at a counter. */
import type { CounterEvent } from './events.ts';
import type { StepEnd, Visit } from './visit.ts';
import { promiseOnComingBack, withoutHandover } from './visit.ts';

/** What a counter did, but for taking it back. */
export type Acted = Exclude<CounterEvent, { type: 'ActionUndone' }>;

export function visitAfter(visit: Visit, event: Acted): Visit {
  switch (event.type) {
    case 'TicketCalled':
      return called(visit, event);
    case 'TicketRecalled':
      return { ...visit, times: event.times, lastCalledAt: event.at };
    case 'VisitStarted': {
      const begun = {
        ...inStep(visit, { startedAt: event.at }),
        state: 'serving',
        startedAt: event.at,
      } as const;
      if (event.endsAt === null) return begun;
      return {
        ...begun,
        handover: { step: visit.step, startedAt: event.at, endsAt: event.endsAt, endedAt: null },
      };
    }
    case 'StepDone':
      return stepDone(visit, event);
    case 'OutcomeNamed':
      return outcomeNamed(visit, event);
    case 'VisitMissed':
      return { ...ended(withoutHandover(visit, event.at), event, 'no-show'), state: 'no-show' };
    case 'VisitHeld':
      return { ...ended(visit, event, 'held'), state: 'held' };
    case 'VisitTransferred': {
      const { step, todo, onlyAt } = event;
      return {
        ...ended(visit, event, 'transferred'),
        state: 'waiting',
        step,
        todo,
        onlyAt,
        returnedAfter: null,
      };
    }
    case 'VisitSentAway':
      return {
        ...ended(withoutHandover(visit, event.at), event, 'incomplete'),
        state: 'incomplete',
        reasons: event.reasons,
        bring: event.bring ?? [],
      };
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterClosed':
    case 'QueueFoundEmpty':
      return visit;
  }
}

function called(
  former: Visit,
  { at, counter, action, step, promiseAt }: Extract<Acted, { type: 'TicketCalled' }>,
): Visit {
  // IF3: later by the time that its clock stood still.
  const visit = { ...former, promiseAt: promiseAt ?? former.promiseAt };
  const back = promiseOnComingBack(visit, at);
  const stepVisit = { step, counter, calledAt: at, startedAt: null, endedAt: null, end: null, outcome: null };
  return {
    ...visit,
    state: 'called',
    promise: visit.until === 'called' && back === 'running' ? 'kept' : back,
    counter,
    callId: action,
    times: 1,
    firstCalledAt: visit.firstCalledAt ?? at,
    calledAt: at,
    lastCalledAt: at,
    startedAt: null,
    onlyAt: null,
    returnedAfter: null,
    reasons: [],
    bring: [],
    steps: [...visit.steps, stepVisit],
    endedAt: null,
  };
}

function stepDone(visit: Visit, event: Extract<Acted, { type: 'StepDone' }>): Visit {
  const { at, step, outcome, next } = event;
  // TP4: `done` of another step does not stop the hand-over, unless nothing follows.
  const isHandedOver = next === null || visit.handover?.step === step;
  const left = inStep(isHandedOver ? withoutHandover(visit, at) : visit, {
    endedAt: at,
    end: 'done',
    outcome,
  });
  if (next !== null) return { ...left, state: 'waiting', step: next, todo: visit.todo.slice(1) };
  const promise = visit.promise === 'running' ? 'kept' : visit.promise;
  const collect = event.collect ? { ...event.collect, taken: visit.collect?.taken ?? false } : visit.collect;
  return { ...left, state: 'done', promise, collect, endedAt: at };
}

/** An outcome that is named after the step was done belongs to the last time that it was done at this counter. */
function outcomeNamed(visit: Visit, { counter, outcome }: Extract<Acted, { type: 'OutcomeNamed' }>): Visit {
  const index = visit.steps.findLastIndex((one) => one.counter === counter && one.end === 'done');
  return { ...visit, steps: visit.steps.map((one, place) => (place === index ? { ...one, outcome } : one)) };
}

const ended = (visit: Visit, { at }: Acted, end: StepEnd): Visit => inStep(visit, { endedAt: at, end });

/** Changes the step under way. DO10: whoever was called from outside has come in by then. */
function inStep(visit: Visit, change: Partial<Visit['steps'][number]>): Visit {
  const last = visit.steps.at(-1);
  if (!last) return visit;
  return { ...visit, outside: false, steps: [...visit.steps.slice(0, -1), { ...last, ...change }] };
}
