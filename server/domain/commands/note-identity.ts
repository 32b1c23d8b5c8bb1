/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type NoteIdentity = Extract<Command, { type: 'NoteIdentity' }>;

export function noteIdentity(
  _state: State,
  _command: NoteIdentity,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
