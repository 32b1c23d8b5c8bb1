/** What becomes of a visit when somebody comes back for it. */
import type { Day } from '../day.ts';
import type { DayEvent } from '../events.ts';
import { changeVisit, visitOf } from '../put.ts';
import { promiseOnComingBack } from '../visit.ts';

/** RV1, IF3: waits again, with a promise that is later by the time that its clock stood still. */
export function returnVisit(
  day: Day,
  { code, at, promiseAt }: Extract<DayEvent, { type: 'VisitReturned' }>,
): void {
  const former = visitOf(day, code);
  const visit = { ...former, promiseAt: promiseAt ?? former.promiseAt };
  const promise = promiseOnComingBack(visit, at);
  const back = {
    state: 'waiting',
    waitsSince: at,
    promise,
    returnedAfter: day.callCount,
    onlyAt: null,
  } as const;
  // Who comes back stands inside.
  changeVisit(day, code, { promiseAt: visit.promiseAt, ...back, outside: false });
}

/** CB5: somebody has come for what a visit of today ended with. */
export function noteComeback(day: Day, former: string): void {
  const collect = day.visits.get(former)?.collect;
  if (collect) changeVisit(day, former, { collect: { ...collect, taken: true } });
}
