/** What became of the visits of one day, by a plain loop over its events and an understanding of our own. */
import type { DayEvent } from '../../../server/domain/events.ts';
import type { Visit } from './visit.ts';
import { comesBack, endCall, leaves, over, stopGlass, waits } from './visit.ts';

type Taken = Extract<DayEvent, { type: 'TicketTaken' }>;
type OfVisit = Extract<DayEvent, { code: string }>;
type Called = Extract<DayEvent, { type: 'TicketCalled' }>;

/** What was taken back by undo is left out: it was as if it had not been (UN1, FG2). */
export function visitsOf(events: readonly DayEvent[]): Visit[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'ActionUndone' ? [event.undone] : [])));
  const visits = new Map<string, Visit>();
  for (const event of events) {
    if ('action' in event && undone.has(event.action)) continue;
    if (event.type === 'TicketTaken') visits.set(event.code, taken(event));
    else if (event.type === 'DayEnded') {
      for (const code of event.unfinished) over(found(visits, code), 'unfinished', event.at);
    } else if ('code' in event) happened(found(visits, event.code), event);
  }
  return [...visits.values()];
}

function found(visits: ReadonlyMap<string, Visit>, code: string): Visit {
  const visit = visits.get(code);
  if (!visit) throw new Error(`an event of a visit that nobody began: ${code}`);
  return visit;
}

function taken(event: Taken): Visit {
  const arrivedAt = event.arrivedAt ?? event.at;
  return {
    ...{ service: event.service, lane: event.lane, people: event.people, until: event.until, arrivedAt },
    ...{ told: event.told ?? null, booking: event.booking ?? null, promiseAt: event.promiseAt },
    takesPlace: !event.booking && !event.comeback && !event.place,
    ...{ state: 'waiting', waitsSince: Math.max(arrivedAt, event.notBefore ?? 0) },
    ...{ promise: 'open', isBroken: false, endedAt: null, rating: null, choices: new Map(), calls: [] },
  };
}

/** Of one visit. */
function happened(visit: Visit, event: OfVisit): void {
  switch (event.type) {
    case 'TicketCalled':
      called(visit, event);
      return;
    case 'StepDone':
      stepDone(visit, event);
      return;
    case 'VisitReturned':
      comesBack(visit, event.at, event.promiseAt);
      waits(visit, event.at);
      return;
    case 'VisitSettled':
      settled(visit, event);
      return;
    case 'VisitCancelled':
      over(visit, 'cancelled', event.at);
      return;
    case 'VisitDeferred':
      over(visit, 'unfinished', event.at);
      return;
    default:
      duringCall(visit, event);
      beside(visit, event);
  }
}

/** At the counter that has called it. */
function duringCall(visit: Visit, event: OfVisit): void {
  const call = visit.calls.at(-1);
  if (event.type === 'VisitStarted' && call) {
    call.startedAt = event.at;
    if (event.endsAt !== null) call.glass = 'running';
    visit.state = 'serving';
  }
  if (event.type === 'VisitMissed') {
    endCall(visit, 'no-show', event.at, null);
    leaves(visit, 'no-show');
  }
  if (event.type === 'VisitSentAway') {
    endCall(visit, 'incomplete', event.at, null);
    if (call) call.reasons = event.reasons;
    leaves(visit, 'incomplete');
  }
  if (event.type === 'VisitHeld') {
    endCall(visit, 'held', event.at, null);
    visit.state = 'held';
  }
  if (event.type === 'VisitTransferred') {
    endCall(visit, 'transferred', event.at, null);
    waits(visit, event.at);
  }
}

function stepDone(visit: Visit, { at, step, outcome, next }: Extract<DayEvent, { type: 'StepDone' }>): void {
  endCall(visit, 'done', at, outcome);
  if (next !== null) {
    stopGlass(visit, (call) => (call.step === step ? 'in time' : 'running'));
    waits(visit, at);
    return;
  }
  stopGlass(visit, () => 'in time');
  if (visit.promise === 'open') visit.promise = 'kept';
  over(visit, 'done', at);
}

/** What changes nothing in the queue. */
function beside(visit: Visit, event: OfVisit): void {
  if (event.type === 'OutcomeNamed') {
    const named = visit.calls.findLast(({ counter, end }) => counter === event.counter && end === 'done');
    if (named) named.outcome = event.outcome;
  }
  if (event.type === 'LaneChanged') {
    visit.lane = event.lane;
    visit.promiseAt = event.promiseAt;
  }
  if (event.type === 'PromiseBroken') visit.isBroken = true;
  if (event.type === 'HandoverBroken')
    for (const call of visit.calls) if (call.glass === 'running') call.glass = 'too long';
  if (event.type === 'PlaceFreed') visit.takesPlace = false;
  if (event.type === 'ProofMatched') {
    visit.takesPlace = false;
    visit.booking = event.booking;
  }
  if (event.type === 'VisitRated') visit.rating = event.rating;
  if (event.type === 'VisitDescribed')
    for (const [list, choice] of Object.entries(event.choices)) visit.choices.set(list, choice);
}

function called(visit: Visit, event: Called): void {
  comesBack(visit, event.at, event.promiseAt);
  if (visit.until === 'called' && visit.promise === 'open') visit.promise = 'kept';
  const since = visit.waitsSince;
  visit.calls.push({
    ...{ step: event.step, counter: event.counter, officer: event.officer ?? '', at: event.at },
    waitedFrom: since === null || since < event.at ? since : event.at,
    ...{ startedAt: null, endedAt: null, end: null, outcome: null, reasons: [], glass: null },
  });
  visit.waitsSince = null;
  visit.state = 'called';
  visit.endedAt = null;
}

function settled(visit: Visit, { as, at }: Extract<DayEvent, { type: 'VisitSettled' }>): void {
  for (const call of visit.calls) if (call.end === null) call.end = as === 'gone' ? 'no-show' : 'done';
  if (as === 'gone') {
    leaves(visit, 'no-show');
    return;
  }
  if (visit.promise === 'open') visit.promise = 'lapsed';
  over(visit, 'done', at);
}
