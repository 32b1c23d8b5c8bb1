/** The phone of a visit whose day is over, and whose ticket is still worth something. FP1: a first place. CB4, IF4: to come again. */
import type { TicketView } from '../../contract/views.ts';
import type { NotedComeback } from '../afterwards/comebacks.ts';
import type { PromisedPlace } from '../calendar.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { byLink } from '../papers/paper.ts';
import { isGivenUp } from '../queue/places.ts';
import { afterwards, afterwardsOf } from './afterwards.ts';
import { officeSummary, type ViewContext } from './context.ts';
import { isFreeOfCharge } from './handover.ts';
import { nameIn } from './names.ts';

/** Null: it is worth nothing (any more). */
export function laterTicketView(state: State, context: ViewContext, link: string): TicketView | null {
  const promised = byLink(state.calendar.places, link);
  const place = promised && placeOf(state, promised.code);
  if (place) return viewOfPlace(state, context, place);
  const comeback = byLink(state.calendar.comebacks, link);
  return comeback && comeback.ticket === null ? viewOfComeback(state, context, comeback) : null;
}

/** FP4: not one that is given up. */
export function placeOf({ calendar, day }: State, code: string): PromisedPlace | null {
  const place = calendar.places.get(code);
  return place && !isGivenUp(place, day.date) ? place : null;
}

type Former = Pick<PromisedPlace, 'number' | 'shortCode' | 'date' | 'service' | 'lane' | 'people' | 'steps'>;

/** What is the same of all that is over. */
function former(state: State, context: ViewContext, { service, lane, steps, ...rest }: Former) {
  const office = officeOf(state);
  const [step = ''] = steps;
  return {
    office: officeSummary(state, context),
    number: rest.number,
    shortCode: rest.shortCode,
    date: rest.date,
    service,
    serviceName: nameIn(office.services, service, office.languages),
    lane,
    step,
    stepName: nameIn(office.steps, step, office.languages),
    ahead: null,
    estimate: null,
    promiseAt: null,
    counter: null,
    notBefore: null,
    people: rest.people,
    outside: false,
    // RT2: the day is over.
    rating: null,
    mayRate: false,
    call: null,
  };
}

/** FP1: the visit itself is long over; its ticket is still worth a first place. */
const viewOfPlace = (state: State, context: ViewContext, place: PromisedPlace): TicketView => ({
  ...former(state, context, place),
  state: 'unfinished',
  free: false,
  reasons: [],
  firstPlace: true,
  ...afterwards(state, null, context),
});

/** CB4, IF4: what the slip says: what for, when, and with what. */
const viewOfComeback = (state: State, context: ViewContext, comeback: NotedComeback): TicketView => ({
  ...former(state, context, { ...comeback, service: comeback.formerService }),
  state: comeback.kind === 'collection' ? 'done' : 'incomplete',
  free: isFreeOfCharge(state, { code: comeback.code, steps: [] }),
  reasons: [...comeback.reasons],
  firstPlace: false,
  ...afterwardsOf(state, comeback),
});
