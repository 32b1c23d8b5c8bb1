/**
 * RE1: how events make the state. Every event here has happened: nothing is checked, nothing is refused.
 * RE2: what is personal may be missing.
 */
import { applyAtCounter } from './apply-at-counter.ts';
import { applyToCalendar, isOfCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import { counterOf, emptyDay, ticketNumber } from './day.ts';
import type { State } from './decision.ts';
import type { DayEvent, DomainEvent } from './events.ts';
import { changeVisit, putVisit, visitOf } from './put.ts';
import { promiseOnComingBack, withoutHandover } from './visit.ts';

type TicketTaken = Extract<DayEvent, { type: 'TicketTaken' }>;

/** Changes the state to what it is after the event. */
export function apply(state: State, event: DomainEvent): void {
  if (isOfCalendar(event)) {
    applyToCalendar(state.calendar, event);
    return;
  }
  switch (event.type) {
    case 'DayBegan':
      state.day = emptyDay(event.date, event.endsAt, event.at, state.day.visits);
      return;
    case 'TicketTaken':
    case 'VisitReturned':
    case 'VisitCancelled':
    case 'LaneChanged':
    case 'CounterResumed':
    case 'HandoverBroken':
    case 'PromiseBroken':
    case 'DayEnded':
      applyToDay(state.day, event);
      state.day.lastAt = event.at;
      return;
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterClosed':
    case 'TicketCalled':
    case 'QueueFoundEmpty':
    case 'TicketRecalled':
    case 'VisitStarted':
    case 'StepDone':
    case 'OutcomeNamed':
    case 'VisitMissed':
    case 'VisitHeld':
    case 'VisitTransferred':
    case 'VisitSentAway':
    case 'ActionUndone':
      applyAtCounter(state.day, event);
      state.day.lastAt = event.at;
      return;
  }
}

type OwnEvent = Extract<
  DayEvent,
  {
    type:
      | 'TicketTaken'
      | 'VisitReturned'
      | 'VisitCancelled'
      | 'LaneChanged'
      | 'CounterResumed'
      | 'HandoverBroken'
      | 'PromiseBroken'
      | 'DayEnded';
  }
>;

function applyToDay(day: Day, event: OwnEvent): void {
  switch (event.type) {
    case 'TicketTaken':
      takeTicket(day, event);
      return;
    case 'VisitReturned':
      returnVisit(day, event);
      return;
    case 'VisitCancelled':
      putVisit(day, {
        ...withoutHandover(visitOf(day, event.code), event.at),
        state: 'cancelled',
        endedAt: event.at,
      });
      return;
    case 'LaneChanged':
      changeVisit(day, event.code, { lane: event.lane, promiseAt: event.promiseAt, turn: event.turn });
      return;
    case 'CounterResumed':
      resume(day, event.counter);
      return;
    case 'HandoverBroken':
      breakHandover(day, event.code);
      return;
    case 'PromiseBroken':
      day.brokenPromises.add(event.code);
      day.running.delete(event.code);
      return;
    case 'DayEnded':
      endDay(day, event);
      return;
  }
}

function takeTicket(day: Day, event: TicketTaken): void {
  const [step = '', ...todo] = event.steps;
  const number = ticketNumber(event.prefix, event.ordinal);
  day.lastNumbers.set(event.prefix, event.ordinal);
  day.codes.set(number, event.code);
  day.shortCodes.add(event.shortCode);
  putVisit(day, {
    code: event.code,
    shortCode: event.shortCode,
    number,
    place: day.visits.size + 1,
    service: event.service,
    lane: event.lane,
    people: event.people,
    category: event.category,
    needs: event.personal?.needs ?? [],
    arrivedAt: event.at,
    promiseAt: event.promiseAt,
    until: event.until,
    promise: 'running',
    turn: event.turn,
    notBefore: event.notBefore,
    state: 'waiting',
    step,
    todo,
    counter: null,
    callId: null,
    times: 0,
    firstCalledAt: null,
    calledAt: null,
    lastCalledAt: null,
    startedAt: null,
    handover: null,
    onlyAt: null,
    returnedAfter: null,
    reasons: [],
    steps: [],
    endedAt: null,
  });
}

function returnVisit(day: Day, { code, at }: Extract<DayEvent, { type: 'VisitReturned' }>): void {
  const promise = promiseOnComingBack(visitOf(day, code), at);
  changeVisit(day, code, { state: 'waiting', promise, returnedAfter: day.callCount, onlyAt: null });
}

/** UN3: the action before the pause ended can still be taken back: to a counter that is open. */
function resume(day: Day, number: number): void {
  const paused = counterOf(day, number);
  const after = { ...paused, state: 'open', pause: null } as const;
  day.counters.set(number, after);
  const action = day.actions.get(number);
  if (action?.counter.after !== paused) return;
  const { before } = action.counter;
  const resumed = before.state === 'paused' ? { ...before, state: 'open' as const, pause: null } : before;
  day.actions.set(number, { ...action, counter: { before: resumed, after } });
}

function breakHandover(day: Day, code: string): void {
  const { handover } = visitOf(day, code);
  const broken = day.brokenHandovers.get(code) ?? [];
  if (handover) day.brokenHandovers.set(code, [...broken, handover.startedAt]);
  day.handovers.delete(code);
}

/** TP6: midnight. */
function endDay(day: Day, { at, unfinished }: Extract<DayEvent, { type: 'DayEnded' }>): void {
  for (const code of unfinished) {
    putVisit(day, { ...withoutHandover(visitOf(day, code), at), state: 'unfinished', endedAt: at });
  }
  for (const visit of day.visits.values()) {
    if (visit.needs.length > 0) putVisit(day, { ...visit, needs: [] });
  }
  day.counters.clear();
  day.actions.clear();
  day.ended = true;
}
