/** Promises of the day as they stand: kept, broken, and those that can still be kept. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import { outageWithin } from '../afterwards/outages.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIso } from '../instant.ts';
import { outlookOn } from '../queue/outlook.ts';
import { standingOf } from '../queue/standing.ts';
import { isOpen, type Visit } from '../visit.ts';
import { forecastOf, type ViewContext } from './context.ts';
import { stepPromises } from './step-promises.ts';

const mostShown = 20;
type Promises = SupervisorView['promises'];

export function promisesOf(state: State, visits: readonly Visit[], context: ViewContext): Promises {
  const { at } = context;
  const { day } = state;
  const promised = visits.filter(({ promiseAt }) => promiseAt !== null);
  const isBroken = ({ code }: Visit): boolean => day.brokenPromises.has(code);
  const outlook = outlookOn(state, forecastOf(context));
  const isAtRisk = (visit: Visit): boolean => standingOf(state, visit, at, outlook) === 'at-risk';
  const concerned = promised.filter((visit) => isOpen(visit) && (isBroken(visit) || isAtRisk(visit)));
  return {
    kept: promised.filter((visit) => visit.promise === 'kept' && !isBroken(visit)).length,
    broken: day.brokenPromises.size,
    running: day.running.size,
    brokenInOutage: promised.filter((visit) => isBroken(visit) && outageWithin(day, visit) > 0).length,
    steps: stepPromises(state, visits),
    atRisk: concerned
      .sort((a, b) => (a.promiseAt ?? 0) - (b.promiseAt ?? 0))
      .slice(0, mostShown)
      .map((visit) => ({ ...shown(visit), broken: isBroken(visit), opens: opensFor(state, visit) })),
  };
}

const shown = (visit: Visit) => ({
  code: visit.link,
  number: visit.number,
  service: visit.service,
  lane: visit.lane,
  step: visit.step,
  state: visit.state,
  counter: visit.state === 'called' || visit.state === 'serving' ? visit.counter : null,
  arrivedAt: toIso(visit.arrivedAt),
  promiseAt: toIso(visit.promiseAt ?? visit.arrivedAt),
});

/** Counters that call nobody now, and could serve the visit if somebody opened them; none while an open one is free for it. */
function opensFor(state: State, visit: Visit): number[] {
  if (visit.state !== 'waiting') return [];
  const { counters } = officeOf(state);
  const able = counters.filter(
    ({ steps, lanes }) => steps.includes(visit.step) && lanes.includes(visit.lane),
  );
  const isFree = (number: number): boolean => {
    const counter = state.day.counters.get(number);
    return counter?.state === 'open' && counter.current === null;
  };
  if (able.some(({ number }) => isFree(number))) return [];
  return able
    .filter(({ number }) => state.day.counters.get(number)?.state !== 'open')
    .map(({ number }) => number);
}
