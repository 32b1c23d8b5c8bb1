/**
 * FS1: the step is done; the visit waits for the next one, or is done. FS2: with an outcome that the step lists.
 * CB1: what follows the whole visit. FS3: after `next` has finished a visit, its outcome is named by `done` with its ticket.
 */
import type { CounterAnswer } from '../../contract/http.ts';
import { collectAfter } from '../afterwards/collect.ts';
import { counterOf, findVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { AtCounter } from './at-counter.ts';
import { withVisit } from './at-counter.ts';

type FinishStep = AtCounter & { outcome?: string };

export function finishStep(
  state: State,
  command: FinishStep,
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  const { outcome = null } = command;
  const named = nameOutcome(state, command, at, fresh);
  if (named) return named;
  return withVisit(state, command, at, fresh, ['called', 'serving'], ({ visit, event }) => {
    if (outcome !== null && !isListed(state, visit.step, outcome)) return refuse('unknown-outcome');
    const { step, todo } = visit;
    return {
      type: 'StepDone',
      ...event,
      step,
      outcome,
      next: todo[0] ?? null,
      ...collectAfter(state, visit),
    };
  });
}

const isListed = (state: State, step: string, outcome: string): boolean =>
  officeOf(state).outcomes[step]?.includes(outcome) ?? false;

/** FS3: null when it is not a finished visit's outcome that is meant. */
function nameOutcome(
  state: State,
  { counter, ticket, outcome }: FinishStep,
  at: Instant,
  { id: action }: Fresh,
): Decision<CounterAnswer> | null {
  const visit = ticket === undefined ? null : findVisit(state.day, ticket);
  if (!visit || outcome === undefined || visit.code === counterOf(state.day, counter).current) return null;
  const finished = visit.steps.findLast((one) => one.counter === counter && one.end === 'done');
  if (!finished || finished.outcome !== null) return null;
  const { step } = finished;
  if (!isListed(state, step, outcome)) return refuse('unknown-outcome');
  return accept(
    { counter, ticket: visit.number },
    { type: 'OutcomeNamed', at, counter, action, code: visit.code, step, outcome },
  );
}
