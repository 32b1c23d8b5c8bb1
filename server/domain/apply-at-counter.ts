/** How what a counter did changes the day; and what undo needs to know of it. */
import type { Action, Call, Counter, Day } from './day.ts';
import { counterOf } from './day.ts';
import type { CounterEvent } from './events.ts';
import { putVisit } from './put.ts';
import { noteFinished, takeBackFinished } from './queue/pace.ts';
import type { Visit } from './visit.ts';
import type { Acted } from './visit-after.ts';
import { visitAfter } from './visit-after.ts';

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
    if (event.type === 'StepDone') noteFinished(day, newVisit);
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
  for (const { before, after } of action.visits.values()) {
    putVisit(day, before);
    takeBackFinished(day, before, after);
  }
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
      return { ...counter, state: 'closed', pause: null };
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
