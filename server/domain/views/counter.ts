/** `counter:<n>`: the board over one counter, and its hourglass. */
import type { CounterView } from '../../contract/views.ts';
import { counterOf, currentVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { callOf } from './call.ts';
import { officeSummary, type ViewContext } from './context.ts';
import { handoverJustEnded, handoverOf } from './handover.ts';
import { nameIn } from './names.ts';

/** The counter must be one of the office's. */
export function counterView(state: State, context: ViewContext, number: number): CounterView {
  const { day } = state;
  const { steps, languages, counters } = officeOf(state);
  const counter = counterOf(day, number);
  const visit = currentVisit(day, counter);
  const name = counters.find((one) => one.number === number)?.name;
  return {
    office: officeSummary(state, context),
    counter: number,
    ...(name ? { name } : {}),
    state: counter.state,
    number: visit?.number ?? null,
    step: visit?.step ?? null,
    stepName: visit ? nameIn(steps, visit.step, languages) : null,
    call: visit ? callOf(visit) : null,
    handover: visit ? handoverOf(state, visit) : handoverJustEnded(state, number),
  };
}
