/** How events make one day, apart from what happens at its counters and at its door. */

import { leaveCounter, settle } from './afterwards/apply-after-outage.ts';
import { noteComeback, returnVisit } from './afterwards/apply-on-coming-back.ts';
import { applyToPlaces, cancelVisit } from './apply-to-places.ts';
import type { Day } from './day.ts';
import { counterOf, ticketNumber } from './day.ts';
import { forgetScreening } from './door/apply-at-door.ts';
import { emptyDoor } from './door/door.ts';
import type { CounterEvent, DayEvent, DoorEvent } from './events.ts';
import { latest } from './instant.ts';
import { applyPapers } from './papers/apply-papers.ts';
import { changeVisit, putVisit, visitOf } from './put.ts';
import { closeException } from './queue/out-of-turn.ts';
import { withoutHandover } from './visit.ts';

type TicketTaken = Extract<DayEvent, { type: 'TicketTaken' }>;
type OwnEvent = Exclude<DayEvent, CounterEvent | DoorEvent | { type: 'DayBegan' }>;

export function applyToDay(day: Day, event: OwnEvent): void {
  switch (event.type) {
    case 'TicketTaken':
      takeTicket(day, event);
      return;
    case 'VisitReturned':
      returnVisit(day, event);
      return;
    case 'VisitCancelled':
      cancelVisit(day, event);
      return;
    case 'PlaceFreed':
    case 'ProofMatched':
    case 'VisitPaid':
    case 'IdentityNoted':
    case 'NeedsErased':
    case 'VisitRated':
    case 'VisitDescribed':
      applyToPlaces(day, event);
      return;
    case 'PaperAsked':
    case 'PaperNoted':
    case 'PaperSettled':
      applyPapers(day, event);
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
    case 'OfficerAssigned':
      assign(day, event);
      return;
    case 'ExceptionClosed':
      closeException(day, event);
      return;
    case 'DayClosed':
    case 'DayReopened':
      day.closed = event.type === 'DayClosed';
      return;
    case 'VisitDeferred':
      leaveCounter(day, event.code);
      putVisit(day, {
        ...withoutHandover(visitOf(day, event.code), event.at),
        state: 'unfinished',
        waitsSince: null,
        endedAt: event.at,
      });
      return;
    case 'OutageRecorded':
      day.outages.push({ from: event.from, to: event.to, noticed: event.noticed });
      return;
    case 'VisitSettled':
      settle(day, event);
      return;
  }
}

function takeTicket(day: Day, event: TicketTaken): void {
  const [step = '', ...todo] = event.steps;
  const number = ticketNumber(event.prefix, event.ordinal);
  const arrivedAt = event.arrivedAt ?? event.at;
  if (!event.paper) day.lastNumbers.set(event.prefix, event.ordinal);
  day.codes.set(number, event.code);
  day.shortCodes.add(event.shortCode);
  if (event.comeback !== undefined) noteComeback(day, event.comeback);
  if (event.personal?.screening !== undefined) forgetScreening(day.door, event.personal.screening);
  putVisit(day, {
    code: event.code,
    link: event.code,
    paper: null,
    shortCode: event.shortCode,
    number,
    place: day.visits.size + 1,
    service: event.service,
    lane: event.lane,
    people: event.people,
    category: event.category,
    needs: event.personal?.needs ?? [],
    arrivedAt,
    promiseAt: event.promiseAt,
    until: event.until,
    promise: 'running',
    turn: event.turn,
    notBefore: event.notBefore,
    // FG1: nobody waits before the instant from which it can be called.
    waitsSince: event.notBefore === null ? arrivedAt : latest(arrivedAt, event.notBefore),
    told: event.told ?? null,
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
    bring: [],
    booking: event.booking ?? null,
    comeback: event.comeback ?? null,
    proof: event.personal?.proof ?? null,
    takesPlace: event.booking === undefined && event.comeback === undefined && event.place === undefined,
    collect: null,
    rating: null,
    ratedAt: null,
    choices: {},
    identity: null,
    outside: event.outside ?? false,
    steps: [],
    endedAt: null,
  });
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
    const visit = withoutHandover(visitOf(day, code), at);
    putVisit(day, { ...visit, state: 'unfinished', waitsSince: null, endedAt: at });
  }
  for (const visit of day.visits.values()) {
    if (visit.needs.length > 0 || visit.identity !== null || visit.proof !== null)
      putVisit(day, { ...visit, needs: [], identity: null, proof: null });
  }
  day.counters.clear();
  day.actions.clear();
  day.officers.clear();
  Object.assign(day.door, emptyDoor());
  day.ended = true;
}

/** ON2: one officer is at one counter, and one counter has one officer. */
function assign(
  { officers }: Day,
  { counter, officer }: Extract<DayEvent, { type: 'OfficerAssigned' }>,
): void {
  for (const [number, other] of officers) if (other === officer) officers.delete(number);
  if (officer === null) officers.delete(counter);
  else officers.set(counter, officer);
}
