/**
 * ON1: an officer has an id, a name and a PIN (known here by its hash alone). ON2: one officer at one counter, one
 * counter with one officer, for the day. ON4: a new PIN or role, and being removed, end the officer's sessions.
 */
import type { Calendar } from '../calendar.ts';
import type { CalendarCommand, DayCommand } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import { plainName } from '../plain-name.ts';

type Of<T extends CalendarCommand['type']> = Extract<CalendarCommand, { type: T }>;
type Done = Decision<Record<string, never>>;

export function addOfficer(
  { calendar }: State,
  command: Of<'AddOfficer'>,
  at: Instant,
): Decision<{ readonly id: string }> {
  const { id = freeId(calendar), name, role, hash } = command;
  if (calendar.officers.has(id) || isTaken(calendar, name, id)) return refuse('officer-exists');
  return accept({ id }, { type: 'OfficerAdded', at, id, role, hash, personalOf: id, personal: { name } });
}

/** ON1: people sign in by their name, so nobody else may have it. */
const isTaken = ({ officers }: Calendar, name: string, id: string): boolean =>
  [...officers.values()].some((other) => other.id !== id && plainName(other.name) === plainName(name));

/** ON1: `o1`, `o2` …, and never one that the record already speaks of. */
function freeId({ officerIds }: Calendar): string {
  for (let number = 1; ; number += 1) if (!officerIds.has(`o${number}`)) return `o${number}`;
}

export function changeOfficer(state: State, command: Of<'ChangeOfficer'>, at: Instant): Done {
  const officer = state.calendar.officers.get(command.id);
  if (!officer) return refuse('unknown-officer');
  const { id, name, role = officer.role, hash } = command;
  if (name !== undefined && isTaken(state.calendar, name, id)) return refuse('officer-exists');
  const events: DomainEvent[] = [];
  if (name !== undefined || role !== officer.role) {
    const personal = name === undefined ? {} : { personal: { name } };
    events.push({ type: 'OfficerChanged', at, id, role, personalOf: id, ...personal });
  }
  if (hash !== undefined) events.push({ type: 'PinSet', at, id, hash });
  const leaves = role === 'counter' ? [] : unassigned(state, id, at);
  return accept({}, ...events, ...leaves);
}

export function removeOfficer(state: State, { id }: Of<'RemoveOfficer'>, at: Instant): Done {
  if (!state.calendar.officers.has(id)) return refuse('unknown-officer');
  return accept({}, ...unassigned(state, id, at), { type: 'OfficerRemoved', at, id, personalOf: id });
}

/** By the supervisor; signing in at a counter does the same. */
export function assignOfficer(
  state: State,
  { counter, officer }: Extract<DayCommand, { type: 'AssignOfficer' }>,
  at: Instant,
): Done {
  const known = officer === null ? null : state.calendar.officers.get(officer);
  if (known === undefined || (known !== null && known.role !== 'counter')) return refuse('unknown-officer');
  return accept({}, ...assigned(state, counter, officer, at));
}

/** Nothing where it is so already. */
export function assigned(
  { day }: State,
  counter: number,
  officer: string | null,
  at: Instant,
): DomainEvent[] {
  if ((day.officers.get(counter) ?? null) === officer) return [];
  return [{ type: 'OfficerAssigned', at, counter, officer }];
}

/** Whatever counter the officer is at has nobody. */
export function unassigned({ day }: State, id: string, at: Instant): DomainEvent[] {
  return [...day.officers]
    .filter(([, officer]) => officer === id)
    .map(([counter]) => ({ type: 'OfficerAssigned', at, counter, officer: null }));
}
