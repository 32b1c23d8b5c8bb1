/** Who waits for which step in a run forward, in the order of turns, and who of them a counter calls next. */
import type { Scene, SceneCounter, SceneVisit } from './scene.ts';

export interface Waiting {
  readonly visit: SceneVisit;
  readonly step: string;
  readonly todo: readonly string[];
}

export interface RunQueues {
  enter(waiting: Waiting): void;
  /** WT1, WT5, WT6 among those whom the counter may call; null: nobody. */
  take(counter: SceneCounter): Waiting | null;
  serves(counter: SceneCounter, waiting: Waiting): boolean;
}

/** Of one step and lane: taken from the front, entered at the place of the turn. */
interface Queue {
  readonly lane: string;
  readonly list: Waiting[];
  head: number;
}

const byTurn = ({ visit: a }: Waiting, { visit: b }: Waiting): number =>
  a.turn - b.turn || a.arrivedAt - b.arrivedAt || a.place - b.place;

export function createRunQueues({ lanes, lastLanes }: Scene): RunQueues {
  const queues = new Map<string, Queue[]>();
  const firstLanes = new Map(lanes.filter(({ first }) => first).map((lane) => [lane.id, lane]));
  const last = new Map(Object.entries(lastLanes).map(([step, called]) => [step, [...called]]));
  const longest = Math.max(1, ...lanes.map(({ atMost }) => atMost?.of ?? 1)) - 1;

  function queueOf(step: string, lane: string): Queue {
    const ofStep = queues.get(step) ?? [];
    queues.set(step, ofStep);
    let queue = ofStep.find((one) => one.lane === lane);
    if (!queue) {
      queue = { lane, list: [], head: 0 };
      ofStep.push(queue);
    }
    return queue;
  }

  /** WT6: whether the last calls of the step already hold all that this lane may have. */
  function isShareUsed(step: string, lane: string): boolean {
    const share = firstLanes.get(lane)?.atMost;
    if (!share) return false;
    const called = (last.get(step) ?? []).slice(1 - share.of);
    return called.filter((one) => firstLanes.has(one)).length >= share.calls;
  }

  function note(step: string, lane: string): void {
    if (longest === 0) return;
    const called = last.get(step) ?? [];
    called.push(lane);
    if (called.length > longest) called.shift();
    last.set(step, called);
  }

  /** Those kept for another counter are looked over (TR3): they are few. */
  function frontOf(queue: Queue, counter: SceneCounter): number {
    for (let place = queue.head; place < queue.list.length; place += 1) {
      const only = queue.list[place]?.visit.onlyAt;
      if (only === null || only === counter.number) return place;
    }
    return -1;
  }

  const takesLane = ({ lanes: served }: SceneCounter, lane: string): boolean =>
    served === null || served.includes(lane);

  interface Front {
    readonly queue: Queue;
    readonly place: number;
    readonly waiting: Waiting;
  }

  function frontsOf(counter: SceneCounter): Front[] {
    const fronts: Front[] = [];
    for (const step of counter.steps)
      for (const queue of queues.get(step) ?? []) {
        if (queue.head >= queue.list.length || !takesLane(counter, queue.lane)) continue;
        const place = frontOf(queue, counter);
        const waiting = queue.list[place];
        if (waiting) fronts.push({ queue, place, waiting });
      }
    return fronts;
  }

  function choose(fronts: readonly Front[]): Front | null {
    const isFirst = ({ queue }: Front): boolean => firstLanes.has(queue.lane);
    const others = fronts.filter((front) => !isFirst(front));
    const isHeldBack = ({ queue, waiting: { step } }: Front): boolean =>
      others.some(({ waiting }) => waiting.step === step) && isShareUsed(step, queue.lane);
    const favoured = fronts.filter(isFirst);
    const free = favoured.filter((front) => !isHeldBack(front));
    if (free.length > 0) return earliest(free);
    if (favoured.length === 0) return earliest(others);
    return earliest(
      others.filter(({ waiting }) => favoured.some((one) => one.waiting.step === waiting.step)),
    );
  }

  const earliest = (fronts: readonly Front[]): Front | null =>
    fronts.reduce<Front | null>(
      (best, front) => (best === null || byTurn(front.waiting, best.waiting) < 0 ? front : best),
      null,
    );

  return {
    enter(waiting) {
      const { list, head } = queueOf(waiting.step, waiting.visit.lane);
      let place = list.length;
      while (place > head && byTurn(waiting, list[place - 1] as Waiting) < 0) place -= 1;
      if (place === list.length) list.push(waiting);
      else list.splice(place, 0, waiting);
    },
    take(counter) {
      const chosen = choose(frontsOf(counter));
      if (chosen === null) return null;
      const { queue, place, waiting } = chosen;
      if (place === queue.head) queue.head += 1;
      else queue.list.splice(place, 1);
      note(waiting.step, queue.lane);
      return waiting;
    },
    serves: (counter, { visit, step }) =>
      counter.steps.includes(step) &&
      takesLane(counter, visit.lane) &&
      (visit.onlyAt === null || visit.onlyAt === counter.number),
  };
}
