/**
 * CA1: a ticket is cancelled while it waits or is aside, not while it is called or when it is over. QU5: where nobody has
 * called it, the booking that it came from gives its places back.
 */

import { offers } from '../booking/waiting-list.ts';
import type { VisitAnswer } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import { isOver, type Visit } from '../visit.ts';

export function cancelTicket(
  state: State,
  { ticket }: { ticket: string },
  at: Instant,
): Decision<VisitAnswer> {
  const visit = findVisit(state.day, ticket);
  if (!visit) return refuse('unknown-ticket');
  const { code, link, number } = visit;
  if (visit.state === 'called' || visit.state === 'serving') {
    return refuse('already-called', visit.counter === null ? {} : { counter: visit.counter });
  }
  if (isOver(visit)) return refuse('not-possible');
  return accept(
    { code: link, number, state: 'cancelled' },
    { type: 'VisitCancelled', at, code },
    ...(visit.firstCalledAt === null ? givenBack(state, visit, at) : []),
  );
}

/** Places that nobody needs to hold back are free at once, and go to the waiting list first (WL2). */
function givenBack(state: State, { code, booking, takesPlace }: Visit, at: Instant): DomainEvent[] {
  if (booking !== null) return [{ type: 'BookingGivenUp', at, code: booking }];
  const holdBack = officeOf(state).booking?.holdBack ?? 0;
  if (!takesPlace || holdBack > 0) return [];
  const freed = { type: 'PlaceFreed', at, code } as const;
  return [freed, ...offers(state, state.day.date, at, [freed])];
}
