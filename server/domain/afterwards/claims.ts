/** CM1: a timed hand-over that took too long opens a claim, which stays until somebody says how it was made good. */

import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Handover, StepVisit, Visit } from '../visit.ts';
import type { ClaimEvent } from './claim-events.ts';

export interface Claim {
  readonly id: string;
  /** Of the visit. */
  readonly code: string;
  readonly number: string;
  readonly date: string;
  readonly step: string;
  readonly counter: number | null;
  readonly officer: string | null;
  readonly startedAt: Instant;
  readonly openedAt: Instant;
  readonly closed: {
    readonly at: Instant;
    readonly as: 'not-charged' | 'refunded';
    readonly reference: string | null;
    readonly by: string;
  } | null;
}

type ClaimOpened = Extract<ClaimEvent, { type: 'ClaimOpened' }>;

/**
 * CM1: the claim of a hand-over that breaks now; null where the office says nothing of what follows.
 * @param state as it is before the hand-over is broken
 */
export function claimFor(state: State, code: string, dated: Instant): ClaimOpened | null {
  const { calendar, day } = state;
  const visit = day.visits.get(code);
  const handover = visit?.handover;
  if (!visit || !handover) return null;
  const step = officeOf(state).steps.find(({ id }) => id === handover.step);
  // What cannot be told any more is decided for the visitor.
  if (step && step.otherwise !== 'free') return null;
  const counter = stepOf(visit, handover)?.counter ?? visit.counter;
  return {
    type: 'ClaimOpened',
    at: dated,
    id: nextId(calendar.claims, code),
    code,
    number: visit.number,
    date: day.date,
    step: handover.step,
    counter,
    officer: counter === null ? null : (day.officers.get(counter) ?? null),
    startedAt: handover.startedAt,
  };
}

/** CM2: the claim of the visit that is still open; null: none. A visit has few. */
export function openClaimOf({ calendar }: State, code: string): Claim | null {
  for (let n = 1; ; n += 1) {
    const claim = calendar.claims.get(`${code}-${n}`);
    if (!claim) return null;
    if (!claim.closed) return claim;
  }
}

export const hasClaim = ({ calendar }: State, code: string): boolean => calendar.claims.has(`${code}-1`);

function nextId(claims: ReadonlyMap<string, Claim>, code: string): string {
  let n = 1;
  while (claims.has(`${code}-${n}`)) n += 1;
  return `${code}-${n}`;
}

/** Where the hand-over began. */
const stepOf = ({ steps }: Visit, { startedAt }: Handover): StepVisit | undefined =>
  steps.findLast((one) => one.startedAt === startedAt);
