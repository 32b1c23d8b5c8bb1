/** Who is in the room, and how many more there is room for: DO6, DO8, DO9. */
import type { OccupancyAnswer } from '../../contract/http-door.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';

/** People for whom there is room; `Infinity` where the office says no capacity. */
export function roomLeft(state: State): number {
  const { capacity } = officeOf(state);
  return capacity === undefined ? Number.POSITIVE_INFINITY : Math.max(0, capacity - state.day.door.inside);
}

export const isFull = (state: State): boolean => roomLeft(state) === 0;

/** DO9: there is no room for all of them, or others wait outside already. DO12: nobody enters the room for some services. */
export const waitsOutside = (state: State, service: { readonly inside: boolean }, people = 1): boolean =>
  service.inside && (roomLeft(state) < people || state.day.outside.size > 0);

/** DO8: what every screen shows of the room. `inside` is null where nobody can say: no capacity, and nobody counted today. */
export function roomOf(state: State): OccupancyAnswer {
  const { capacity = null } = officeOf(state);
  const { inside, counted } = state.day.door;
  return { inside: capacity === null && !counted ? null : inside, capacity, full: isFull(state) };
}

/** DO15: who is served at a counter is inside for certain, and more than fit are not. Null: the count may be right. */
export function driftOf(state: State): { readonly least: number; readonly most: number | null } | null {
  const { inside, capacity } = roomOf(state);
  if (inside === null) return null;
  const least = servedInside(state);
  return inside < least || (capacity !== null && inside > capacity) ? { least, most: capacity } : null;
}

function servedInside(state: State): number {
  const enters = new Set(officeOf(state).services.flatMap((one) => (one.inside ? [one.id] : [])));
  return [...state.day.visits.values()]
    .filter(({ state: now, service }) => now === 'serving' && enters.has(service))
    .reduce((sum, { people }) => sum + people, 0);
}
