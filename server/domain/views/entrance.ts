/** `entrance`: the board outside the door, for everybody who comes. Depends on the time: see `at-door.ts`. */
import type { EntranceView } from '../../contract/views-door.ts';
import type { Day } from '../day.ts';
import { currentVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIso } from '../instant.ts';
import { atDoor } from './at-door.ts';
import { officeSummary, type ViewContext } from './context.ts';
import { namesOf } from './names.ts';

export function entranceView(state: State, context: ViewContext): EntranceView {
  const { day } = state;
  return {
    office: officeSummary(state, context),
    ...atDoor(state, context.at),
    outside: day.outside.size,
    calls: callsOutside(day),
    lanes: namesOf(officeOf(state), {}).lanes,
  };
}

/** Called to a counter while still outside; the newest first. */
function callsOutside(day: Day): EntranceView['calls'] {
  const calls: EntranceView['calls'] = [];
  for (const counter of day.counters.values()) {
    const visit = currentVisit(day, counter);
    if (visit?.state !== 'called' || !visit.outside || visit.lastCalledAt === null) continue;
    calls.push({ number: visit.number, counter: counter.number, at: toIso(visit.lastCalledAt) });
  }
  return calls.sort((a, b) => (a.at > b.at ? -1 : Number(a.at < b.at)));
}
