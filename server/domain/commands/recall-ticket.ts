/** RC1: a called ticket is announced again, but not within `recallAfter` of its last announcement. */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { later, toIso } from '../instant.ts';
import type { AtCounter } from './at-counter.ts';
import { withVisit } from './at-counter.ts';

export function recallTicket(
  state: State,
  command: AtCounter,
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  return withVisit(state, command, at, fresh, ['called'], ({ visit, event }) => {
    const from = later(visit.lastCalledAt ?? at, officeOf(state).calling.recallAfter);
    if (visit.lastCalledAt !== null && at < from) return refuse('too-soon', { availableAt: toIso(from) });
    return { type: 'TicketRecalled', ...event, times: visit.times + 1 };
  });
}
