/** What a visit's slip says of afterwards: what to bring, where to collect, what it costs; and how its promise stands. */
import type { Office } from '../../contract/office.ts';
import type { TicketView } from '../../contract/views.ts';
import type { NotedComeback } from '../afterwards/comebacks.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { dateIn } from '../hours/hours.ts';
import { outlookOn } from '../queue/outlook.ts';
import { standingOf } from '../queue/standing.ts';
import type { Visit } from '../visit.ts';
import { forecastOf, type ViewContext } from './context.ts';
import { nameIn } from './names.ts';

type Afterwards = Pick<TicketView, 'promise' | 'bring' | 'returnUntil' | 'collect' | 'fee'>;

/** CB1, IF1: of a visit of today or of the day before. Null: a ticket that is worth a first place, of which only that is said. */
export function afterwards(state: State, visit: Visit | null, context: ViewContext): Afterwards {
  if (!visit) return { promise: null, bring: [], returnUntil: null, collect: null, fee: null };
  const office = officeOf(state);
  return {
    promise: standingOf(state, visit, context.at, outlookOn(state, forecastOf(context))),
    bring: visit.state === 'incomplete' ? thingsOf(office, visit.step, visit.bring) : [],
    returnUntil: returnUntil(state, visit),
    collect: collectOf(state, visit),
    fee: feeOf(office, visit.service),
  };
}

/** CB4, IF4: of a visit whose day is long over. */
export function afterwardsOf(state: State, comeback: NotedComeback): Afterwards {
  const office = officeOf(state);
  const [step = ''] = comeback.steps;
  const isReturn = comeback.kind === 'return';
  return {
    promise: null,
    bring: thingsOf(office, step, comeback.bring),
    returnUntil: comeback.until,
    collect: isReturn ? null : placeToCollect(office, comeback.service, comeback.from),
    fee: feeOf(office, comeback.formerService),
  };
}

export const thingsOf = (office: Office, stepId: string, ids: readonly string[]): TicketView['bring'] => {
  const known = office.steps.find(({ id }) => id === stepId)?.incomplete?.bring ?? [];
  return ids.map((id) => ({ id, name: nameIn(known, id, office.languages) }));
};

/** IF2: the last date; null where the office says none: today. */
function returnUntil(state: State, { code, state: now, step }: Visit): string | null {
  if (now !== 'incomplete') return null;
  const noted = state.calendar.comebacks.get(code);
  if (noted) return noted.until;
  if (!state.day.visits.has(code)) return null;
  const within = officeOf(state).steps.find(({ id }) => id === step)?.incomplete?.returnWithin;
  return within === undefined ? null : dateIn(state.day.date, within);
}

/** CB4: once its day is over, what was noted counts: it may have been paid since, or taken. */
function collectOf(state: State, { code, collect }: Visit): TicketView['collect'] {
  if (!collect) return null;
  const office = officeOf(state);
  if (state.day.visits.has(code))
    return collect.taken ? null : placeToCollect(office, collect.service, collect.from);
  const noted = state.calendar.comebacks.get(code);
  if (!noted || noted.ticket !== null) return null;
  return placeToCollect(office, noted.service, noted.from);
}

/** CB3: by its code it is also handed out where nobody enters the room. */
function placeToCollect(office: Office, service: string, from: string | null): TicketView['collect'] {
  const named = (id: string) => ({ service: id, serviceName: nameIn(office.services, id, office.languages) });
  const others = office.services.filter(({ id, inside, offsite }) => !inside && !offsite && id !== service);
  return { ...named(service), from, alsoAt: others.map(({ id }) => named(id)) };
}

function feeOf({ services, currency }: Office, service: string): TicketView['fee'] {
  const fee = services.find(({ id }) => id === service)?.fee;
  return fee === undefined ? null : { amount: fee, currency };
}
