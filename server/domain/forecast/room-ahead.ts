/** FC10: how the room fills: who is inside goes when they are done, and others come as in the last hour. */
import type { RoomAhead } from './forecast.ts';
import type { Expected } from './scene.ts';
import type { Snapshot } from './snapshot.ts';

const hourMs = 3_600_000;
const lookedAhead = 2 * hourMs;
const stepMs = 5 * 60_000;

export function roomAhead({ at, room, visits }: Snapshot, run: ReadonlyMap<string, Expected>): RoomAhead {
  const { inside, capacity, cameIn } = room;
  if (inside === null || capacity === null) return { fullAt: null, roomAt: null };
  const leaving = visits
    .flatMap(({ code, inside: people }) => {
      const doneAt = run.get(code)?.doneAt ?? null;
      return people > 0 && doneAt !== null ? { at: doneAt, people } : [];
    })
    .sort((a, b) => a.at - b.at);
  const isFull = inside >= capacity;
  // While it is full nobody comes in: the first who leaves makes room.
  if (isFull) return { fullAt: null, roomAt: firstRoom(leaving, inside - capacity) };
  let left = 0;
  let place = 0;
  for (let time = at + stepMs; time <= at + lookedAhead; time += stepMs) {
    for (let next = leaving[place]; next && next.at <= time; next = leaving[++place]) left += next.people;
    if (inside - left + (cameIn * (time - at)) / hourMs >= capacity) return { fullAt: time, roomAt: null };
  }
  return { fullAt: null, roomAt: null };
}

function firstRoom(leaving: readonly { at: number; people: number }[], tooMany: number): number | null {
  let left = 0;
  for (const { at, people } of leaving) {
    left += people;
    if (left > tooMany) return at;
  }
  return null;
}
