/** ID2: the identity number of whoever stands at the desk, as a hash; answered with the other numbers of the same person. */
import type { IdentityAnswer } from '../../contract/http-bookings.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import { othersWith } from '../identity.ts';
import type { Instant } from '../instant.ts';
import { isOver } from '../visit.ts';

export function noteIdentity(
  { day }: State,
  { ticket, identity, counter }: { ticket: string; identity: string; counter?: number },
  at: Instant,
): Decision<IdentityAnswer> {
  const visit = findVisit(day, ticket);
  if (!visit) return refuse('unknown-ticket');
  if (isOver(visit)) return refuse('not-possible');
  const answer = { tickets: othersWith(day, visit, identity) };
  if (visit.identity === identity) return accept(answer);
  const { code } = visit;
  return accept(answer, {
    type: 'IdentityNoted',
    at,
    code,
    counter: counter ?? null,
    personal: { identity },
  });
}
