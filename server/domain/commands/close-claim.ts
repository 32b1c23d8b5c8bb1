/** CM3: a claim is closed once: it was not charged, or refunded with a reference for whoever checks the books. */
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type CloseClaim = Extract<Command, { type: 'CloseClaim' }>;

export function closeClaim(
  { calendar }: State,
  { id, as, reference, by }: CloseClaim,
  at: Instant,
): Decision<Record<string, never>> {
  const claim = calendar.claims.get(id);
  if (!claim || claim.closed) return refuse('unknown-claim');
  return accept({}, { type: 'ClaimClosed', at, id, as, reference: reference ?? null, by });
}
