/** `ticket:<code>`: what the phone of one visit shows. No more is said than stands on the ticket. */
import type { TicketView } from '../../contract/views.ts';
import type { PromisedPlace } from '../calendar.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIsoOrNull } from '../instant.ts';
import { isGivenUp } from '../places.ts';
import type { Visit } from '../visit.ts';
import { afterwards } from './afterwards.ts';
import { callOf } from './call.ts';
import { lineupOf, officeSummary, type ViewContext } from './context.ts';
import { isFreeOfCharge } from './handover.ts';
import { nameIn } from './names.ts';

/**
 * Null: no such ticket today, or yesterday, and none whose first place is still promised (FP1). A number is not enough:
 * only who holds the code may look.
 */
export function ticketView(state: State, context: ViewContext, code: string): TicketView | null {
  const visit = state.day.visits.get(code) ?? state.day.before.get(code);
  if (visit) return viewOf(state, context, visit);
  const place = placeOf(state, code);
  return place && viewOfPlace(state, context, place);
}

/** FP4: not one that is given up. */
function placeOf({ calendar, day }: State, code: string): PromisedPlace | null {
  const place = calendar.places.get(code);
  return place && !isGivenUp(place, day.date) ? place : null;
}

/** FP1: the visit itself is long over; its ticket is still worth a first place. */
function viewOfPlace(state: State, context: ViewContext, place: PromisedPlace): TicketView {
  const { services, steps, languages } = officeOf(state);
  const { number, shortCode, service, lane, people } = place;
  const [step = ''] = place.steps;
  return {
    office: officeSummary(state, context),
    number,
    shortCode,
    state: 'unfinished',
    service,
    serviceName: nameIn(services, service, languages),
    lane,
    step,
    stepName: nameIn(steps, step, languages),
    ahead: null,
    estimate: null,
    promiseAt: null,
    counter: null,
    notBefore: null,
    free: false,
    people,
    reasons: [],
    outside: false,
    firstPlace: true,
    ...afterwards(state, null, context.at),
    call: null,
  };
}

function viewOf(state: State, context: ViewContext, visit: Visit): TicketView {
  const { services, steps, languages } = officeOf(state);
  const atCounter = visit.state === 'called' || visit.state === 'serving';
  return {
    office: officeSummary(state, context),
    number: visit.number,
    shortCode: visit.shortCode,
    state: visit.state,
    service: visit.service,
    serviceName: nameIn(services, visit.service, languages),
    lane: visit.lane,
    step: visit.step,
    stepName: nameIn(steps, visit.step, languages),
    ahead: lineupOf(state, context).ahead(visit),
    estimate: null,
    promiseAt: toIsoOrNull(visit.promiseAt),
    counter: atCounter ? visit.counter : null,
    notBefore: toIsoOrNull(visit.notBefore),
    free: isFreeOfCharge(state, visit),
    people: visit.people,
    reasons: [...visit.reasons],
    outside: visit.state === 'waiting' && visit.outside,
    firstPlace: placeOf(state, visit.code) !== null,
    ...afterwards(state, visit, context.at),
    call: callOf(visit),
  };
}
