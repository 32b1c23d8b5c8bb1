/** Every counter of the office in one line: who sits there, whom they serve, since when. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import { counterOf, currentVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIsoOrNull } from '../instant.ts';
import { reachOf } from '../queue/reach.ts';
import type { Visit } from '../visit.ts';
import { officerAt } from './officer.ts';

export function countersOf(state: State, visits: readonly Visit[]): SupervisorView['counters'] {
  const office = officeOf(state);
  const served = servedBy(visits);
  return office.counters.map(({ number, name = null }) => {
    const counter = counterOf(state.day, number);
    const { steps, lanes } = reachOf(office, counter);
    const visit = currentVisit(state.day, counter);
    const visitState = visit?.state === 'serving' ? 'serving' : 'called';
    return {
      counter: number,
      name,
      state: counter.state,
      pause: counter.pause && { reason: counter.pause.reason, until: toIsoOrNull(counter.pause.until) },
      officer: officerAt(state, number),
      number: visit?.number ?? null,
      step: visit?.step ?? null,
      visitState: visit && visitState,
      since: toIsoOrNull((visitState === 'serving' ? visit?.startedAt : visit?.calledAt) ?? null),
      steps: [...steps],
      lanes: lanes ? [...lanes] : office.lanes.map(({ id }) => id),
      served: served.get(number) ?? 0,
    };
  });
}

/** Steps done today, by counter. */
function servedBy(visits: readonly Visit[]): ReadonlyMap<number, number> {
  const served = new Map<number, number>();
  for (const { steps } of visits) {
    for (const { counter, end } of steps)
      if (end === 'done') served.set(counter, (served.get(counter) ?? 0) + 1);
  }
  return served;
}
