/** CL1: a visit that is not over changes its lane; promise and turn are counted anew from its arrival. */
import type { VisitAnswer } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { promised } from '../promised.ts';
import { isOver } from '../visit.ts';

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
  const { promiseAt, turn } = promised(office, visit.service, lane, visit.arrivedAt);
  return accept(answer, { type: 'LaneChanged', at, code, lane, promiseAt, turn, reason });
}
