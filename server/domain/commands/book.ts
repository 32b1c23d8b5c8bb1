/** Not written yet. */
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type Book = Extract<Command, { type: 'Book' }>;

export function book(_state: State, _command: Book, _at: Instant, _fresh: Fresh): Decision<never> {
  return refuse('not-possible');
}
