/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type SeeRequest = Extract<Command, { type: 'SeeRequest' }>;

export function seeRequest(
  _state: State,
  _command: SeeRequest,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
