/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type RecordOffsite = Extract<Command, { type: 'RecordOffsite' }>;

export function recordOffsite(
  _state: State,
  _command: RecordOffsite,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
