/** What the desk shows beside the queue: what to bring, proofs, identity, claims of late hand-overs, the slip. */
import type { DeskView } from '../../contract/views-desk.ts';
import { openClaimOf } from '../afterwards/claims.ts';
import type { Day } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { sameIdentity } from '../identity.ts';
import type { Visit } from '../visit.ts';

/** Those after them are shown as these are closed. */
const mostClaims = 30;

type Checks = Pick<NonNullable<DeskView['current']>, 'things' | 'unverified' | 'sameIdentity' | 'claim'>;

/** IF1, CM2. */
export function checksOf(state: State, visit: Visit): Checks {
  const step = officeOf(state).steps.find(({ id }) => id === visit.step);
  return {
    things: [...(step?.incomplete?.bring ?? [])],
    unverified: visit.proof !== null,
    sameIdentity: sameIdentity(state.day, visit),
    claim: openClaimOf(state, visit.code)?.id ?? null,
  };
}

/** CM2, CM3: what began here and nobody has closed yet, also when the visit is gone; as they were opened. */
export function openClaimsAt({ calendar }: State, counter: number): DeskView['claims'] {
  const claims: DeskView['claims'] = [];
  for (const claim of calendar.claims.values()) {
    if (claims.length === mostClaims) break;
    if (claim.closed === null && claim.counter === counter)
      claims.push({ id: claim.id, number: claim.number });
  }
  return claims;
}

/** CB1, CM2: the last visit that was finished here and has something to print: what to collect, or what is free of charge. */
export function slipAt({ day }: State, counter: number): DeskView['slip'] {
  let last: Visit | null = null;
  for (const visit of day.visits.values()) {
    if (visit.state !== 'done' || visit.counter !== counter || !isToPrint(day, visit)) continue;
    if (last === null || (visit.endedAt ?? 0) > (last.endedAt ?? 0)) last = visit;
  }
  return last && { code: last.link, number: last.number };
}

const isToPrint = ({ brokenHandovers }: Day, { code, collect }: Visit): boolean =>
  collect !== null || brokenHandovers.has(code);
