/**
 * CO1: a change that would strand somebody is refused with the list. CO2: counters that are gone close.
 * CO3: what says the same changes nothing. CO4: nor what was made from an office that runs no more.
 */
import type { Office } from '../../contract/office.ts';
import { offersOnAll } from '../booking/waiting-list.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { CounterEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import { strandedBy } from '../stranded.ts';
import { assigned } from './officers.ts';

type Done = Record<string, never>;

export function configureOffice(
  state: State,
  command: { office: Office; source: string; file?: string; instead?: string },
  at: Instant,
  { id: action }: Fresh,
): Decision<Done> {
  const { calendar, day } = state;
  const { office, source, instead } = command;
  const file = command.file ?? null;
  // CO4: whoever changes it has seen another office than the one that runs.
  if (instead !== undefined && instead !== calendar.source) return refuse('moved-on');
  const isSame = source === calendar.source && JSON.stringify(office) === JSON.stringify(calendar.office);
  if (isSame && (file === null || file === calendar.importedFile)) return accept({});
  const tickets = strandedBy(state, office);
  if (tickets.length > 0) return refuse('would-strand', { tickets });
  const isGone = (counter: number): boolean => !office.counters.some(({ number }) => number === counter);
  const closings = [...day.counters.values()]
    .filter(({ number, state }) => state !== 'closed' && isGone(number))
    .map(({ number: counter }): CounterEvent => ({ type: 'CounterClosed', at, counter, action }));
  const leavings = [...day.officers.keys()].filter(isGone).flatMap((gone) => assigned(state, gone, null, at));
  const configured = { type: 'OfficeConfigured', at, office, source, file } as const;
  // WL2: it may have more places.
  return accept({}, ...closings, ...leavings, configured, ...offersOnAll(state, at, [configured]));
}
