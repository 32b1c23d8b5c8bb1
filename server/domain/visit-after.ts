/** What becomes of a visit when something happens to it at a counter. */
import type { CounterEvent } from './events.ts';
import { earliest } from './instant.ts';
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
      const { at: startedAt, endsAt } = event;
      if (endsAt === null) return { ...inStep(visit, { startedAt }), state: 'serving', startedAt };
      const handover = { step: visit.step, startedAt, endsAt, endedAt: null };
      return { ...inStep(visit, { startedAt, handover: 'running' }), state: 'serving', startedAt, handover };
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
        waitsSince: event.at,
        step,
        todo,
        onlyAt,
        returnedAfter: null,
      };
    }
    case 'VisitSentAway':
      return {
        ...ended(withoutHandover(visit, event.at), event, 'incomplete', event.reasons),
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
  { at, counter, action, step, promiseAt, officer }: Extract<Acted, { type: 'TicketCalled' }>,
): Visit {
  // IF3: later by the time that its clock stood still.
  const visit = { ...former, promiseAt: promiseAt ?? former.promiseAt };
  const back = promiseOnComingBack(visit, at);
  // FG2: who is called before it could be has waited for no time.
  const waitedFrom = visit.waitsSince === null ? null : earliest(visit.waitsSince, at);
  const open = { startedAt: null, endedAt: null, end: null, outcome: null, reasons: [], handover: null };
  return {
    ...visit,
    state: 'called',
    waitsSince: null,
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
    steps: [...visit.steps, { step, counter, officer: officer ?? null, waitedFrom, calledAt: at, ...open }],
    endedAt: null,
  };
}

function stepDone(visit: Visit, event: Extract<Acted, { type: 'StepDone' }>): Visit {
  const { at, step, outcome, next } = event;
  // TP4: `done` of another step does not stop the hand-over, unless nothing follows.
  const isHandedOver = next === null || visit.handover?.step === step;
  const left = inStep(isHandedOver ? withoutHandover(visit, at, 'kept') : visit, {
    endedAt: at,
    end: 'done',
    outcome,
  });
  if (next !== null)
    return { ...left, state: 'waiting', waitsSince: at, step: next, todo: visit.todo.slice(1) };
  const promise = visit.promise === 'running' ? 'kept' : visit.promise;
  const collect = event.collect ? { ...event.collect, taken: visit.collect?.taken ?? false } : visit.collect;
  return { ...left, state: 'done', promise, collect, endedAt: at };
}

/** An outcome that is named after the step was done belongs to the last time that it was done at this counter. */
function outcomeNamed(visit: Visit, { counter, outcome }: Extract<Acted, { type: 'OutcomeNamed' }>): Visit {
  const index = visit.steps.findLastIndex((one) => one.counter === counter && one.end === 'done');
  return { ...visit, steps: visit.steps.map((one, place) => (place === index ? { ...one, outcome } : one)) };
}

function ended(visit: Visit, { at }: Acted, end: StepEnd, reasons: readonly string[] = []): Visit {
  return inStep(visit, { endedAt: at, end, reasons });
}

/** Changes the step under way. DO10: whoever was called from outside has come in by then. */
function inStep(visit: Visit, change: Partial<Visit['steps'][number]>): Visit {
  const last = visit.steps.at(-1);
  if (!last) return visit;
  return { ...visit, outside: false, steps: [...visit.steps.slice(0, -1), { ...last, ...change }] };
}
