/** CD1: whether numbers are given now, and when again. */
import type { State } from './decision.ts';
import { officeOf } from './decision.ts';
import { dateAfter, nextOpening } from './hours.ts';
import { toIsoOrNull } from './instant.ts';

/** Null while numbers are given. */
export function closedNow(state: State): { readonly opensAt: string | null } | null {
  if (!state.day.closed) return null;
  return { opensAt: toIsoOrNull(nextOpening(officeOf(state), dateAfter(state.day.date))) };
}
