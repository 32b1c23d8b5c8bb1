/** CB2: what is collected after paying gets its date once it is paid, counted from that day. */

import { collectFrom } from '../afterwards/collect.ts';
import { comebacksNamed } from '../afterwards/comebacks.ts';
import type { Command } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';

type PayVisit = Extract<Command, { type: 'PayVisit' }>;
type Paid = (code: string, from: string) => DomainEvent;

export function payVisit(state: State, { ticket }: PayVisit, at: Instant): Decision<{ from: string }> {
  const visit = findVisit(state.day, ticket);
  if (visit) {
    const today: Paid = (code, from) => ({ type: 'VisitPaid', at, code, from });
    return visit.collect
      ? pay(state, visit.code, visit.service, visit.collect.from, today)
      : refuse('not-possible');
  }
  // Of several with one short code, the newest that is not paid yet.
  const named = comebacksNamed(state, ticket).filter(({ kind }) => kind === 'collection');
  const comeback = named.find(({ from }) => from === null) ?? named[0];
  if (!comeback) return refuse('unknown-ticket');
  const isToday = comeback.date === state.day.date;
  const paid: Paid = (code, from) => ({ type: isToday ? 'VisitPaid' : 'ComebackPaid', at, code, from });
  return pay(state, comeback.code, comeback.formerService, comeback.from, paid);
}

/** Paid already, it answers the same. */
function pay(
  state: State,
  code: string,
  service: string,
  from: string | null,
  paid: Paid,
): Decision<{ from: string }> {
  if (from !== null) return accept({ from });
  const first = collectFrom(officeOf(state), service, state.day.date);
  return first === null ? refuse('not-possible') : accept({ from: first }, paid(code, first));
}
