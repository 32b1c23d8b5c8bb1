/**
 * What many views of one state have in common: who waits in which order, and who is aside. Each part is made
 * when it is first asked for, so that five thousand phones cost one sorting.
 */
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { type Instant, instant } from '../instant.ts';
import { byTurn } from '../queue/queues.ts';
import { firstLanes } from '../queue/whose-turn.ts';
import type { Visit } from '../visit.ts';

/** Those who wait for one step in one lane, each list by turn. */
export interface Queue {
  readonly step: string;
  readonly lane: string;
  /** Whom any counter of the step and lane may call. */
  readonly plain: readonly Visit[];
  /** Who is kept for a counter, has come back, or had to wait for an intake: each is a question of its own. */
  readonly special: readonly Visit[];
}

export interface Lineup {
  queues(): readonly Queue[];
  /** How many wait for a step, by service and lane. */
  counts(): readonly Count[];
  /** TT4: visits that wait for the same step and come before; null when it does not wait. */
  ahead(visit: Visit): number | null;
  /** Held, missed and sent away; held ones first, and then who was set aside last. */
  aside(): readonly Visit[];
}

export interface Count {
  readonly step: string;
  readonly service: string;
  readonly lane: string;
  readonly count: number;
  /** Arrival of whoever waits longest. */
  readonly oldest: Instant;
}

export function createLineup(state: State): Lineup {
  const crowds = once(() => crowdsIn(state));
  const places = once(() => placesIn(state, crowds()));
  return {
    queues: once(() => queuesOf(crowds())),
    counts: once(() =>
      crowds().map(({ step, service, lane, visits }) => ({
        step,
        service,
        lane,
        count: visits.length,
        oldest: instant(Math.min(...visits.map(({ arrivedAt }) => arrivedAt))),
      })),
    ),
    ahead: ({ code, state: now }) => (now === 'waiting' ? (places().get(code) ?? null) : null),
    aside: once(() => asideIn(state)),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Who waits for the same step, for the same service, in the same lane: nearly in order as they came. */
interface Crowd {
  readonly step: string;
  readonly service: string;
  readonly lane: string;
  readonly visits: Visit[];
}

function crowdsIn({ day }: State): readonly Crowd[] {
  const crowds: Crowd[] = [];
  let last: Crowd | undefined;
  for (const code of day.waiting) {
    const visit = day.visits.get(code);
    if (!visit) continue;
    // Few in number, and neighbours are often of one crowd: quicker than a key made of three texts.
    if (!last || !isOf(last, visit)) last = crowds.find((crowd) => isOf(crowd, visit));
    if (!last) {
      last = { step: visit.step, service: visit.service, lane: visit.lane, visits: [] };
      crowds.push(last);
    }
    last.visits.push(visit);
  }
  return crowds;
}

const isOf = (crowd: Crowd, { step, service, lane }: Visit): boolean =>
  crowd.step === step && crowd.service === service && crowd.lane === lane;

/** Crowds one after the other are runs already in order, which sorting only has to merge. */
const inOrder = (crowds: readonly Crowd[]): Visit[] => crowds.flatMap(({ visits }) => visits).sort(byTurn);

/** WT5: lanes marked `first` before all others. */
function placesIn(state: State, crowds: readonly Crowd[]): ReadonlyMap<string, number> {
  const first = firstLanes(officeOf(state));
  const places = new Map<string, number>();
  for (const ofStep of Map.groupBy(crowds, ({ step }) => step).values()) {
    const favoured = ofStep.filter(({ lane }) => first.has(lane));
    const others = ofStep.filter(({ lane }) => !first.has(lane));
    let place = 0;
    for (const { code } of [...inOrder(favoured), ...inOrder(others)]) places.set(code, place++);
  }
  return places;
}

function queuesOf(crowds: readonly Crowd[]): readonly Queue[] {
  const queues: Queue[] = [];
  for (const [step, ofStep] of Map.groupBy(crowds, (crowd) => crowd.step)) {
    for (const [lane, ofLane] of Map.groupBy(ofStep, (crowd) => crowd.lane)) {
      const visits = inOrder(ofLane);
      queues.push({
        step,
        lane,
        plain: visits.filter((visit) => !isSpecial(visit)),
        special: visits.filter(isSpecial),
      });
    }
  }
  return queues;
}

const isSpecial = ({ onlyAt, returnedAfter, notBefore }: Visit): boolean =>
  onlyAt !== null || returnedAfter !== null || notBefore !== null;

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
