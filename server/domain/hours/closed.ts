/** CD1: whether numbers are given now, and when again. */
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { toIsoOrNull } from '../instant.ts';
import { opensFrom } from './opens.ts';

/** Null while the day was not closed by hand. */
export function closedNow(state: State): { readonly opensAt: string | null } | null {
  return state.day.closed ? { opensAt: toIsoOrNull(opensAfter(state, state.day.endsAt)) } : null;
}

/** OH6: the first instant from one on at which a number of anything is given; null: none within 400 days. */
export function opensAfter(state: State, from: Instant): Instant | null {
  const office = officeOf(state);
  let first: Instant | null = null;
  for (const service of office.services) {
    if (service.offsite) continue;
    for (const lane of office.lanes) {
      const opens = opensFrom(office, service, lane, from);
      if (opens !== null && (first === null || opens < first)) first = opens;
    }
  }
  return first;
}
