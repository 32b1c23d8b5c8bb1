/** What one event of the journal makes of a visit and its counter. */
import type { DayEvent } from '../../../server/domain/events.ts';
import type { Recorded, RecordedPlace, RecordedState } from './recorded.ts';

export interface Changed {
  readonly visit: RecordedState | undefined;
  readonly counter: RecordedPlace;
}

type Called = Extract<DayEvent, { type: 'TicketCalled' }>;
type Taken = Extract<DayEvent, { type: 'TicketTaken' }>;

export function afterCall(event: Called, visit: RecordedState | undefined, counter: RecordedPlace): Changed {
  const { action, at, code } = event;
  return {
    counter: { ...counter, current: code },
    visit: visit && {
      ...visit,
      ...{ state: 'called', counter: event.counter, callId: action, times: 1, doneAt: null },
      firstCalledAt: visit.firstCalledAt ?? at,
    },
  };
}

/** An event that is not known here (of the door, of quotas) changes nothing that is compared. */
export function afterEvent(
  event: Exclude<DayEvent, Called>,
  visit: RecordedState | undefined,
  counter: RecordedPlace,
): Changed {
  const free = { ...counter, current: null };
  const becomes = (state: RecordedState['state'], at: RecordedPlace): Changed => ({
    counter: at,
    visit: visit && { ...visit, state },
  });
  switch (event.type) {
    case 'TicketTaken':
      return { visit: taken(event), counter };
    case 'StepDone':
      if (event.next !== null) return becomes('waiting', free);
      return { counter: free, visit: visit && { ...visit, state: 'done', doneAt: event.at } };
    case 'TicketRecalled':
      return { counter, visit: visit && { ...visit, times: event.times } };
    case 'VisitStarted':
      return becomes('serving', counter);
    case 'VisitMissed':
      return becomes('no-show', free);
    case 'VisitHeld':
      return becomes('held', free);
    case 'VisitTransferred':
      return becomes('waiting', free);
    case 'VisitSentAway':
      return becomes('incomplete', free);
    case 'VisitReturned': {
      const { promiseAt = visit?.promiseAt ?? null } = event;
      return { counter, visit: visit && { ...visit, state: 'waiting', promiseAt } };
    }
    case 'VisitCancelled':
      return becomes('cancelled', counter);
    case 'CounterOpened':
    case 'CounterResumed':
      return { visit, counter: { ...counter, state: 'open' } };
    case 'CounterPaused':
      return { visit, counter: { ...counter, state: 'paused' } };
    case 'CounterClosed':
      return { visit, counter: { state: 'closed', current: null } };
    default:
      return { visit, counter };
  }
}

const taken = ({ code, prefix, ordinal, service, people, at, promiseAt, until }: Taken): RecordedState => ({
  ...{ code, service, people, promiseAt, until, takenAt: at },
  // NU2, said again: at least three digits.
  number: `${prefix}-${ordinal < 1000 ? `00${ordinal}`.slice(-3) : ordinal}`,
  state: 'waiting',
  counter: null,
  callId: null,
  times: 0,
  firstCalledAt: null,
  doneAt: null,
});

/** Who came in and who went: counted by the events of the door. */
export function atDoor(door: Recorded['door'], event: DayEvent): void {
  if (event.type === 'PersonScreened') door.readings += 1;
  const isLetIn =
    (event.type === 'PersonScreened' && event.admits) ||
    (event.type === 'CaseDecided' && event.decision === 'admit');
  if (isLetIn) door.admitted += 1;
  if (isLetIn) door.inside += 1;
  if (event.type === 'PeopleLeft') door.left += event.count;
  if (event.type === 'PeopleLeft') door.inside = Math.max(0, door.inside - event.count);
  if (event.type === 'InsideCounted') door.inside = event.inside;
}
