/** Moments that were, with what became of them: found again by likeness. */
import { createChance } from './chance.ts';
import type { Moment, Remembered } from './moment.ts';
import { coordinatesOf, dimensions, kindOf, kinds, minutesOf, scaleOf } from './moment.ts';

export interface Memory {
  readonly size: number;
  add(moment: Remembered): void;
  /** How long it took, in minutes, from so many moments most like this one, as if they had been expected as this one is; sorted. */
  likely(moment: Moment, most: number): number[];
}

/**
 * FC8: a kind that is full stays a fair sample of what came of late: of new ones only as many are kept as make it one, in the place
 * of any. Else one crowded morning, with a hundred looks at the same queue, would drive out all other days.
 * @param most kept, as many of each kind
 */
export function createMemory(most: number): Memory {
  const places = new Float32Array(most * dimensions);
  /** How far what happened was from what was expected. */
  const surprises = new Float32Array(most);
  const ofKind = Math.floor(most / kinds);
  const added = new Int32Array(kinds);
  const chance = createChance();
  let sorted: Sorted | null = null;

  const size = (): number => added.reduce((sum, count) => sum + Math.min(count, ofKind), 0);

  function sort(): Sorted {
    const indices: number[] = [];
    for (const [kind, count] of added.entries())
      for (let place = 0; place < Math.min(count, ofKind); place += 1) indices.push(kind * ofKind + place);
    return byFirst(indices, places, surprises);
  }

  return {
    get size() {
      return size();
    },
    add(moment) {
      const kind = kindOf(moment);
      const count = added[kind] ?? 0;
      added[kind] = Math.min(count + 1, ofKind * span);
      const place = count < ofKind ? count : Math.floor(chance() * count);
      if (place >= ofKind) return;
      const index = kind * ofKind + place;
      places.set(coordinatesOf(moment), index * dimensions);
      surprises[index] = scaleOf(moment.waited) - scaleOf(moment.expected);
      sorted = null;
    },
    likely(moment, wanted) {
      sorted ??= sort();
      const expected = scaleOf(moment.expected);
      const near = surprisesNear(sorted, coordinatesOf(moment), wanted);
      return near.map((surprise) => minutesOf(expected + surprise)).sort((a, b) => a - b);
    },
  };
}

/** What is kept stands for so many times as many: some weeks. */
const span = 10;

/** In the order of the first coordinate, one behind the other: only those whose first alone is not too far are looked at. */
interface Sorted {
  readonly count: number;
  readonly firsts: Float32Array;
  readonly places: Float32Array;
  readonly surprises: Float32Array;
}

function byFirst(indices: readonly number[], places: Float32Array, surprises: Float32Array): Sorted {
  const first = (index: number): number => places[index * dimensions] ?? 0;
  const order = Int32Array.from(indices).sort((a, b) => first(a) - first(b));
  const sorted = new Float32Array(order.length * dimensions);
  for (const [place, index] of order.entries())
    sorted.set(places.subarray(index * dimensions, (index + 1) * dimensions), place * dimensions);
  return {
    count: order.length,
    firsts: Float32Array.from(order, first),
    places: sorted,
    surprises: Float32Array.from(order, (index) => surprises[index] ?? 0),
  };
}

/** Of the nearest ones: from the own place in the order outwards, until nobody farther out can be nearer. */
function surprisesNear(sorted: Sorted, coordinates: readonly number[], wanted: number): number[] {
  const { count, firsts, places, surprises } = sorted;
  const here = Float64Array.from(coordinates);
  const nearest = createNearest(Math.min(wanted, count));
  const center = here[0] ?? 0;
  let above = firstAtLeast(firsts, center);
  let below = above - 1;
  for (;;) {
    const up = above < count ? (firsts[above] ?? 0) - center : Number.POSITIVE_INFINITY;
    const down = below >= 0 ? center - (firsts[below] ?? 0) : Number.POSITIVE_INFINITY;
    const step = Math.min(up, down);
    const farthest = nearest.farthest();
    if (step === Number.POSITIVE_INFINITY || step ** 2 >= farthest) break;
    const place = up <= down ? above++ : below--;
    nearest.offer(distanceTo(places, place * dimensions, here, farthest), place);
  }
  return nearest.indices().map((place) => surprises[place] ?? 0);
}

/** Squared; not added up any further once it is over the limit. */
function distanceTo(places: Float32Array, at: number, here: Float64Array, limit: number): number {
  let sum = 0;
  for (let axis = 0; axis < dimensions && sum < limit; axis += 1) {
    const apart = (places[at + axis] as number) - (here[axis] as number);
    sum += apart * apart;
  }
  return sum;
}

/** The first place in the order whose value is not below. */
function firstAtLeast(order: Float32Array, value: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((order[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest of all that are offered: a heap with the farthest of them on top. */
function createNearest(size: number) {
  const distances = new Float64Array(size);
  const chosen = new Int32Array(size);
  let count = 0;

  function place(index: number, distance: number, which: number): void {
    distances[index] = distance;
    chosen[index] = which;
  }
  function rise(distance: number, which: number): void {
    let index = count;
    while (index > 0 && (distances[(index - 1) >> 1] ?? 0) < distance) {
      const above = (index - 1) >> 1;
      place(index, distances[above] ?? 0, chosen[above] ?? 0);
      index = above;
    }
    place(index, distance, which);
    count += 1;
  }
  function sink(distance: number, which: number): void {
    let index = 0;
    for (let below = 1; below < size; below = 2 * index + 1) {
      if (below + 1 < size && (distances[below + 1] ?? 0) > (distances[below] ?? 0)) below += 1;
      if ((distances[below] ?? 0) <= distance) break;
      place(index, distances[below] ?? 0, chosen[below] ?? 0);
      index = below;
    }
    place(index, distance, which);
  }

  return {
    offer(distance: number, which: number): void {
      if (count < size) rise(distance, which);
      else if (size > 0 && distance < (distances[0] ?? 0)) sink(distance, which);
    },
    /** Of the farthest that is kept; infinite as long as there is room for more. */
    farthest: (): number => (count < size ? Number.POSITIVE_INFINITY : (distances[0] ?? 0)),
    indices: (): number[] => [...chosen.subarray(0, count)],
  };
}
