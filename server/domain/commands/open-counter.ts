/** OC1: a counter opens for given steps and lanes, or for all that the office file gives it. OC2: only known ones. */
import type { CounterAnswer } from '../../contract/http.ts';
import { counterOf, currentVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

export function openCounter(
  state: State,
  command: { counter: number; steps?: readonly string[]; lanes?: readonly string[] },
  at: Instant,
  { id: action }: Fresh,
): Decision<CounterAnswer> {
  const office = officeOf(state);
  const { counter: number, steps, lanes } = command;
  if (!office.counters.some((setup) => setup.number === number)) return refuse('unknown-counter');
  if (steps?.some((step) => !office.steps.some(({ id }) => id === step))) return refuse('unknown-step');
  if (lanes?.some((lane) => !office.lanes.some(({ id }) => id === lane))) return refuse('unknown-lane');
  const counter = counterOf(state.day, number);
  // A counter that comes back from a pause serves what it served before, unless it is told otherwise.
  const former = counter.state === 'paused' ? counter : { steps: null, lanes: null };
  return accept(
    { counter: number, ticket: currentVisit(state.day, counter)?.number ?? null },
    {
      type: 'CounterOpened',
      at,
      counter: number,
      action,
      steps: steps ? [...new Set(steps)] : former.steps,
      lanes: lanes ? [...new Set(lanes)] : former.lanes,
    },
  );
}
