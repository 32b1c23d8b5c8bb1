/** Moments that were, with what became of them: found again by likeness. */
import type { Moment, Remembered } from './moment.ts';
import { coordinatesOf, dimensions, kindOf, kinds, minutesOf, scaleOf } from './moment.ts';

export interface Memory {
  readonly size: number;
  add(moment: Remembered): void;
  /** How long it took, in minutes, from so many moments most like this one, as if they had been expected as this one is; sorted. */
  likely(moment: Moment, most: number): number[];
}

/** @param most kept, as many of each kind; of a kind the oldest go */
export function createMemory(most: number): Memory {
  const places = new Float32Array(most * dimensions);
  /** How far what happened was from what was expected. */
  const surprises = new Float32Array(most);
  /** In the order of the first coordinate: only those whose first alone is not too far are looked at. */
  let order: Int32Array = new Int32Array(0);
  const ofKind = Math.floor(most / kinds);
  const added = new Int32Array(kinds);

  const size = (): number => added.reduce((sum, count) => sum + Math.min(count, ofKind), 0);
  const first = (index: number): number => places[index * dimensions] ?? 0;

  function sort(): void {
    const indices: number[] = [];
    for (const [kind, count] of added.entries())
      for (let place = 0; place < Math.min(count, ofKind); place += 1) indices.push(kind * ofKind + place);
    order = Int32Array.from(indices).sort((a, b) => first(a) - first(b));
  }

  function distanceTo(index: number, here: readonly number[]): number {
    const at = index * dimensions;
    let sum = 0;
    for (let axis = 0; axis < dimensions; axis += 1)
      sum += ((places[at + axis] ?? 0) - (here[axis] ?? 0)) ** 2;
    return sum;
  }

  function nearestTo(here: readonly number[], wanted: number): number[] {
    const nearest = createNearest(Math.min(wanted, order.length));
    const [center = 0] = here;
    let above = firstAtLeast(order, first, center);
    let below = above - 1;
    for (;;) {
      const up = above < order.length ? first(order[above] ?? 0) - center : Number.POSITIVE_INFINITY;
      const down = below >= 0 ? center - first(order[below] ?? 0) : Number.POSITIVE_INFINITY;
      const step = Math.min(up, down);
      if (step === Number.POSITIVE_INFINITY || step ** 2 >= nearest.farthest()) return nearest.indices();
      const index = order[up <= down ? above++ : below--] ?? 0;
      nearest.offer(distanceTo(index, here), index);
    }
  }

  return {
    get size() {
      return size();
    },
    add(moment) {
      const kind = kindOf(moment);
      const count = added[kind] ?? 0;
      const index = kind * ofKind + (count % ofKind);
      places.set(coordinatesOf(moment), index * dimensions);
      surprises[index] = scaleOf(moment.waited) - scaleOf(moment.expected);
      added[kind] = count + 1;
      order = new Int32Array(0);
    },
    likely(moment, wanted) {
      if (order.length === 0) sort();
      const expected = scaleOf(moment.expected);
      return nearestTo(coordinatesOf(moment), wanted)
        .map((index) => minutesOf(expected + (surprises[index] ?? 0)))
        .sort((a, b) => a - b);
    },
  };
}

/** The first place in the order whose value is not below. */
function firstAtLeast(order: Int32Array, valueOf: (index: number) => number, value: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueOf(order[middle] ?? 0) < value) low = middle + 1;
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
