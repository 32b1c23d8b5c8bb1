/** DO10: those who wait outside come in by order, a family whole. DO13: no place is given twice. */
import type { Day } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { expectedNow } from '../door/door.ts';
import { roomLeft } from '../door/room.ts';
import type { Instant } from '../instant.ts';
import { byOrder, firstLanes } from '../queue/whose-turn.ts';
import type { Visit } from '../visit.ts';

/** Refuses `nobody-waiting` where nobody waits outside, and `room-full` where not even the first fits in. */
export function callIn(
  state: State,
  { people }: { people?: number },
  at: Instant,
): Decision<{ tickets: string[] }> {
  const outside = waitingOutside(state);
  if (outside.length === 0) return refuse('nobody-waiting');
  // DO13: the places of those who were called in and have not come yet are not given twice.
  const room = Math.max(0, roomLeft(state) - expectedNow(state.day.door, at));
  const group = groupOf(outside, people ?? room, room);
  if (group.length === 0) return refuse('room-full');
  const codes = group.map(({ code }) => code);
  return accept({ tickets: group.map(({ number }) => number) }, { type: 'VisitsCalledIn', at, codes });
}

/** In the order in which they come in. */
export const waitingOutside = (state: State): Visit[] =>
  visitsOf(state.day).sort(byOrder(firstLanes(officeOf(state))));

const visitsOf = ({ outside, visits }: Day): Visit[] =>
  [...outside].flatMap((code) => visits.get(code) ?? []);

/** As many people as are wanted; the last family of them comes whole where there is room for it. */
function groupOf(outside: readonly Visit[], wanted: number, room: number): Visit[] {
  const group: Visit[] = [];
  let count = 0;
  for (const visit of outside) {
    if (count >= wanted || count + visit.people > Math.max(wanted, room)) break;
    group.push(visit);
    count += visit.people;
  }
  return group;
}
