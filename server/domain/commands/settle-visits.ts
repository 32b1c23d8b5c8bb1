/**
 * AO1: after an outage, in bulk: who was served without the hub is done, who is not here any more is missed and may
 * come back. All or nothing. AO2: the promise of what was done without the hub is neither kept nor broken.
 */
import { collectAfter } from '../afterwards/collect.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';
import { isAway, isOver } from '../visit.ts';
import { namedVisits } from './named-visits.ts';

/** Answers the numbers of all that were named. Who is missed or sent away already is not here: nothing changes. */
export function settleVisits(
  state: State,
  { done, gone }: { done: readonly string[]; gone: readonly string[] },
  at: Instant,
): Decision<{ tickets: string[] }> {
  const { day } = state;
  const served = namedVisits(day, done);
  const left = namedVisits(day, gone);
  const unknown = [...new Set([...served.unknown, ...left.unknown])];
  if (unknown.length > 0) return refuse('unknown-ticket', { tickets: unknown });
  const all = [...new Set([...served.visits, ...left.visits])];
  const isBoth = (visit: Visit): boolean => served.visits.includes(visit) && left.visits.includes(visit);
  const others = all.filter((visit) => isOver(visit) || isBoth(visit));
  if (others.length > 0) return refuse('not-possible', { tickets: others.map(({ number }) => number) });
  const settled = ({ code }: Visit) => ({ type: 'VisitSettled', at, code }) as const;
  return accept(
    { tickets: all.map(({ number }) => number) },
    ...served.visits.map(
      (visit): DomainEvent => ({ ...settled(visit), as: 'done', ...follows(state, visit) }),
    ),
    ...left.visits
      .filter((visit) => !isAway(visit))
      .map((visit): DomainEvent => ({ ...settled(visit), as: 'gone' })),
  );
}

/** CB1: whatever steps were left, the whole visit is done. */
const follows = (state: State, { service, collect }: Visit) =>
  collectAfter(state, { service, collect, todo: [] });
