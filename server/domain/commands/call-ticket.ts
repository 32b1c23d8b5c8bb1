/**
 * CT1: who waits, is aside, or is done today may be called by number; the current visit is finished first.
 * CT2: a refused call finishes nobody. CT3, CT7: nobody is called who is called or served already.
 * CT4, CT8: only for a step of this counter, and not who is kept for another counter.
 * CT5: a call out of turn is recorded with its reason and the number overtaken. CT6: others are unknown.
 */
import type { CounterAnswer } from '../../contract/http.ts';
import { laterPromise } from '../afterwards/away.ts';
import type { Counter } from '../day.ts';
import { counterOf, currentVisit, findVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { keptAt, reachOf, serves } from '../queue/reach.ts';
import { byOrder, callable, firstLanes, ready, whoseTurn } from '../queue/whose-turn.ts';
import type { Visit } from '../visit.ts';
import { finishing, passingOn } from './at-counter.ts';

export function callTicket(
  state: State,
  { counter: number, ticket, reason }: { counter: number; ticket: string; reason?: string },
  at: Instant,
  { id: action }: Fresh,
): Decision<CounterAnswer> {
  const { day } = state;
  const office = officeOf(state);
  const counter = counterOf(day, number);
  if (counter.state !== 'open') return refuse('counter-closed');
  const visit = findVisit(day, ticket);
  if (!visit || visit.state === 'cancelled' || visit.state === 'unfinished') return refuse('unknown-ticket');
  if (visit.state === 'called' || visit.state === 'serving') {
    return refuse('already-called', visit.counter === null ? {} : { counter: visit.counter });
  }
  if (!reachOf(office, counter).steps.includes(visit.step)) return refuse('not-yours');
  if (visit.state === 'waiting' && isKeptElsewhere(state, number, visit)) return refuse('not-yours');
  return accept(
    { counter: number, ticket: visit.number },
    ...finishing(state, currentVisit(day, counter), at, number, action),
    {
      type: 'TicketCalled',
      at,
      counter: number,
      action,
      code: visit.code,
      step: visit.step,
      byNext: false,
      reason: reason ?? null,
      overtaken: overtakenBy(state, counter, visit, at),
      ...laterPromise(day, visit, at),
    },
  );
}

/** CT8: kept for another counter that can call it now; one that pauses cannot, and the officer decides. */
function isKeptElsewhere(state: State, number: number, visit: Visit): boolean {
  const keeper = keptAt(state, visit);
  return keeper !== null && keeper.number !== number && keeper.state === 'open';
}

/** CT5: how many had the turn before; none when it is the visit's turn anyway. */
function overtakenBy(state: State, counter: Counter, visit: Visit, at: Instant): number {
  const office = officeOf(state);
  const passing = passingOn(currentVisit(state.day, counter));
  const turn = whoseTurn(state, counter, at, passing);
  if (turn?.code === visit.code) return 0;
  const order = byOrder(firstLanes(office));
  // WT6, WT7: who has the turn may come later in that order, while the visit must let others go first.
  const mustWait = visit.state === 'waiting' && serves(reachOf(office, counter), visit);
  return ready(state, callable(state, counter, at, passing)).filter(
    (other) => order(other, visit) < 0 || (mustWait && other.code === turn?.code),
  ).length;
}
