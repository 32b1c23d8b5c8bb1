/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type ReleasePlaces = Extract<Command, { type: 'ReleasePlaces' }>;

export function releasePlaces(
  _state: State,
  _command: ReleasePlaces,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
