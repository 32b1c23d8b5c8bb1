/** Visits that a list names, each once; and what of the list is nobody's. */
import type { Day } from '../day.ts';
import { findVisit } from '../day.ts';
import type { Visit } from '../visit.ts';

export function namedVisits(
  day: Day,
  names: readonly string[],
): { readonly visits: readonly Visit[]; readonly unknown: readonly string[] } {
  const visits = new Set<Visit>();
  const unknown = new Set<string>();
  for (const name of names) {
    const visit = findVisit(day, name);
    if (visit) visits.add(visit);
    else unknown.add(name);
  }
  return { visits: [...visits], unknown: [...unknown] };
}
