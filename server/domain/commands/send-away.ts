/** SA1: an incomplete visit is sent away with reasons that its step lists. IF1: and with what to bring, of the step's list. */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { AtCounter } from './at-counter.ts';
import { withVisit } from './at-counter.ts';

export function sendAway(
  state: State,
  command: AtCounter & { reasons: readonly string[]; bring?: readonly string[] },
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  return withVisit(state, command, at, fresh, ['called', 'serving'], ({ event, step }) => {
    const listed = step?.incomplete?.reasons ?? [];
    const things = step?.incomplete?.bring ?? [];
    const { reasons, bring = [] } = command;
    if (reasons.length === 0 || !reasons.every((reason) => listed.includes(reason)))
      return refuse('unknown-reason');
    if (!bring.every((thing) => things.some(({ id }) => id === thing))) return refuse('unknown-reason');
    const toBring = bring.length > 0 ? { bring: [...new Set(bring)] } : {};
    return { type: 'VisitSentAway', ...event, reasons: [...new Set(reasons)], ...toBring };
  });
}
