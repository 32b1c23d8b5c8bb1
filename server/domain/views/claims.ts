/** Claims as people see them: those that are open, or all of a date. */
import type { ClaimAnswer } from '../../contract/http-bookings.ts';
import type { Claim } from '../afterwards/claims.ts';
import type { State } from '../decision.ts';
import { toIso } from '../instant.ts';

export interface WantedClaims {
  /** Only those that nobody has closed. */
  readonly open: boolean;
  readonly date: string | null;
  /** Null: of all counters. */
  readonly counter: number | null;
}

/** CM2: the oldest first. */
export function claimsShown({ calendar }: State, { open, date, counter }: WantedClaims): ClaimAnswer[] {
  const isWanted = (claim: Claim): boolean =>
    (!open || claim.closed === null) &&
    (date === null || claim.date === date) &&
    (counter === null || claim.counter === counter);
  return [...calendar.claims.values()].filter(isWanted).map(shown);
}

/** CM3: whether the counter may close it: the hand-over began there, or the visit is there now. */
export function isClaimOf({ calendar, day }: State, id: string, counter: number): boolean {
  const claim = calendar.claims.get(id);
  return (
    claim !== undefined && (claim.counter === counter || day.counters.get(counter)?.current === claim.code)
  );
}

const shown = ({ code: _, startedAt, openedAt, closed, ...claim }: Claim): ClaimAnswer => ({
  ...claim,
  startedAt: toIso(startedAt),
  openedAt: toIso(openedAt),
  closed: closed && { ...closed, at: toIso(closed.at) },
});
