/**
 * ST1: a called visit is served from now on; a timed hand-over begins, unless it runs already (TP4). ST2: where it is
 * by choice, only when it was chosen.
 */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { later } from '../instant.ts';
import type { AtCounter } from './at-counter.ts';
import { withVisit } from './at-counter.ts';

export function startVisit(
  state: State,
  command: AtCounter & { timed?: boolean },
  at: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  return withVisit(state, command, at, fresh, ['called'], ({ visit, event, step }) => {
    const runs = visit.handover !== null && visit.handover.endedAt === null;
    const chosen = !step?.optIn || command.timed === true;
    const timed = step?.within !== undefined && chosen && !runs;
    return { type: 'VisitStarted', ...event, endsAt: timed ? later(at, step.within ?? 0) : null };
  });
}
