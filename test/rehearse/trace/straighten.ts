/** Makes the numbers told of a queue one rising count from 1: beginnings at 401, resets, slips and leaps. */
import type { Look } from './recover.ts';

/** How many numbers were called by then, and how many waited. */
export interface Place {
  readonly time: number;
  readonly called: number;
  readonly waiting: number;
  readonly counters: number;
}

/** More numbers at once than an office can call between two looks. */
const leap = 60;
/** Number runs begin at 1, or at 101, 201 … */
const block = 100;

export function straighten(looks: readonly Look[]): { places: Place[]; notes: string[] } {
  const told = looks.flatMap(({ current }) => current ?? []);
  const places: Place[] = [];
  const notes: string[] = [];
  let base = baseOf(told[0] ?? 1);
  let called = 0;
  let seen = 0;
  for (const { time, current, waiting, counters } of looks) {
    if (current !== null) {
      seen += 1;
      const count = current - base;
      const later = told.slice(seen, seen + 3);
      if (
        isReset(
          count,
          called,
          later.map((number) => number - base),
        )
      ) {
        base = current - called - 1;
        called += 1;
        notes.push(`numbers went from ${count < called ? 'high to low' : 'low to high'} at ${clock(time)}`);
      } else if (count > called && count - called <= leap) called = count;
    }
    places.push({ time, called, waiting, counters });
  }
  return { places, notes };
}

const baseOf = (first: number): number => (first > block ? Math.floor((first - 1) / block) * block : 0);

/** Another count from here on: the numbers told after it stay far from the old count. One slip is none. */
function isReset(count: number, called: number, later: readonly number[]): boolean {
  const isFar = count > called + leap || count < called;
  const stays = later.length > 0 && later.every((next) => Math.abs(next - count) <= leap && next >= count);
  return isFar && stays && later.every((next) => next > called + leap || next < called);
}

const clock = (time: number): string =>
  `${String(Math.floor(time / 3600)).padStart(2, '0')}:${String(Math.floor(time / 60) % 60).padStart(2, '0')}`;
