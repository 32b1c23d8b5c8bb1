/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type CancelRequest = Extract<Command, { type: 'CancelRequest' }>;

export function cancelRequest(
  _state: State,
  _command: CancelRequest,
  _at: Instant,
  _fresh: Fresh,
): Decision<never> {
  return refuse('not-possible');
}
