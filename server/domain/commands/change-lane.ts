/**
 * CL1: a visit that is not over changes its lane; promise and turn are counted anew. QU1: its place goes with it, and no quota
 * refuses it. WL2: what it leaves goes to the waiting list.
 */

import { offers } from '../booking/waiting-list.ts';
import type { VisitAnswer } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { type Instant, later } from '../instant.ts';
import { isFirstPlace } from '../queue/places.ts';
import { promisedIn } from '../queue/promised.ts';
import { aheadOf } from '../queue/whose-turn.ts';
import { isOver, type Visit } from '../visit.ts';

export function changeLane(
  state: State,
  { ticket, lane, reason }: { ticket: string; lane: string; reason: string },
  at: Instant,
): Decision<VisitAnswer> {
  const office = officeOf(state);
  const visit = findVisit(state.day, ticket);
  if (!visit) return refuse('unknown-ticket');
  if (!office.lanes.some(({ id }) => id === lane)) return refuse('unknown-lane');
  if (isOver(visit)) return refuse('not-possible');
  const { code, link, number, state: visitState } = visit;
  const answer = { code: link, number, state: visitState };
  if (lane === visit.lane) return accept(answer);
  const anew = promisedIn(state, visit, lane);
  // FP3: a first place is one in any lane.
  const { turn } = isFirstPlace(visit) ? visit : anew;
  const promiseAt = anew.promiseAt === null ? null : later(anew.promiseAt, timeAway(state, visit));
  const gained = aheadOf(state, visit) - aheadOf(state, { ...visit, lane, turn });
  const overtaken = visit.state === 'waiting' && gained > 0 ? { overtaken: gained } : {};
  const changed = {
    type: 'LaneChanged',
    ...{ at, code, lane, promiseAt, turn, reason },
    ...overtaken,
  } as const;
  return accept(answer, changed, ...offers(state, state.day.date, at, [changed]));
}

/** IF3: milliseconds by which its promise is later already, as it was away with an incomplete file. */
function timeAway(state: State, visit: Visit): number {
  const { promiseAt } = promisedIn(state, visit, visit.lane);
  return promiseAt === null || visit.promiseAt === null ? 0 : Math.max(0, visit.promiseAt - promiseAt);
}
