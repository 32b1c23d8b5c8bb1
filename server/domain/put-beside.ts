/** How a visit changes beside the queue. ID3: what came to be known there hinders no undo, and no undo takes it back. */
import type { Day } from './day.ts';
import { putVisit, visitOf } from './put.ts';
import type { Visit } from './visit.ts';

export function changeBeside(day: Day, code: string, change: Partial<Visit>): void {
  const former = visitOf(day, code);
  const visit = { ...former, ...change };
  putVisit(day, visit);
  for (const [counter, action] of day.actions) {
    const touched = action.visits.get(code);
    if (touched?.after !== former) continue;
    const visits = new Map(action.visits).set(code, {
      before: { ...touched.before, ...change },
      after: visit,
    });
    day.actions.set(counter, { ...action, visits });
  }
}
