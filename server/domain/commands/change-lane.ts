/**
 * CL1: a visit that is not over changes its lane; promise and turn are counted anew. QU1: its place goes with it, and no quota
 * refuses it.
 */
import type { VisitAnswer } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { isFirstPlace } from '../places.ts';
import { promisedIn } from '../promised.ts';
import { isOver } from '../visit.ts';
import { aheadOf } from '../whose-turn.ts';

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
  const { code, number, state: visitState } = visit;
  const answer = { code, number, state: visitState };
  if (lane === visit.lane) return accept(answer);
  const anew = promisedIn(state, visit, lane);
  // FP3: a first place is one in any lane.
  const { promiseAt, turn } = isFirstPlace(visit) ? { ...anew, turn: visit.turn } : anew;
  const gained = aheadOf(state, visit) - aheadOf(state, { ...visit, lane, turn });
  const overtaken = visit.state === 'waiting' && gained > 0 ? { overtaken: gained } : {};
  return accept(answer, { type: 'LaneChanged', at, code, lane, promiseAt, turn, reason, ...overtaken });
}
