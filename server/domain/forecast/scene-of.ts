/** From what is, and what was learned, to what is run forward. */
import type { Learned } from './learned.ts';
import type { CycleOf, Scene, SceneCounter, SceneVisit } from './scene.ts';
import type { Snapshot, SnapshotCounter } from './snapshot.ts';
import { paceOf, tempoOf } from './tempo.ts';

const hourMs = 3_600_000;

/** Whoever takes longer than usual is expected to take this share of the usual more. */
const stillNeeded = 0.25;
/** So far ahead those are reckoned with who usually come and go first. */
const reckonedAhead = 2 * hourMs;
const mostReckoned = 200;

export const hourAt = ({ dayBegan }: Pick<Snapshot, 'dayBegan'>, at: number): number =>
  Math.min(23, Math.max(0, Math.floor((at - dayBegan) / hourMs)));

export function cyclesFor(snapshot: Snapshot, learned: Learned): CycleOf {
  const tempos = new Map(
    Object.entries(snapshot.steps).map(([step, today]) => [
      step,
      tempoOf(paceOf(today, learned.cycles.mean(step))),
    ]),
  );
  // The same few are asked for again and again.
  const known = new Map<string, number>();
  return (step, service, counter, at) => {
    const hour = hourAt(snapshot, at);
    const key = `${step} ${service} ${counter} ${hour}`;
    const cycle = known.get(key) ?? learned.cycles.of(step, service, counter, hour) * (tempos.get(step) ?? 1);
    known.set(key, cycle);
    return cycle;
  };
}

export function sceneOf(snapshot: Snapshot, cycleOf: CycleOf, learned: Learned): Scene {
  const { at, lanes, lastLanes, visits } = snapshot;
  return {
    at,
    lanes,
    lastLanes,
    counters: snapshot.counters.map((counter) => sceneCounter(counter, cycleOf, at)),
    visits: [...visits, ...firstComers(snapshot, learned)],
  };
}

export function sceneCounter(
  { number, steps, lanes, from, busy }: SnapshotCounter,
  cycleOf: CycleOf,
  at: number,
): SceneCounter {
  if (busy === null) return { number, steps, lanes, freeAt: Math.max(at, from) };
  const cycle = cycleOf(busy.step, busy.service, number, busy.since);
  const left = Math.max(cycle - (at - busy.since), cycle * stillNeeded);
  return { number, steps, lanes, freeAt: Math.max(at + left, from) };
}

/** FC9: of lanes that go first, who usually comes in the next two hours is reckoned with: they will be called before others. */
function firstComers({ at, dayBegan, lanes, newcomers }: Snapshot, learned: Learned): SceneVisit[] {
  const first = new Set(lanes.filter((lane) => lane.first).map(({ id }) => id));
  return newcomers
    .filter(({ lane }) => first.has(lane))
    .flatMap((newcomer) => {
      const hour = hourAt({ dayBegan }, at);
      const rate = learned.arrivals(newcomer.service, newcomer.lane, hour);
      const count = Math.min(mostReckoned, Math.floor((rate * reckonedAhead) / hourMs));
      return Array.from({ length: count }, (_, index) => {
        const from = at + ((index + 1) * hourMs) / rate;
        return virtualVisit(
          newcomer,
          `+${newcomer.service} ${newcomer.lane} ${index}`,
          from,
          newcomer.turn + from - at,
        );
      });
    });
}

export const virtualVisit = (
  { service, lane, steps: [step = '', ...todo] }: { service: string; lane: string; steps: readonly string[] },
  code: string,
  from: number,
  turn: number,
): SceneVisit => ({
  ...{ code, service, lane, step, todo, turn, from },
  ...{ arrivedAt: from, place: Number.MAX_SAFE_INTEGER, onlyAt: null, at: null },
});
