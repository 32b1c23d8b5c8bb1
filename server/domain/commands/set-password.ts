/** The supervisor's password; `onlyFirst`: only when there is none yet (the one-time link of a first start). */
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

export function setPassword(
  { calendar }: State,
  { hash, onlyFirst }: { hash: string; onlyFirst: boolean },
  at: Instant,
): Decision<Record<string, never>> {
  if (onlyFirst && calendar.passwordHash !== null) return refuse('already-set-up');
  return accept({}, { type: 'PasswordSet', at, hash });
}
