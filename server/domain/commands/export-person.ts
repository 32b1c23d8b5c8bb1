/** PD3: whoever is handed all that is held under a code is recorded before. Refuses `unknown-person`. */
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { personNamed } from '../people/person-named.ts';

type ExportPerson = Extract<Command, { type: 'ExportPerson' }>;

export function exportPerson(
  state: State,
  { person: name, by }: ExportPerson,
  at: Instant,
): Decision<{ code: string }> {
  const person = personNamed(state, name);
  if (!person) return refuse('unknown-person');
  const { code } = person;
  return accept({ code }, { type: 'PersonExported', at, code, by });
}
