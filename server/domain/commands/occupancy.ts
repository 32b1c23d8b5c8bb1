/** DO8: who is inside, counted by hand: counted again, and who has left. */
import type { Decision, State } from '../decision.ts';
import { accept } from '../decision.ts';
import type { Instant } from '../instant.ts';

export const countInside = (
  _state: State,
  { inside }: { inside: number },
  at: Instant,
): Decision<{ inside: number }> => accept({ inside }, { type: 'InsideCounted', at, inside });

export const letLeave = (
  { day }: State,
  { count }: { count: number },
  at: Instant,
): Decision<{ inside: number }> =>
  accept({ inside: Math.max(0, day.door.inside - count) }, { type: 'PeopleLeft', at, count });
