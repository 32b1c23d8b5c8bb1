/** NS1, NS2: who does not come is set aside, after enough announcements and enough time, and never by itself. */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { later, toIso } from '../instant.ts';
import type { AtCounter } from './at-counter.ts';
import { withVisit } from './at-counter.ts';

export function markNoShow(
  state: State,
  command: AtCounter,
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  const { noShowAfter, noShowWait } = officeOf(state).calling;
  return withVisit(state, command, at, fresh, ['called'], ({ visit, event }) => {
    const from = later(visit.calledAt ?? at, noShowWait);
    const callsMissing = Math.max(0, noShowAfter - visit.times);
    if (callsMissing > 0 || at < from) return refuse('too-soon', { availableAt: toIso(from), callsMissing });
    return { type: 'VisitMissed', ...event };
  });
}
