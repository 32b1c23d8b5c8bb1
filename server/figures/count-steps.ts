/** What was done at the counters on one date: calls, waits, services, walks, hand-overs, outcomes. */
import type { AddTo, Counting } from './counts.ts';
import type { StepFact } from './facts.ts';

/** Outside the office: nobody was called there, and only what came of it counts. */
const outside = 0;

/** How a step ends that somebody was served at; not: held, or never there. */
const servedAt = new Set<string | null>(['done', 'incomplete', 'transferred']);

export function countSteps(
  counting: Counting,
  steps: readonly StepFact[],
  hourAt: (ms: number) => string,
): void {
  for (const step of steps) {
    if (step.outcome !== null) counting.row('outcomes', [step.step, step.outcome])('count');
    if (step.counter !== outside) countAtCounter(counting, step, hourAt);
  }
}

function countAtCounter(counting: Counting, step: StepFact, hourAt: (ms: number) => string): void {
  const called = Date.parse(step.calledAt);
  const hour = hourAt(called);
  counting.row('hours', [hour])('called');
  countWork(counting.row('counters', [String(step.counter)]), step);
  countWork(counting.row('officers', [step.officer ?? '']), step);
  countTimes(counting, step, called, hour);
  if (step.handover !== null) {
    const column = step.handover === 'kept' ? 'handoverKept' : 'handoverBroken';
    counting.row('totals', [])(column);
    counting.row('handovers', [step.step])(column);
  }
  for (const reason of step.reasons) counting.row('incomplete', [step.step, reason])('count');
}

function countWork(count: AddTo, { ended }: StepFact): void {
  count('calls');
  if (ended === 'done') count('served');
  if (ended === 'no-show') count('noShow');
}

function countTimes(counting: Counting, step: StepFact, called: number, hour: string): void {
  const started = step.startedAt === null ? null : Date.parse(step.startedAt);
  if (step.waitedFrom !== null)
    counting.time('wait', [step.step, hour], called - Date.parse(step.waitedFrom));
  if (started !== null) counting.time('walk', [String(step.counter)], started - called);
  if (step.endedAt === null || !servedAt.has(step.ended)) return;
  const keys = [step.step, hour, String(step.counter), step.officer ?? ''];
  counting.time('service', keys, Date.parse(step.endedAt) - (started ?? called));
}
