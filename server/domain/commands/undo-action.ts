/**
 * UN1: the counter's last action is taken back, exactly. UN2: only in time, only once, and only if nothing has
 * happened since to what it touched. UN3: what time did by itself stays and does not hinder. UN4: a recall is an
 * action too. UN5: the refractory time is part of the counter, and goes back with it.
 */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Action } from '../day.ts';
import { counterOf } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { isKnown } from '../stranded.ts';
import { isOver } from '../visit.ts';

export function undoAction(
  state: State,
  { counter }: { counter: number },
  at: Instant,
): Decision<CounterAnswer> {
  const { day } = state;
  const action = day.actions.get(counter);
  if (!action || at - action.at > officeOf(state).calling.undoWithin || hasFollowed(state, counter, action)) {
    return refuse('nothing-to-undo');
  }
  const { current } = action.counter.before;
  const ticket = current === null ? null : (day.visits.get(current)?.number ?? null);
  const made = action.call !== null && action.call.before === null ? action.call.after.callId : null;
  return accept(
    { counter, ticket },
    { type: 'ActionUndone', at, counter, undone: action.id, codes: [...action.visits.keys()], callId: made },
  );
}

/**
 * Entities are replaced when they change: what is still the same object has not been touched. Nor does a visit
 * come back to a service that the office has given up meanwhile.
 */
function hasFollowed(state: State, counter: number, action: Action): boolean {
  if (counterOf(state.day, counter) !== action.counter.after) return true;
  return [...action.visits].some(([code, { before, after }]) => {
    const isGone = !isOver(before) && !isKnown(officeOf(state), before);
    return isGone || state.day.visits.get(code) !== after;
  });
}
