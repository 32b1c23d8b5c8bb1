/** `ticket:<code>`: what the phone of one visit shows. No more is said than stands on the ticket. */
import type { TicketView } from '../../contract/views.ts';
import { mayRate } from '../commands/rate-visit.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { localDate } from '../hours/hours.ts';
import { toIsoOrNull } from '../instant.ts';
import { byLink } from '../papers/paper.ts';
import type { Visit } from '../visit.ts';
import { afterwards } from './afterwards.ts';
import { callOf } from './call.ts';
import { lineupOf, officeSummary, type ViewContext } from './context.ts';
import { estimateOf } from './estimate.ts';
import { isFreeOfCharge } from './handover.ts';
import { nameIn } from './names.ts';
import { readyFor } from './ready.ts';
import { laterTicketView, placeOf } from './ticket-later.ts';

/**
 * Null: no such ticket today, or yesterday, and none that is still worth something (FP1, CB4, IF4). A number is not
 * enough: only who holds the link may look (PA5).
 */
export function ticketView(state: State, context: ViewContext, link: string): TicketView | null {
  const visit = byLink(state.day.visits, link) ?? byLink(state.day.before, link);
  return visit ? viewOf(state, context, visit) : laterTicketView(state, context, link);
}

function viewOf(state: State, context: ViewContext, visit: Visit): TicketView {
  const { services, steps, counters, languages, timeZone } = officeOf(state);
  const atCounter = visit.state === 'called' || visit.state === 'serving';
  const place = atCounter ? counters.find(({ number }) => number === visit.counter) : undefined;
  const ready = readyFor(state, visit).things;
  return {
    office: officeSummary(state, context),
    number: visit.number,
    shortCode: visit.shortCode,
    date: localDate(visit.arrivedAt, timeZone),
    state: visit.state,
    service: visit.service,
    serviceName: nameIn(services, visit.service, languages),
    lane: visit.lane,
    step: visit.step,
    stepName: nameIn(steps, visit.step, languages),
    ahead: lineupOf(state, context).ahead(visit),
    estimate: estimateOf(context, visit),
    promiseAt: toIsoOrNull(visit.promiseAt),
    counter: atCounter ? visit.counter : null,
    ...(place?.name ? { counterName: place.name } : {}),
    ...(place?.direction ? { direction: place.direction } : {}),
    ...(ready.length > 0 ? { ready } : {}),
    notBefore: toIsoOrNull(visit.notBefore),
    free: isFreeOfCharge(state, visit),
    people: visit.people,
    reasons: [...visit.reasons],
    outside: visit.state === 'waiting' && visit.outside,
    firstPlace: placeOf(state, visit.code) !== null,
    ...afterwards(state, visit, context),
    rating: visit.rating,
    // RT2: not of the day before.
    mayRate: state.day.visits.has(visit.code) && mayRate(visit, context.at),
    call: callOf(visit),
    ...paperShown(visit),
  };
}

/** Whoever stands at a kiosk sees there what comes of the paper. */
const paperShown = ({ paper }: Visit): Pick<TicketView, 'paper'> =>
  paper?.kind === 'ticket' ? { paper: { state: paper.state, copy: paper.copy } } : {};
