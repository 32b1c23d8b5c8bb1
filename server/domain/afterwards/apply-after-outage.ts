/** What becomes of a visit that is put right after an outage, or sent home: nobody saw what happened. */
import type { Day } from '../day.ts';
import type { DayEvent } from '../events.ts';
import { putVisit, visitOf } from '../put.ts';
import type { StepVisit } from '../visit.ts';
import { withoutHandover } from '../visit.ts';

/** AO2: after an outage. Who is gone may come back; when somebody was served without the hub, nobody knows. */
export function settle(
  day: Day,
  { at, code, as, collect }: Extract<DayEvent, { type: 'VisitSettled' }>,
): void {
  leaveCounter(day, code);
  const former = withoutHandover(visitOf(day, code), at);
  const promise = former.promise === 'running' ? 'lapsed' : former.promise;
  const visit = { ...former, waitsSince: null, steps: former.steps.map((step) => endedUnseen(step, as)) };
  if (as === 'gone') putVisit(day, { ...visit, state: 'no-show' });
  // Who was served had come in.
  else {
    const follows = collect ? { ...collect, taken: false } : visit.collect;
    putVisit(day, { ...visit, state: 'done', promise, collect: follows, outside: false, endedAt: at });
  }
}

/** A step that was under way has ended; when, nobody knows. */
function endedUnseen(step: StepVisit, as: 'done' | 'gone'): StepVisit {
  return step.end === null ? { ...step, end: as === 'gone' ? 'no-show' : 'done' } : step;
}

/** The counter where the visit is called or served is free. */
export function leaveCounter(day: Day, code: string): void {
  for (const counter of day.counters.values()) {
    if (counter.current === code) day.counters.set(counter.number, { ...counter, current: null });
  }
}
