/** How what a counter did changes the day; and what undo needs to know of it. */
import type { Action, Call, Counter, Day } from './day.ts';
import { counterOf } from './day.ts';
import type { CounterEvent } from './events.ts';
import { putVisit } from './put.ts';
import type { StepEnd, Visit } from './visit.ts';
import { promiseOnComingBack, withoutHandover } from './visit.ts';

type Acted = Exclude<CounterEvent, { type: 'ActionUndone' }>;
type Undone = Extract<CounterEvent, { type: 'ActionUndone' }>;

export function applyAtCounter(day: Day, event: CounterEvent): void {
  if (event.type === 'ActionUndone') undo(day, event);
  else act(day, event);
}

/** Applies one event of an action and adds what it touched to the action that undo would take back. */
function act(day: Day, event: Acted): void {
  const former = day.actions.get(event.counter);
  const action = former?.id === event.action ? former : null;
  const counter = counterOf(day, event.counter);
  const visit = 'code' in event ? day.visits.get(event.code) : undefined;

  const newCounter = counterAfter(counter, event);
  day.counters.set(counter.number, newCounter);
  const visits = new Map(action?.visits);
  if (visit) {
    const newVisit = visitAfter(visit, event);
    putVisit(day, newVisit);
    visits.set(visit.code, { before: visits.get(visit.code)?.before ?? visit, after: newVisit });
  }
  day.actions.set(event.counter, {
    id: event.action,
    name: action?.name ?? event.type,
    at: event.at,
    counter: { before: action?.counter.before ?? counter, after: newCounter },
    visits,
    call: (visit && announce(day, visit, event)) ?? action?.call ?? null,
  });
}

/** Puts a call, or its next announcement, on the day's list. */
function announce(day: Day, visit: Visit, event: Acted): Action['call'] {
  if (event.type === 'TicketCalled') {
    day.callCount += 1;
    const after: Call = {
      callId: event.action,
      code: visit.code,
      number: visit.number,
      counter: event.counter,
      step: event.step,
      lane: visit.lane,
      at: event.at,
      times: 1,
      ordinal: day.callCount,
    };
    putCall(day, null, after);
    return { before: null, after };
  }
  if (event.type !== 'TicketRecalled') return null;
  const before = day.calls.get(visit.step)?.find(({ callId }) => callId === visit.callId);
  if (!before) return null;
  const after = { ...before, at: event.at, times: event.times };
  putCall(day, before, after);
  return { before, after };
}

/** Replaces one call of the list by another; null adds or removes. */
function putCall(day: Day, before: Call | null, after: Call | null): void {
  const step = (before ?? after)?.step ?? '';
  const calls = day.calls.get(step) ?? [];
  if (before) calls.splice(calls.lastIndexOf(before), 1, ...(after ? [after] : []));
  else if (after) calls.push(after);
  day.calls.set(step, calls);
}

/** UN1: everything that the action touched is again what it was. */
function undo(day: Day, { counter }: Undone): void {
  const action = day.actions.get(counter);
  if (!action) throw new Error(`an event undoes what was not done at counter ${counter}`);
  day.counters.set(counter, action.counter.before);
  for (const { before } of action.visits.values()) putVisit(day, before);
  if (action.call) putCall(day, action.call.after, action.call.before);
  day.actions.delete(counter);
}

function counterAfter(counter: Counter, event: Acted): Counter {
  switch (event.type) {
    case 'CounterOpened':
      return { ...counter, state: 'open', pause: null, steps: event.steps, lanes: event.lanes };
    case 'CounterPaused':
      return { ...counter, state: 'paused', pause: { reason: event.reason, until: event.until } };
    case 'CounterClosed':
      return { ...counter, state: 'closed', pause: null, lastNext: null };
    case 'TicketCalled': {
      const lastNext = event.byNext ? { at: event.at, code: event.code } : counter.lastNext;
      return { ...counter, current: event.code, lastNext };
    }
    case 'QueueFoundEmpty':
      return { ...counter, lastNext: { at: event.at, code: null } };
    case 'StepDone':
    case 'VisitMissed':
    case 'VisitHeld':
    case 'VisitTransferred':
    case 'VisitSentAway':
      return { ...counter, current: null };
    case 'TicketRecalled':
    case 'VisitStarted':
    case 'OutcomeNamed':
      return counter;
  }
}

function visitAfter(visit: Visit, event: Acted): Visit {
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
      };
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterClosed':
    case 'QueueFoundEmpty':
      return visit;
  }
}

function called(
  visit: Visit,
  { at, counter, action, step }: Extract<Acted, { type: 'TicketCalled' }>,
): Visit {
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
  return { ...left, state: 'done', promise, endedAt: at };
}

/** An outcome that is named after the step was done belongs to the last time that it was done at this counter. */
function outcomeNamed(visit: Visit, { counter, outcome }: Extract<Acted, { type: 'OutcomeNamed' }>): Visit {
  const index = visit.steps.findLastIndex((one) => one.counter === counter && one.end === 'done');
  return { ...visit, steps: visit.steps.map((one, place) => (place === index ? { ...one, outcome } : one)) };
}

const ended = (visit: Visit, { at }: Acted, end: StepEnd): Visit => inStep(visit, { endedAt: at, end });

/** Changes the step under way. */
function inStep(visit: Visit, change: Partial<Visit['steps'][number]>): Visit {
  const last = visit.steps.at(-1);
  return last ? { ...visit, steps: [...visit.steps.slice(0, -1), { ...last, ...change }] } : visit;
}
