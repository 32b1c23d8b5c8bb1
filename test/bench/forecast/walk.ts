/**
 * Walks through a recorded queue as a hub would have lived through it: at every look and at every arrival it knows who waits, how
 * many counters serve, and what was learned, and nothing of what comes.
 */
import type { Cycle } from '../../../server/domain/forecast/cycles.ts';
import type { Moment } from '../../../server/domain/forecast/moment.ts';
import { runForward } from '../../../server/domain/forecast/run.ts';
import type { Scene } from '../../../server/domain/forecast/scene.ts';
import { fadedBy, paceOf, tempoOf, usualOf } from '../../../server/domain/forecast/tempo.ts';
import type { History } from './learn.ts';
import { countersAt, type RecordedQueue, type RecordedVisit } from './recorded-queue.ts';
import { simpleWait } from './simple-rule.ts';

/** Of one who waits, at one moment. */
export interface Look {
  readonly visit: RecordedVisit;
  readonly place: number;
  /** Seconds since midnight. */
  readonly at: number;
  readonly moment: Moment;
  /** Minutes, by the usual rule: people ahead × average ÷ counters. */
  readonly simple: number;
}

const lanes = [2, 1, 0].map((priority) => ({ id: `${priority}`, first: priority > 0, atMost: null }));

export function* walk(queue: RecordedQueue, history: History): Generator<Look> {
  const cycles = history.cycles.copy();
  const average = history.average.copy();
  const tempo = createTempo(queue, (cycle) => {
    cycles.add(cycle);
    average.add(queue.queue, cycle.ms);
  });
  const arrivals = queue.visits.map(({ arrived }) => arrived);
  const instants = [...new Set([...queue.looks, ...arrivals])].sort((a, b) => a - b);
  const looked = new Set(queue.looks);
  const waitingAt = whoWaits(queue.visits);
  for (const at of instants) {
    tempo.until(at);
    const waiting = waitingAt(at);
    if (waiting.length === 0) continue;
    const counters = Math.max(1, countersAt(queue.serving, at));
    const usual = history.usual(queue.queue, Math.floor(at / 3600));
    const pace = paceOf(tempo.hour(), cycles.mean(queue.queue));
    const mean = cycles.mean(queue.queue) * tempoOf(pace);
    const expected = runForward(sceneOf(queue, waiting, counters, mean, at), () => mean);
    for (const { visit, place } of waiting) {
      // Between two looks nothing is known but that somebody came.
      if (!looked.has(at) && visit.arrived !== at) continue;
      const run = expected.get(`${place}`);
      if (!run || run.calledAt === null) continue;
      const moment: Moment = {
        expected: (run.calledAt / 1000 - at) / 60,
        ahead: run.ahead,
        pace,
        usual: usualOf(usual, counters),
        hour: at / 3600,
        quiet: tempo.quiet(at),
        since: (at - visit.arrived) / 60,
      };
      yield {
        ...{ visit, place, at, moment },
        simple: simpleWait(run.ahead, average.of(queue.queue), counters),
      };
    }
  }
}

interface Waiting {
  readonly visit: RecordedVisit;
  readonly place: number;
}

/** Who waits at an instant, in order of arrival; to be asked with instants in order. */
function whoWaits(visits: readonly RecordedVisit[]): (at: number) => readonly Waiting[] {
  let next = 0;
  let waiting: Waiting[] = [];
  const isOver = ({ called, left }: RecordedVisit, at: number): boolean =>
    (called !== null && called <= at) || (left !== null && left <= at);
  return (at) => {
    for (let visit = visits[next]; visit !== undefined && visit.arrived <= at; visit = visits[++next])
      waiting.push({ visit, place: next });
    waiting = waiting.filter(({ visit }) => !isOver(visit, at));
    return waiting;
  };
}

/** Nobody knows when a counter will be free: they are spread over the time that one visit takes. */
function sceneOf(
  { queue }: RecordedQueue,
  waiting: readonly Waiting[],
  counters: number,
  mean: number,
  at: number,
): Scene {
  return {
    at: at * 1000,
    lanes,
    lastLanes: {},
    counters: Array.from({ length: counters }, (_, index) => ({
      ...{ number: index + 1, steps: [queue], lanes: null },
      freeAt: at * 1000 + ((index + 0.7) * mean) / counters,
    })),
    visits: waiting.map(({ visit: { arrived, priority }, place }) => ({
      ...{ code: `${place}`, service: queue, lane: `${priority}`, step: queue, todo: [] },
      ...{ turn: arrived, arrivedAt: arrived, place, from: 0, onlyAt: null, at: null },
    })),
  };
}

/** What the queue's calls of today tell, as they come; each is learned from. */
function createTempo(queue: RecordedQueue, learn: (cycle: Cycle) => void) {
  const steps = cyclesOf(queue);
  let next = 0;
  let hour = { calls: 0, taken: 0 };
  let last: number | null = null;
  let until = 0;
  return {
    until(at: number): void {
      const fading = fadedBy((at - until) / 60);
      hour = { calls: hour.calls * fading, taken: hour.taken * fading };
      until = at;
      for (let step = steps[next]; step !== undefined && step.at <= at; step = steps[++next]) {
        last = step.calls > 0 ? step.at : last;
        hour = { calls: hour.calls + step.calls, taken: hour.taken + step.taken };
        for (const cycle of cyclesIn(queue.queue, step)) learn(cycle);
      }
    },
    hour: () => hour,
    quiet: (at: number): number => (last === null ? 60 : (at - last) / 60),
  };
}

/** From one look to the next, while somebody waited: how many were called, and how long counters were taken; milliseconds. */
interface Span {
  readonly at: number;
  readonly calls: number;
  readonly taken: number;
  /** …in the spans before it, since the last call. */
  readonly carried: number;
}

const longestSpan = 20 * 60;

export function cyclesOf({ visits, serving, looks }: RecordedQueue): Span[] {
  const called = visits.flatMap((visit) => visit.called ?? []).sort((a, b) => a - b);
  const spans: Span[] = [];
  const waitingAt = whoWaits(visits);
  let place = 0;
  let carried = 0;
  for (let index = 1; index < looks.length; index += 1) {
    const [from = 0, to = 0] = [looks[index - 1], looks[index]];
    let calls = 0;
    while (place < called.length && (called[place] ?? 0) <= to) {
      calls += 1;
      place += 1;
    }
    const isBusy = waitingAt(from).length > 0;
    if (!isBusy || to - from > longestSpan) continue;
    const taken = Math.max(1, countersAt(serving, from)) * (to - from) * 1000;
    spans.push({ at: to, calls, taken, carried });
    carried = calls === 0 ? carried + taken : 0;
  }
  return spans;
}

/** As samples to learn from: one a call. */
export function cyclesIn(queue: string, { at, calls, taken, carried }: Span): Cycle[] {
  return Array.from({ length: calls }, () => ({
    ...{ step: queue, service: queue, counter: 1, hour: Math.floor(at / 3600) },
    ms: (taken + carried) / calls,
  }));
}
