/** What the commands at a counter share: the counter, its visit, and finishing that visit first. */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Step } from '../../contract/office.ts';
import { collectAfter } from '../afterwards/collect.ts';
import type { Counter } from '../day.ts';
import { counterOf, currentVisit, findVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { CounterEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';

/** A counter, the visit at it, and the words that begin every event of an action. */
export interface Desk {
  readonly counter: Counter;
  readonly visit: Visit;
  readonly event: {
    readonly at: Instant;
    readonly counter: number;
    readonly action: string;
    readonly code: string;
  };
  /** The step under way, as the office describes it. */
  readonly step: Step | undefined;
}

/** `ticket`: the visit that the sender saw at the counter, where it can see one. */
export interface AtCounter {
  counter: number;
  ticket?: string;
}

/** RC2, RC3: runs `act` when the counter's visit is in one of these states. */
export function withVisit(
  state: State,
  { counter: number, ticket }: AtCounter,
  at: Instant,
  { id: action }: Fresh,
  states: readonly Visit['state'][],
  act: (desk: Desk) => CounterEvent | Decision<CounterAnswer>,
): Decision<CounterAnswer> {
  const counter = counterOf(state.day, number);
  const visit = currentVisit(state.day, counter);
  if (!visit || !states.includes(visit.state)) return refuse('nobody-called');
  if (ticket !== undefined && findVisit(state.day, ticket) !== visit) {
    return refuse('moved-on', { tickets: [visit.number] });
  }
  const step = officeOf(state).steps.find(({ id }) => id === visit.step);
  const event = { at, counter: number, action, code: visit.code };
  const done = act({ counter, visit, event, step });
  return 'ok' in done ? done : accept({ counter: number, ticket: visit.number }, done);
}

/** FS1: `done` on the counter's visit, with no outcome named; nothing when there is none. CB1: it may be followed. */
export function finishing(
  state: State,
  visit: Visit | null,
  at: Instant,
  counter: number,
  action: string,
): CounterEvent[] {
  if (!visit) return [];
  const { code, step, todo } = visit;
  const done = { step, outcome: null, next: todo[0] ?? null, ...collectAfter(state, visit) };
  return [{ type: 'StepDone', at, counter, action, code, ...done }];
}

/** CN6: the visit as it will wait once its step is done; undefined when that was its last. */
export function passingOn(visit: Visit | null): Visit | undefined {
  const [step, ...todo] = visit?.todo ?? [];
  return visit && step !== undefined ? { ...visit, state: 'waiting', step, todo } : undefined;
}
