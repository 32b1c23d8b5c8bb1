/** What a page's address asks for, and whether the hub knows of it. */
import type { ProblemCode } from '../../server/contract/refusals.ts';

/** The counter of `?n=3` as it is written there; null where the address names none. */
export function counterInAddress(): string | null {
  return new URLSearchParams(location.search).get('n')?.trim() || null;
}

/** The hub has nothing of that name, or it cannot be a name. */
export function namesNothing(problem: ProblemCode | null): boolean {
  return problem === 'not-found' || problem === 'malformed';
}
