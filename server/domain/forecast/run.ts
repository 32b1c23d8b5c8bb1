/**
 * The calling rule run forward: FC1 the same rule as at a press (WT1, WT4, WT5, WT6, TR3), over the counters that are open, each
 * taken as long as it usually is. What cannot be known (who is missed, who goes home) is in the learned times.
 */
import { type Agenda, createAgenda } from './agenda.ts';
import { createRunQueues, type RunQueues, type Waiting } from './run-queues.ts';
import type { CycleOf, Expected, Scene, SceneCounter, SceneVisit } from './scene.ts';

type Happening =
  | { readonly kind: 'free'; readonly counter: SceneCounter }
  | { readonly kind: 'waits'; readonly visit: Waiting };

interface Run {
  readonly agenda: Agenda<Happening>;
  readonly queues: RunQueues;
  readonly idle: Set<SceneCounter>;
  readonly cycleOf: CycleOf;
  readonly expected: Map<string, { calledAt: number | null; ahead: number; doneAt: number | null }>;
  /** Calls made in the run, by step. */
  readonly calls: Map<string, number>;
}

/** By code, of every visit of the scene. Takes a millisecond or two for 1,000 visits. */
export function runForward(scene: Scene, cycleOf: CycleOf): Map<string, Expected> {
  const run: Run = {
    agenda: createAgenda(),
    queues: createRunQueues(scene),
    idle: new Set(),
    cycleOf,
    expected: new Map(),
    calls: new Map(),
  };
  begin(run, scene);
  for (let next = run.agenda.next(); next !== null; next = run.agenda.next()) {
    const { at, what } = next;
    if (what.kind === 'free') callNext(run, what.counter, at);
    else {
      run.queues.enter(what.visit);
      wake(run, what.visit, at);
    }
  }
  return run.expected;
}

/** Who waits now stands in the queues at once: so that nobody later is called before an earlier turn. */
function begin(run: Run, { at, visits, counters }: Scene): void {
  const freeAt = new Map(counters.map((counter) => [counter.number, counter.freeAt]));
  for (const visit of visits) {
    run.expected.set(visit.code, { calledAt: null, ahead: 0, doneAt: null });
    if (visit.at !== null) goOn(run, visit, visit.todo, freeAt.get(visit.at) ?? at);
    else {
      const waiting: Waiting = { visit, step: visit.step, todo: visit.todo };
      if (visit.from <= at) run.queues.enter(waiting);
      else run.agenda.note(visit.from, { kind: 'waits', visit: waiting });
    }
  }
  for (const counter of counters) run.agenda.note(Math.max(at, counter.freeAt), { kind: 'free', counter });
}

function callNext(run: Run, counter: SceneCounter, at: number): void {
  const called = run.queues.take(counter);
  if (called === null) {
    run.idle.add(counter);
    return;
  }
  const { visit, step, todo } = called;
  const expected = run.expected.get(visit.code);
  const made = run.calls.get(step) ?? 0;
  run.calls.set(step, made + 1);
  if (expected && expected.calledAt === null && step === visit.step && visit.at === null) {
    expected.calledAt = at;
    expected.ahead = made;
  }
  const freeAt = at + run.cycleOf(step, visit.service, counter.number, at);
  // CN6: whoever is done there may be called there again, so it waits before the counter is free.
  goOn(run, visit, todo, freeAt);
  run.agenda.note(freeAt, { kind: 'free', counter });
}

/** After a step: the next one is waited for, or all is done. */
function goOn(run: Run, visit: SceneVisit, [step, ...todo]: readonly string[], at: number): void {
  if (step === undefined) {
    const expected = run.expected.get(visit.code);
    if (expected) expected.doneAt = at;
    return;
  }
  run.agenda.note(at, { kind: 'waits', visit: { visit, step, todo } });
}

/** Somebody came: the first counter without work that may call, calls. */
function wake(run: Run, visit: Waiting, at: number): void {
  for (const counter of run.idle) {
    if (!run.queues.serves(counter, visit)) continue;
    run.idle.delete(counter);
    callNext(run, counter, at);
    return;
  }
}
