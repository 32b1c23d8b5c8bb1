/** PC1: a paused counter calls nobody and keeps its visit; with `until` it opens again by itself. */
import type { CounterAnswer } from '../../contract/http.ts';
import { counterOf, currentVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';

export function pauseCounter(
  state: State,
  command: { counter: number; reason?: string; until?: number },
  at: Instant,
  { id: action }: Fresh,
): Decision<CounterAnswer> {
  const { counter: number, reason = null, until } = command;
  const counter = counterOf(state.day, number);
  if (counter.state === 'closed') return refuse('counter-closed');
  if (until !== undefined && until <= at) return refuse('not-possible');
  return accept(
    { counter: number, ticket: currentVisit(state.day, counter)?.number ?? null },
    {
      type: 'CounterPaused',
      at,
      counter: number,
      action,
      reason,
      until: until === undefined ? null : instant(until),
    },
  );
}
