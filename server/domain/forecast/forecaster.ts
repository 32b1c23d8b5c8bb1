/**
 * The forecast of an office: from one snapshot after another to what everybody is told. It remembers what it told and what came of
 * it. It runs in a thread of its own (`server/forecast`), and knows no clock but the snapshots'.
 */
import type { Estimate, Forecast, NewcomerEstimate } from './forecast.ts';
import { newcomerKey } from './forecast.ts';
import { keepersOf } from './keepers.ts';
import { createLearned, type Learned, type LearnedDay } from './learned.ts';
import { type Likely, rangeOf } from './likely.ts';
import { createMemory, type Memory } from './memory.ts';
import type { Moment, Remembered } from './moment.ts';
import { createRecord } from './record.ts';
import { roomAhead } from './room-ahead.ts';
import { runForward } from './run.ts';
import type { CycleOf, Expected, SceneVisit } from './scene.ts';
import { cyclesFor, hourAt, sceneOf, virtualVisit } from './scene-of.ts';
import type { Snapshot, SnapshotVisit } from './snapshot.ts';
import { paceOf, usualOf } from './tempo.ts';
import { asTold, type Told, tell } from './told.ts';
import { createTrust, type Trust } from './trust.ts';

export interface Forecaster {
  /** From the journal, the oldest day first. */
  learn(day: LearnedDay): void;
  remember(moment: Remembered): void;
  /** What a restart must not forget: tickets that were told something before. */
  told(code: string, told: Estimate): void;
  forecast(snapshot: Snapshot): Forecast;
  /** Moments that came true since the last time they were taken. */
  takeRemembered(): Remembered[];
}

const minuteMs = 60_000;
/** Moments looked at for one range, and kept in all. */
const neighbours = 80;
const mostRemembered = 16_000;
/** What follows the call takes longer for some: nine of ten are home by then. */
const slack = 1.4;
const homeGrid = 5 * minuteMs;
/** Of none is anything known: there is no counter 0. */
const anyCounter = 0;

/** @param unknownCycle milliseconds: see `cycles.ts` */
export function createForecaster(unknownCycle?: number): Forecaster {
  const learned = createLearned(unknownCycle);
  const memory = createMemory(mostRemembered);
  const trust = createTrust();
  const record = createRecord({ memory, trust });

  function forecast(snapshot: Snapshot): Forecast {
    for (const cycle of snapshot.cycles) learned.cycles.add(cycle);
    record.settle(snapshot.called);
    const cycleOf = cyclesFor(snapshot, learned);
    const scene = sceneOf(snapshot, cycleOf, learned);
    const run = runForward(scene, cycleOf);
    const estimates = estimatesOf(snapshot, run, cycleOf);
    record.keepOnly(snapshot.visits);
    return {
      at: snapshot.at,
      estimates,
      newcomers: newcomersOf(snapshot, scene, cycleOf),
      ...keepersOf({ snapshot, scene, cycleOf, run, estimates }),
      room: roomAhead(snapshot, run),
    };
  }

  function estimatesOf(
    snapshot: Snapshot,
    run: ReadonlyMap<string, Expected>,
    cycleOf: CycleOf,
  ): Map<string, Estimate> {
    const momentOf = momentsOf(snapshot, learned);
    const estimates = new Map<string, Estimate>();
    for (const visit of snapshot.visits) {
      if (visit.at !== null || visit.isComing) continue;
      const expected = run.get(visit.code);
      if (!expected || expected.calledAt === null) continue;
      const moment = momentOf(visit, expected, (snapshot.at - visit.since) / minuteMs);
      const former = record.toldTo(visit);
      const likely = likelyOf(memory, trust, moment, snapshot.at, former !== null);
      const told = withHomeBy(former, tell(former, likely, snapshot.at), afterCall(visit, expected, cycleOf));
      record.note(visit, moment, told, snapshot.at);
      estimates.set(visit.code, told);
    }
    return estimates;
  }

  /** Each with everybody who is here and by itself: they come instead of one another, and are in nobody's way. */
  function newcomersOf(
    snapshot: Snapshot,
    scene: ReturnType<typeof sceneOf>,
    cycleOf: CycleOf,
  ): Map<string, NewcomerEstimate> {
    const { at, newcomers } = snapshot;
    const visits = newcomers.map((one) =>
      virtualVisit(one, `?${newcomerKey(one.service, one.lane)}`, at, one.turn),
    );
    const momentOf = momentsOf(snapshot, learned);
    const estimates = new Map<string, NewcomerEstimate>();
    for (const visit of visits) {
      const run = runForward({ ...scene, visits: [...scene.visits, visit] }, cycleOf);
      const expected = run.get(visit.code);
      if (!expected || expected.calledAt === null) continue;
      const told = asTold(likelyOf(memory, trust, momentOf(visit, expected, 0), at, false), at);
      const { step, service } = visit;
      const able = scene.counters.filter(({ steps }) => steps.includes(step));
      const each = cycleOf(step, service, able[0]?.number ?? 0, at) / Math.max(1, able.length);
      const estimate = withHomeBy(null, told, afterCall(visit, expected, cycleOf));
      estimates.set(visit.code.slice(1), { ...estimate, step, each });
    }
    return estimates;
  }

  return {
    learn: (day) => learned.add(day),
    remember: (moment) => memory.add(moment),
    told: record.wasTold,
    forecast,
    takeRemembered: () => record.take(),
  };
}

