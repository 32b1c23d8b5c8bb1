/**
 * CD1, CD2: from now on no number is given today, until the day is opened again; saying so twice is no mistake.
 * FP1: who waits, is held or was missed may be sent home with the first place of a later day: all of the list or nobody.
 */
import type { Day } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import { namedBy } from '../papers/paper.ts';
import { byTurn } from '../queue/queues.ts';
import type { Visit } from '../visit.ts';
import { namedVisits } from './named-visits.ts';

const sentHome: readonly Visit['state'][] = ['waiting', 'held', 'no-show'];

/** Answers the numbers of those who are sent home, in the order of their turns. */
export function closeDay(
  { day }: State,
  { tomorrow }: { tomorrow: readonly string[] },
  at: Instant,
): Decision<{ tickets: string[] }> {
  const { visits, unknown } = namedVisits(day, tomorrow);
  if (unknown.length > 0) return refuse('unknown-ticket', { tickets: unknown });
  const others = visits.filter(({ state }) => !sentHome.includes(state));
  if (others.length > 0) return refuse('not-possible', { tickets: others.map(({ number }) => number) });
  const inOrder = visits.toSorted(byTurn);
  return accept(
    { tickets: inOrder.map(({ number }) => number) },
    ...inOrder.flatMap((visit) => sendHome(day, visit, at)),
    ...(day.closed ? [] : [{ type: 'DayClosed', at } as const]),
  );
}

/** CD2. */
export function reopenDay({ day }: State, _: object, at: Instant): Decision<Record<string, never>> {
  return day.closed ? accept({}, { type: 'DayReopened', at }) : accept({});
}

function sendHome({ date }: Day, visit: Visit, at: Instant): DomainEvent[] {
  const { code, shortCode, number, turn, service, lane, people, category } = visit;
  const steps = [visit.step, ...visit.todo];
  return [
    { type: 'VisitDeferred', at, code },
    {
      type: 'PlacePromised',
      at,
      ...namedBy(visit),
      shortCode,
      number,
      date,
      turn,
      service,
      lane,
      steps,
      people,
      category,
    },
  ];
}
