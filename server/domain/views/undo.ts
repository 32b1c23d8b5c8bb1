/** UN1, UN2: what `undo` would take back at a counter. */
import type { CounterActionName } from '../../contract/http.ts';
import { undoAction } from '../commands/undo-action.ts';
import type { Action, Counter } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { type Instant, later, toIso } from '../instant.ts';

export function undoOf(
  state: State,
  { number }: Counter,
  at: Instant,
): { readonly action: CounterActionName; readonly until: string } | null {
  const action = state.day.actions.get(number);
  if (!action || !undoAction(state, { counter: number }, at).ok) return null;
  const until = later(action.at, officeOf(state).calling.undoWithin);
  return { action: nameOf(action), until: toIso(until) };
}

/** An action's name is its first event; `next` and `close` may begin with what they do to the current visit. */
function nameOf({ name, counter: { before, after }, call }: Action): CounterActionName {
  if (after.state === 'closed') return 'close';
  if (after.lastNext !== before.lastNext) return 'next';
  if (call?.before === null) return 'call';
  return names[name] ?? 'undo';
}

const names: Readonly<Record<string, CounterActionName>> = {
  CounterOpened: 'open',
  CounterPaused: 'pause',
  TicketRecalled: 'recall',
  VisitStarted: 'start',
  StepDone: 'done',
  OutcomeNamed: 'done',
  VisitMissed: 'no-show',
  VisitHeld: 'hold',
  VisitTransferred: 'transfer',
  VisitSentAway: 'incomplete',
};
