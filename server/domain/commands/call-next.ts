/**
 * CN1: a closed or paused counter calls nobody.
 * CN2: `next` finishes the current visit and calls the one whose turn it is.
 * CN3: a second press within the refractory time calls nobody and is answered with the ticket already called.
 * CN4: with nobody waiting, the current visit is finished and the answer's ticket is null.
 * CN5: with nobody waiting and no current visit, it is refused.
 */
import type { CounterAnswer } from '../../contract/http.ts';
import { counterOf, currentVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { whoseTurn } from '../queue/whose-turn.ts';
import { finishing, passingOn } from './at-counter.ts';

export function callNext(
  state: State,
  { counter: number }: { counter: number },
  at: Instant,
  { id: action }: Fresh,
): Decision<CounterAnswer> {
  const { day } = state;
  const counter = counterOf(day, number);
  if (counter.state !== 'open') return refuse('counter-closed');
  const { lastNext } = counter;
  if (lastNext && at - lastNext.at < officeOf(state).calling.refractory) {
    const ticket = lastNext.code === null ? null : (day.visits.get(lastNext.code)?.number ?? null);
    return accept({ counter: number, ticket });
  }

  const current = currentVisit(day, counter);
  const finished = finishing(state, current, at, number, action);
  const visit = whoseTurn(state, counter, at, passingOn(current));
  if (!visit) {
    if (!current) return refuse('nobody-waiting');
    return accept({ counter: number, ticket: null }, ...finished, {
      type: 'QueueFoundEmpty',
      at,
      counter: number,
      action,
    });
  }
  return accept({ counter: number, ticket: visit.number }, ...finished, {
    type: 'TicketCalled',
    at,
    counter: number,
    action,
    code: visit.code,
    step: visit.step,
    byNext: true,
    reason: null,
    overtaken: 0,
  });
}
