/**
 * CO1: a change that would strand somebody is refused with the list. CO2: counters that are gone close.
 * CO3: what says the same changes nothing.
 */
import type { Office } from '../../contract/office.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { CounterEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import { byTurn } from '../queues.ts';
import { isStranded } from '../stranded.ts';

type Done = Record<string, never>;

export function configureOffice(
  { calendar, day }: State,
  command: { office: Office; source: string; file?: string },
  at: Instant,
  { id: action }: Fresh,
): Decision<Done> {
  const { office, source } = command;
  const file = command.file ?? null;
  const isSame = source === calendar.source && JSON.stringify(office) === JSON.stringify(calendar.office);
  if (isSame && (file === null || file === calendar.importedFile)) return accept({});
  // Who has nowhere to go already must not hinder the change that may help them.
  const stranded = [...day.visits.values()]
    .filter((visit) => isStranded(office, visit) && !(calendar.office && isStranded(calendar.office, visit)))
    .sort(byTurn);
  if (stranded.length > 0) return refuse('would-strand', { tickets: stranded.map(({ number }) => number) });
  const closings = [...day.counters.values()]
    .filter(
      ({ number, state }) => state !== 'closed' && !office.counters.some((setup) => setup.number === number),
    )
    .map(({ number: counter }): CounterEvent => ({ type: 'CounterClosed', at, counter, action }));
  return accept({}, ...closings, { type: 'OfficeConfigured', at, office, source, file });
}
