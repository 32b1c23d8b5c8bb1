/**
 * CO1: a change that would strand somebody is refused with the list. CO2: counters that are gone close.
 * CO3: what says the same changes nothing.
 */
import type { Office } from '../../contract/office.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { CounterEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';
import { isOver } from '../visit.ts';
import { byTurn } from '../whose-turn.ts';

type Done = Record<string, never>;

export function configureOffice(
  { calendar, day }: State,
  { office, source }: { office: Office; source: string },
  at: Instant,
  { id: action }: Fresh,
): Decision<Done> {
  const same = source === calendar.source && JSON.stringify(office) === JSON.stringify(calendar.office);
  if (same) return accept({});
  const stranded = [...day.visits.values()].filter((visit) => isStranded(office, visit)).sort(byTurn);
  if (stranded.length > 0) return refuse('would-strand', { tickets: stranded.map(({ number }) => number) });
  const closings = [...day.counters.values()]
    .filter(
      ({ number, state }) => state !== 'closed' && !office.counters.some((setup) => setup.number === number),
    )
    .map(({ number: counter }): CounterEvent => ({ type: 'CounterClosed', at, counter, action }));
  return accept({}, ...closings, { type: 'OfficeConfigured', at, office, source });
}

/** Whether nobody could serve the visit to its end in this office, or the counter it is at is gone. */
function isStranded(office: Office, visit: Visit): boolean {
  if (isOver(visit)) return false;
  const { service, lane, step, todo, counter, state } = visit;
  const isAtCounter = state === 'called' || state === 'serving';
  const isKnown =
    office.services.some(({ id }) => id === service) &&
    office.lanes.some(({ id }) => id === lane) &&
    (!isAtCounter || office.counters.some(({ number }) => number === counter));
  const isServed = [step, ...todo].every((each) =>
    office.counters.some(({ steps, lanes }) => steps.includes(each) && (!lanes || lanes.includes(lane))),
  );
  return !isKnown || !isServed;
}
