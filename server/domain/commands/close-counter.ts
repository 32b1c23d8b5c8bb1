/**
 * CC1: the last counter that can serve somebody waiting closes only with `confirm`; the refusal says whom.
 * CC2: closing first finishes the current visit. CC3: a closed counter cannot close.
 */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Counter } from '../day.ts';
import { counterOf, currentVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { byTurn } from '../queue/queues.ts';
import { keptAt, reachOf, serves } from '../queue/reach.ts';
import type { Visit } from '../visit.ts';
import { finishing, passingOn } from './at-counter.ts';

export function closeCounter(
  state: State,
  { counter: number, confirm = false }: { counter: number; confirm?: boolean },
  at: Instant,
  { id: action }: Fresh,
): Decision<CounterAnswer> {
  const counter = counterOf(state.day, number);
  if (counter.state === 'closed') return refuse('counter-closed');
  const current = currentVisit(state.day, counter);
  const left = leftWithout(state, counter, passingOn(current));
  if (left.length > 0 && !confirm) return refuse('confirm', { tickets: left.map((visit) => visit.number) });
  return accept({ counter: number, ticket: null }, ...finishing(state, current, at, number, action), {
    type: 'CounterClosed',
    at,
    counter: number,
    action,
  });
}

/** Who waits for this counter and for no other that is open. A paused one calls nobody, so it does not count. */
function leftWithout(state: State, counter: Counter, passing: Visit | undefined): Visit[] {
  const office = officeOf(state);
  const own = reachOf(office, counter);
  const others = [...state.day.counters.values()]
    .filter(({ number, state: its }) => its === 'open' && number !== counter.number)
    .map((other) => reachOf(office, other));
  const waiting = [...state.day.waiting].flatMap((code) => state.day.visits.get(code) ?? []);
  return [...waiting, ...(passing ? [passing] : [])]
    .filter((visit) => serves(own, visit) && isOpenTo(state, visit, counter.number))
    .filter((visit) => !others.some((other) => serves(other, visit)))
    .sort(byTurn);
}

/** TR3: whether no other counter that is open keeps the visit for itself. */
function isOpenTo(state: State, visit: Visit, number: number): boolean {
  const keeper = keptAt(state, visit);
  return keeper === null || keeper.number === number || keeper.state !== 'open';
}
