/**
 * TR1: to a step: the visit waits there with its old turn and goes on with the steps that follow it.
 * TR2: a step that is not on its way is put in between. TR3: to a counter, which alone calls it.
 * TR4: nobody is sent where nobody would call them.
 */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Office } from '../../contract/office.ts';
import { counterOf } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { reachOf, serves } from '../queue/reach.ts';
import type { Visit } from '../visit.ts';
import type { AtCounter } from './at-counter.ts';
import { withVisit } from './at-counter.ts';

export function transferVisit(
  state: State,
  command: AtCounter & { to: { step: string } | { counter: number } },
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  const office = officeOf(state);
  const { to } = command;
  return withVisit(state, command, at, fresh, ['called', 'serving'], ({ visit, event }) => {
    if ('step' in to) {
      if (!office.steps.some(({ id }) => id === to.step)) return refuse('unknown-step');
      const todo = stepsAfter(office, visit, to.step);
      return { type: 'VisitTransferred', ...event, step: to.step, todo, onlyAt: null };
    }
    if (!office.counters.some(({ number }) => number === to.counter)) return refuse('unknown-counter');
    if (to.counter === command.counter) return refuse('not-possible');
    const target = counterOf(state.day, to.counter);
    if (target.state === 'closed') return refuse('counter-closed');
    if (!serves(reachOf(office, target), visit)) return refuse('not-possible');
    const { step, todo } = visit;
    return { type: 'VisitTransferred', ...event, step, todo, onlyAt: to.counter };
  });
}

/** What follows a step: on the visit's way what comes after it there, else what followed the step under way. */
function stepsAfter(office: Office, visit: Visit, step: string): readonly string[] {
  const ahead = visit.todo.indexOf(step);
  if (ahead >= 0) return visit.todo.slice(ahead + 1);
  const way = office.services.find(({ id }) => id === visit.service)?.steps ?? [];
  const behind = way.indexOf(step);
  return behind >= 0 ? way.slice(behind + 1) : visit.todo;
}
