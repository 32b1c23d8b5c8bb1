/**
 * OF1: a visit is requested for a service that the office goes out for, with all that the service requires. OF2: whom
 * it is for; where nobody can be reached, nobody need apply. Refuses `unknown-service`, `requirement-missing`.
 */
import type { RequestAnswer } from '../../contract/http-offsite.ts';
import type { Service } from '../../contract/office.ts';
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { toIso } from '../instant.ts';
import type { Offsite } from '../offsite/offsite.ts';
import type { RequestPersonal } from '../offsite/offsite-events.ts';

type RequestVisit = Extract<Command, { type: 'RequestVisit' }>;

export function requestVisit(
  state: State,
  command: RequestVisit,
  at: Instant,
  fresh: Fresh,
): Decision<RequestAnswer> {
  const service = officeOf(state).services.find(({ id }) => id === command.service);
  if (!service?.offsite) return refuse('unknown-service');
  const missing = missingOf(service, command);
  if (missing.length > 0) return refuse('requirement-missing', { missing });
  const { id: code } = fresh;
  const shortCode = unusedShortCode(state.calendar.offsite, fresh.spoken);
  const personal = personalOf(command);
  const known = { code, shortCode, service: service.id, people: personal.people.length };
  return accept(
    { ...known, state: 'asked', askedAt: toIso(at), date: null, reason: null },
    { type: 'VisitRequested', at, ...known, personalOf: code, personal },
  );
}

function missingOf({ requires = [] }: Service, command: RequestVisit): string[] {
  const missing: string[] = requires.filter((part) => command[part] === undefined);
  // OF2: a service that asks for no contact may be done for nobody (a supervision).
  const isForNobody = (command.people ?? []).length === 0;
  return isForNobody && requires.includes('contact') ? [...missing, 'people'] : missing;
}

function personalOf({ address, contact, letter, people = [], note }: RequestVisit): RequestPersonal {
  return {
    ...{ address: address ?? null, contact: contact ?? null, note: note ?? null },
    letter: letter ? { kind: letter.kind, number: letter.number ?? null } : null,
    people,
  };
}

/** Six signs or more, unlike every other request's. */
function unusedShortCode({ requests }: Offsite, spoken: string): string {
  const used = new Set([...requests.values()].map(({ shortCode }) => shortCode));
  for (let length = 6; length < spoken.length; length += 1) {
    const shortCode = spoken.slice(0, length);
    if (!used.has(shortCode)) return shortCode;
  }
  return spoken;
}