/** FC2, FC3, FC7. Where nothing is remembered the run alone tells, with a wide range. */
function likelyOf(memory: Memory, trust: Trust, moment: Moment, at: number, isRevision: boolean): Likely {
  const alike = memory.likely(moment, neighbours);
  const waits = alike.length > 0 ? alike : [0.5, 0.8, 1, 1.3, 2].map((part) => part * moment.expected);
  return rangeOf(waits, at / minuteMs, (middle) => trust.share(middle, isRevision));
}

/** What follows the call, as the run has it; where a step has no open counter, as long as its steps take. */
function afterCall(
  { step, todo, service }: SceneVisit,
  { calledAt, doneAt }: Expected,
  cycleOf: CycleOf,
): number {
  if (calledAt === null) return 0;
  if (doneAt !== null) return doneAt - calledAt;
  return [step, ...todo].reduce((sum, one) => sum + cycleOf(one, service, anyCounter, calledAt), 0);
}

/** FC6: it stays with the range, unless what follows the call takes longer by now; in whole five minutes, and somewhat longer than expected. */
function withHomeBy(former: Estimate | null, told: Told, after: number): Estimate {
  if (former === told && told.to + after <= former.homeBy) return former;
  return { ...told, homeBy: Math.ceil((told.to + after * slack) / homeGrid) * homeGrid };
}

function momentsOf(snapshot: Snapshot, learned: Learned) {
  const { at, steps, counters, dayBegan } = snapshot;
  const hour = hourAt(snapshot, at);
  const open = new Map<string, number>();
  for (const counter of counters) for (const step of counter.steps) open.set(step, (open.get(step) ?? 0) + 1);
  return ({ step }: Pick<SnapshotVisit, 'step'>, { calledAt, ahead }: Expected, since: number): Moment => {
    const today = steps[step] ?? { calls: 0, taken: 0, lastCallAt: null };
    return {
      expected: Math.max(0, ((calledAt ?? at) - at) / minuteMs),
      ahead,
      pace: paceOf(today, learned.cycles.mean(step)),
      usual: usualOf(learned.counters(step, hour), open.get(step) ?? 0),
      hour: (at - dayBegan) / (60 * minuteMs),
      quiet: today.lastCallAt === null ? 60 : Math.max(0, at - today.lastCallAt) / minuteMs,
      // Whoever has a number for later does not wait yet.
      since: Math.max(0, since),
    };
  };
}
