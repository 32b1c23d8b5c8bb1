/**
 * Who comes again: to collect what a visit ended with, or with what was missing. CB3, CB5: when, for what, and once.
 * IF5: a return. CB6: what is given up today may be taken again.
 */

import type { TicketAnswer } from '../../contract/http.ts';
import type { Comeback } from '../booking/booking-events.ts';
import { plainShortCode } from '../booking/booking-named.ts';
import type { CheckIn } from '../commands/check-in.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { isLetIn } from '../door/door.ts';
import { waitsOutside } from '../door/room.ts';
import { closedNow } from '../hours/closed.ts';
import { startOfDate } from '../hours/hours.ts';
import { numbersAt, opensFrom } from '../hours/opens.ts';
import type { Instant } from '../instant.ts';
import { toIso } from '../instant.ts';
import { byLink, linkOf } from '../papers/paper.ts';
import type { Lane, NewTicket, Service } from '../queue/new-ticket.ts';
import { newTicket } from '../queue/new-ticket.ts';
import type { Visit } from '../visit.ts';

/** `ticket`: the code of the visit that came of it, once somebody came. */
export interface NotedComeback extends Comeback {
  readonly ticket: string | null;
}

/**
 * The ticket of somebody who comes again, by the former ticket's code or short code. Of several with the same short code
 * the newest that can be taken counts. Null: it is nobody's.
 */
export function takeComeback(
  state: State,
  command: CheckIn,
  at: Instant,
  fresh: Fresh,
): Decision<TicketAnswer> | null {
  let first: Decision<TicketAnswer> | null = null;
  for (const comeback of comebacksNamed(state, command.booking)) {
    const decision = takeOne(state, comeback, command, at, fresh);
    if (decision.ok) return decision;
    first ??= decision;
  }
  return first;
}

/** By the code or the short code of the former ticket, the newest first: those of today whose visit is done too. */
export function comebacksNamed({ calendar, day }: State, name: string): NotedComeback[] {
  const spoken = plainShortCode(name);
  const is = (one: Pick<Comeback, 'code' | 'link' | 'shortCode'>): boolean =>
    linkOf(one) === name || one.shortCode === spoken;
  const direct = byLink(calendar.comebacks, name);
  if (direct) return [direct];
  const noted = [...calendar.comebacks.values()].filter(is).reverse();
  const today = [...day.visits.values()].filter(is).reverse();
  return [...today.flatMap((visit) => ofToday(day.date, visit, ticketFor(day.visits, visit.code))), ...noted];
}

/** CB3: what is collected on the day itself, as it will be noted at its end. */
function ofToday(date: string, visit: Visit, ticket: string | null): NotedComeback[] {
  const { code, link, shortCode, number, service: formerService, collect, people, category } = visit;
  if (visit.state !== 'done' || !collect) return [];
  const { service, from } = collect;
  const what = {
    kind: 'collection',
    service,
    formerService,
    lane: '',
    steps: [],
    reasons: [],
    bring: [],
  } as const;
  return [{ ...what, code, link, shortCode, number, date, from, until: null, people, category, ticket }];
}

const ticketFor = (visits: ReadonlyMap<string, Visit>, former: string): string | null =>
  [...visits.values()].findLast(({ comeback }) => comeback === former)?.code ?? null;

function takeOne(
  state: State,
  comeback: NotedComeback,
  command: CheckIn,
  at: Instant,
  fresh: Fresh,
): Decision<TicketAnswer> {
  if (isTaken(state, comeback)) return refuse('booking-used');
  const wanted = wantedFor(state, comeback, command);
  if (typeof wanted === 'string') return refuse(wanted);
  const when = inTime(state, comeback, wanted, at);
  if (!when.ok) return when;
  const { screening, people = comeback.people, category = comeback.category, needs, atDoor } = command;
  if (people > comeback.people) return refuse('not-possible');
  const letIn = screening === undefined ? undefined : state.day.door.screenings.get(screening);
  if (screening !== undefined && !(letIn && isLetIn(letIn))) return refuse('unknown-screening');
  const { code } = comeback;
  const ticket: NewTicket = {
    ...{ ...wanted, people, category, needs, screening, comeback: code },
    arrivedAt: letIn?.arrivedAt ?? undefined,
    outside: atDoor === true && !letIn && waitsOutside(state, wanted.service, people),
    notBefore: when.answer,
    // OH5: a reserved number counts from when it can be called.
    countFrom: when.answer ?? undefined,
  };
  const { event, answer } = newTicket(state, ticket, at, fresh);
  return accept(answer, { type: 'ComebackTaken', at, code, ticket: fresh.id }, event);
}

/** CB5, CB6. */
const isTaken = ({ day }: State, { ticket }: NotedComeback): boolean =>
  ticket !== null && day.visits.get(ticket)?.state !== 'cancelled';

type Wanted = Pick<NewTicket, 'steps'> & { readonly service: Service; readonly lane: Lane };

/** CB5, IF5: what is given to whoever comes, as far as the office still has it. */
function wantedFor(
  state: State,
  { kind, service: own, lane: ownLane, steps: left }: NotedComeback,
  { service: id = own, lane: wishedLane }: CheckIn,
): Wanted | 'not-possible' | 'unknown-lane' {
  const { services, lanes, steps } = officeOf(state);
  const service = services.find((one) => one.id === id && !one.offsite);
  const elsewhere = kind === 'collection' && service?.inside === false;
  if (!service || (id !== own && !elsewhere)) return 'not-possible';
  if (kind === 'collection') {
    const lane = wishedLane === undefined ? lanes[0] : lanes.find((one) => one.id === wishedLane);
    return lane ? { service, lane } : 'unknown-lane';
  }
  const lane = lanes.find((one) => one.id === ownLane);
  const isWhole = left.every((step) => steps.some((one) => one.id === step));
  const isOther = wishedLane !== undefined && wishedLane !== ownLane;
  return lane && isWhole && !isOther ? { service, lane, steps: left } : 'not-possible';
}

/** CB3, IF5: within its dates, and while numbers are given. Answers from when it may be called, where that is later. */
function inTime(
  state: State,
  { from, until }: NotedComeback,
  { service, lane }: Wanted,
  at: Instant,
): Decision<Instant | null> {
  const office = officeOf(state);
  const { date } = state.day;
  if (from === null) return refuse('not-possible');
  if (date < from) {
    const opensAt = opensFrom(office, service, lane, startOfDate(from, office.timeZone));
    return refuse('booking-early', opensAt === null ? {} : { opensAt: toIso(opensAt) });
  }
  if (until !== null && date > until) return refuse('booking-late');
  const closed = closedNow(state);
  if (closed) return refuse('office-closed', closed.opensAt === null ? {} : { opensAt: closed.opensAt });
  const opens = numbersAt(office, service, lane, at);
  if (opens.given) return accept(opens.notBefore);
  return refuse(opens.code, opens.opensAt === null ? {} : { opensAt: toIso(opens.opensAt) });
}
