/**
 * What many views of one state have in common: who waits in which order, and who is aside. Each part is made
 * when it is first asked for, so that five thousand phones cost one sorting.
 */
import type { State } from '../decision.ts';
import type { Visit } from '../visit.ts';
import { byOrder, firstLanes, officeOf } from '../whose-turn.ts';

export interface Lineup {
  /** Who waits for the step, in the order in which they come. */
  waitingFor(step: string): readonly Visit[];
  /** TT4: visits that wait for the same step and come before; null when it does not wait. */
  ahead(visit: Visit): number | null;
  /** Held, missed and sent away; held ones first, and then who was set aside last. */
  aside(): readonly Visit[];
  /** Everybody who waits, in no order. */
  everybody(): readonly Visit[];
}

export function createLineup(state: State): Lineup {
  const everybody = once(() => waitingVisits(state));
  const byStep = once(() => inOrder(state, everybody()));
  const places = once(() => placesIn(byStep()));
  const aside = once(() => asideIn(state));
  return {
    waitingFor: (step) => byStep().get(step) ?? [],
    ahead: ({ code }) => places().get(code) ?? null,
    aside,
    everybody,
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function waitingVisits({ day }: State): Visit[] {
  const visits: Visit[] = [];
  for (const code of day.waiting) {
    const visit = day.visits.get(code);
    if (visit) visits.push(visit);
  }
  return visits;
}

function inOrder(state: State, waiting: readonly Visit[]): ReadonlyMap<string, readonly Visit[]> {
  const byStep = Map.groupBy(waiting, ({ step }) => step);
  const order = byOrder(firstLanes(officeOf(state)));
  for (const visits of byStep.values()) visits.sort(order);
  return byStep;
}

function placesIn(byStep: ReadonlyMap<string, readonly Visit[]>): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const visits of byStep.values())
    for (const [place, { code }] of visits.entries()) places.set(code, place);
  return places;
}

function asideIn({ day }: State): Visit[] {
  const aside: Visit[] = [];
  for (const visit of day.visits.values()) {
    if (visit.state === 'held' || visit.state === 'no-show' || visit.state === 'incomplete')
      aside.push(visit);
  }
  const since = (visit: Visit) => visit.lastCalledAt ?? visit.arrivedAt;
  return aside.sort(
    (a, b) =>
      Number(b.state === 'held') - Number(a.state === 'held') || since(b) - since(a) || b.place - a.place,
  );
}
