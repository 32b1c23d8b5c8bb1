/** FC12: promises that will break while they can still be kept, and the counters that would keep them. */
import type { Breaking, Estimate, Forecast, Keeper } from './forecast.ts';
import { runForward } from './run.ts';
import type { CycleOf, Expected, Scene } from './scene.ts';
import type { Snapshot, SnapshotVisit } from './snapshot.ts';

interface Known {
  readonly snapshot: Snapshot;
  readonly scene: Scene;
  readonly cycleOf: CycleOf;
  readonly run: ReadonlyMap<string, Expected>;
  readonly estimates: ReadonlyMap<string, Estimate>;
}

const minuteMs = 60_000;
/** When a counter might open, from now; the latest that still helps is told. */
const openings = [5, 10, 15, 20, 30, 45, 60];
/** Nobody opens more at once. */
const mostKeepers = 2;
/** As many runs are tried at most: each takes a millisecond or two. */
const mostTried = 12;

export function keepersOf(known: Known): Pick<Forecast, 'breaking' | 'breakingCodes' | 'keepers'> {
  const { snapshot, run, estimates } = known;
  const breaking = snapshot.visits
    .flatMap((visit) => {
      const expected = keptAt(visit, run.get(visit.code), estimates.get(visit.code));
      if (visit.promiseAt === null || visit.isComing || visit.promiseAt <= snapshot.at) return [];
      if (expected !== null && expected <= visit.promiseAt) return [];
      return { code: visit.code, promiseAt: visit.promiseAt, expected };
    })
    .sort((a, b) => a.promiseAt - b.promiseAt);
  const breakingCodes = new Set(breaking.map(({ code }) => code));
  return { breaking, breakingCodes, keepers: breaking.length === 0 ? [] : keepersFor(known, breaking) };
}

/** The run, moved by as much as what is told differs from it: so that both say the same. */
function keptAt(
  visit: SnapshotVisit,
  expected: Expected | undefined,
  told: Estimate | undefined,
): number | null {
  if (!expected) return null;
  const moved = told && expected.calledAt !== null ? told.expected - expected.calledAt : 0;
  if (visit.until === 'called' && visit.at === null)
    return expected.calledAt === null ? null : expected.calledAt + moved;
  return expected.doneAt === null ? null : expected.doneAt + moved;
}

function keepersFor(known: Known, breaking: readonly Breaking[]): Keeper[] {
  const keepers: Keeper[] = [];
  let scene = known.scene;
  let kept = 0;
  const candidates = candidatesFor(known, breaking);
  while (keepers.length < mostKeepers && kept < breaking.length) {
    const best = bestOf(
      known,
      scene,
      breaking,
      candidates.filter(({ number }) => !keepers.some(({ counter }) => counter === number)),
    );
    if (!best || best.keeps <= kept) break;
    kept = best.keeps;
    keepers.push(best);
    scene = opened(scene, candidates, best.counter, best.by);
  }
  return keepers;
}

type Candidate = Snapshot['closed'][number];

/** Those that could serve somebody concerned, the more the better. */
function candidatesFor({ snapshot }: Known, breaking: readonly Breaking[]): Candidate[] {
  const codes = new Set(breaking.map(({ code }) => code));
  const concerned = snapshot.visits.filter(({ code }) => codes.has(code));
  const served = ({ steps, lanes }: Candidate): number =>
    concerned.filter(
      ({ step, todo, lane }) => lanes.includes(lane) && [step, ...todo].some((one) => steps.includes(one)),
    ).length;
  return snapshot.closed
    .map((counter) => ({ counter, served: served(counter) }))
    .filter((one) => one.served > 0)
    .sort((a, b) => b.served - a.served)
    .slice(0, mostTried)
    .map(({ counter }) => counter);
}

/** The counter that keeps most if it opened soon, and the latest time at which it keeps as many. */
function bestOf(
  known: Known,
  scene: Scene,
  breaking: readonly Breaking[],
  candidates: readonly Candidate[],
): Keeper | null {
  const { at } = known.snapshot;
  const [soonest = 5] = openings;
  let best: { readonly counter: Candidate; readonly keeps: number } | null = null;
  for (const counter of candidates) {
    const keeps = keptBy(known, opened(scene, candidates, counter.number, at + soonest * minuteMs), breaking);
    if (keeps > (best?.keeps ?? 0)) best = { counter, keeps };
  }
  if (best === null) return null;
  let by = soonest;
  for (const minutes of openings.slice(1)) {
    if (
      keptBy(known, opened(scene, candidates, best.counter.number, at + minutes * minuteMs), breaking) <
      best.keeps
    )
      break;
    by = minutes;
  }
  const step = stepWanted(known, breaking, best.counter);
  return { counter: best.counter.number, step, by: at + by * minuteMs, keeps: best.keeps };
}

function opened(scene: Scene, candidates: readonly Candidate[], number: number, freeAt: number): Scene {
  const counter = candidates.find((one) => one.number === number);
  if (!counter) return scene;
  // One that pauses comes back sooner.
  const [paused] = scene.counters.filter((one) => one.number === number);
  const others = scene.counters.filter((one) => one.number !== number);
  const at = paused ? Math.min(paused.freeAt, freeAt) : freeAt;
  return { ...scene, counters: [...others, { ...counter, freeAt: at }] };
}

/** How many of them would be kept in this scene. */
function keptBy(
  { snapshot, cycleOf, run: before, estimates }: Known,
  scene: Scene,
  breaking: readonly Breaking[],
): number {
  const run = runForward(scene, cycleOf);
  const visits = new Map(snapshot.visits.map((visit) => [visit.code, visit]));
  return breaking.filter(({ code, promiseAt }) => {
    const visit = visits.get(code);
    const told = estimates.get(code);
    const [was, is] = [before.get(code), run.get(code)];
    if (!visit || !is) return false;
    // What is told differs from the run by this; less of the run, less of the difference.
    const share =
      was?.calledAt && is.calledAt
        ? (is.calledAt - snapshot.at) / Math.max(1, was.calledAt - snapshot.at)
        : 1;
    const moved = told && was?.calledAt ? (told.expected - was.calledAt) * Math.min(1, share) : 0;
    const at = visit.until === 'called' && visit.at === null ? is.calledAt : is.doneAt;
    return at !== null && at + moved <= promiseAt;
  }).length;
}

/** Of the counter's steps the one that most of them wait for. */
function stepWanted({ snapshot }: Known, breaking: readonly Breaking[], { steps }: Candidate): string {
  const codes = new Set(breaking.map(({ code }) => code));
  const counts = new Map(steps.map((step) => [step, 0]));
  for (const { code, step, todo } of snapshot.visits)
    if (codes.has(code))
      for (const one of [step, ...todo]) counts.set(one, (counts.get(one) ?? 0) + (one === step ? 2 : 1));
  return steps.reduce(
    (best, step) => ((counts.get(step) ?? 0) > (counts.get(best) ?? 0) ? step : best),
    steps[0] ?? '',
  );
}
