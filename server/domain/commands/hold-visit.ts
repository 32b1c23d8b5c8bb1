/** HO1: the visit is set aside and the counter is free; only a call by number takes it up again. */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { AtCounter } from './at-counter.ts';
import { withVisit } from './at-counter.ts';

export function holdVisit(
  state: State,
  command: AtCounter,
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  return withVisit(state, command, at, fresh, ['called', 'serving'], ({ event }) => ({
    type: 'VisitHeld',
    ...event,
  }));
}
