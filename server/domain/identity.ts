/** ID2: which other visits of today were noted with the same identity number. Only hashes are known here. */
import type { Day } from './day.ts';
import { isOver, type Visit } from './visit.ts';

/** The numbers of the others that are not over, the earliest ticket first. */
export function othersWith({ visits }: Day, visit: Visit, identity: string): string[] {
  const numbers: string[] = [];
  for (const other of visits.values())
    if (other.identity === identity && other.code !== visit.code && !isOver(other))
      numbers.push(other.number);
  return numbers;
}

/** For the desk. Null: no number was noted for this visit. */
export const sameIdentity = (day: Day, visit: Visit): string[] | null =>
  visit.identity === null ? null : othersWith(day, visit, visit.identity);

/** BR3: numbers of today that are not over, together where they were noted with one identity number. */
export function sharedIdentities({ visits }: Day): string[][] {
  const groups = new Map<string, string[]>();
  for (const visit of visits.values()) {
    if (visit.identity === null || isOver(visit)) continue;
    const group = groups.get(visit.identity);
    if (group) group.push(visit.number);
    else groups.set(visit.identity, [visit.number]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
