/**
 * RE1: how events make the state. Every event here has happened: nothing is checked, nothing is refused.
 * RE2: what is personal may be missing.
 */
import { applyAtCounter } from './apply-at-counter.ts';
import { applyToCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import { counterOf, emptyDay, ticketNumber } from './day.ts';
import type { State } from './decision.ts';
import type { DayEvent, DomainEvent } from './events.ts';
import { changeVisit, putVisit } from './put.ts';

type TicketTaken = Extract<DayEvent, { type: 'TicketTaken' }>;

/** Changes the state to what it is after the event. */
export function apply(state: State, event: DomainEvent): void {
  switch (event.type) {
    case 'OfficeConfigured':
    case 'PasswordSet':
    case 'TokenIssued':
    case 'TokenRevoked':
    case 'SessionOpened':
    case 'SessionEnded':
    case 'DeviceAdded':
    case 'DeviceRemoved':
      applyToCalendar(state.calendar, event);
      return;
    case 'DayBegan':
      state.day = emptyDay(event.date, event.endsAt, event.at);
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
      changeVisit(day, event.code, { state: 'waiting', returnedAfter: day.callCount, onlyAt: null });
      return;
    case 'VisitCancelled':
      changeVisit(day, event.code, { state: 'cancelled', endedAt: event.at });
      return;
    case 'LaneChanged':
      changeVisit(day, event.code, { lane: event.lane, promiseAt: event.promiseAt, turn: event.turn });
      return;
    case 'CounterResumed':
      day.counters.set(event.counter, { ...counterOf(day, event.counter), state: 'open', pause: null });
      return;
    case 'HandoverBroken':
      day.brokenHandovers.add(event.code);
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

/** TP6: midnight. */
function endDay(day: Day, { at, unfinished }: Extract<DayEvent, { type: 'DayEnded' }>): void {
  for (const code of unfinished) changeVisit(day, code, { state: 'unfinished', endedAt: at });
  for (const visit of day.visits.values()) {
    if (visit.needs.length > 0) putVisit(day, { ...visit, needs: [] });
  }
  day.counters.clear();
  day.actions.clear();
  day.ended = true;
}
