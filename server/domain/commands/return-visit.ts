/** RV1: who was missed or sent away waits again, with the old turn. RV2: nobody else can. IF3: the clock stood still. */
import { laterPromise } from '../afterwards/away.ts';
import type { VisitAnswer } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { isKnown } from '../stranded.ts';
import { isAway } from '../visit.ts';

export function returnVisit(
  state: State,
  { ticket }: { ticket: string },
  at: Instant,
): Decision<VisitAnswer> {
  const visit = findVisit(state.day, ticket);
  if (!visit) return refuse('unknown-ticket');
  if (visit.state === 'called')
    return refuse('already-called', visit.counter === null ? {} : { counter: visit.counter });
  if (!isAway(visit) || !isKnown(officeOf(state), visit)) return refuse('not-possible');
  const { code, link, number } = visit;
  return accept(
    { code: link, number, state: 'waiting' },
    {
      type: 'VisitReturned',
      at,
      code,
      ...laterPromise(state.day, visit, at),
    },
  );
}
