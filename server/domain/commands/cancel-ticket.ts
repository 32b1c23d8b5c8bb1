/** CA1: a ticket is cancelled while it waits or is aside, not while it is called or when it is over. */
import type { VisitAnswer } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { isOver } from '../visit.ts';

export function cancelTicket(
  state: State,
  { ticket }: { ticket: string },
  at: Instant,
): Decision<VisitAnswer> {
  const visit = findVisit(state.day, ticket);
  if (!visit) return refuse('unknown-ticket');
  const { code, number } = visit;
  if (visit.state === 'called' || visit.state === 'serving') {
    return refuse('already-called', visit.counter === null ? {} : { counter: visit.counter });
  }
  if (isOver(visit)) return refuse('not-possible');
  return accept({ code, number, state: 'cancelled' }, { type: 'VisitCancelled', at, code });
}
