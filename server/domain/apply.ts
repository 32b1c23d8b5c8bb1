/**
 * RE1: how events make the state. Every event here has happened: nothing is checked, nothing is refused.
 * RE2: what is personal may be missing.
 */
import { applyAtCounter } from './apply-at-counter.ts';
import { applyToCalendar } from './apply-to-calendar.ts';
import { applyToDay } from './apply-to-day.ts';
import { isOfCalendar } from './calendar.ts';
import { emptyDay } from './day.ts';
import type { State } from './decision.ts';
import { applyAtDoor } from './door/apply-at-door.ts';
import type { DomainEvent } from './events.ts';
import { noteOutOfTurn } from './queue/out-of-turn.ts';

/** Changes the state to what it is after the event. */
export function apply(state: State, event: DomainEvent): void {
  if (isOfCalendar(event)) {
    applyToCalendar(state.calendar, event);
    return;
  }
  noteOutOfTurn(state.day, event);
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
    case 'OfficerAssigned':
    case 'ExceptionClosed':
    case 'DayClosed':
    case 'DayReopened':
    case 'VisitDeferred':
    case 'OutageRecorded':
    case 'VisitSettled':
    case 'PlaceFreed':
    case 'ProofMatched':
    case 'VisitPaid':
    case 'IdentityNoted':
    case 'NeedsErased':
    case 'VisitRated':
    case 'VisitDescribed':
    case 'PaperAsked':
    case 'PaperNoted':
    case 'PaperSettled':
      applyToDay(state.day, event);
      state.day.lastAt = event.at;
      return;
    case 'PersonScreened':
    case 'CaseOpened':
    case 'CaseSeen':
    case 'TaskForceNotified':
    case 'CaseDecided':
    case 'ReadingsErased':
    case 'InsideCounted':
    case 'PeopleLeft':
    case 'VisitsCalledIn':
      applyAtDoor(state.day, event);
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
