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
