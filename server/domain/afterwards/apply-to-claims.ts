/** How events make the claims. */
import type { ClaimEvent } from './claim-events.ts';
import type { Claim } from './claims.ts';

export function applyToClaims(claims: Map<string, Claim>, event: ClaimEvent): void {
  if (event.type === 'ClaimOpened') {
    const { type: _, at: openedAt, ...rest } = event;
    claims.set(event.id, { ...rest, openedAt, closed: null });
    return;
  }
  const { id, at, as, reference, by } = event;
  const claim = claims.get(id);
  if (claim) claims.set(id, { ...claim, closed: { at, as, reference, by } });
}
