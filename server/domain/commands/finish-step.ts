/** FS1: the step is done; the visit waits for the next one, or is done. FS2: with an outcome that the step lists. */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { officeOf } from '../whose-turn.ts';
import { withVisit } from './at-counter.ts';

export function finishStep(
  state: State,
  command: { counter: number; outcome?: string },
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  return withVisit(state, command, at, fresh, ['called', 'serving'], ({ visit, event }) => {
    const { outcome = null } = command;
    const listed = officeOf(state).outcomes[visit.step] ?? [];
    if (outcome !== null && !listed.includes(outcome)) return refuse('unknown-outcome');
    return { type: 'StepDone', ...event, step: visit.step, outcome, next: visit.todo[0] ?? null };
  });
}
