/** How much of a list is taken in at once, and how long everybody else comes first then: by how fast the machine is. */
import { setTimeout } from 'node:timers/promises';

/** Lines. */
const first = 20;
const fewest = 5;
const most = 100;
/** Milliseconds that a part should take, and that a rest takes at least. */
const wanted = 8;
const shortestRest = 3;

export interface Pace {
  /** Of the next part. */
  readonly lines: number;
  /** As long as the part before took: a press comes in several steps, and half of the time is theirs. */
  rest(): Promise<void>;
}

export function createPace(now: () => number = () => performance.now()): Pace {
  let lines = first;
  let began = now();
  return {
    get lines() {
      return lines;
    },
    async rest() {
      const took = now() - began;
      lines = linesNext(lines, took);
      await setTimeout(Math.max(shortestRest, took));
      began = now();
    },
  };
}

/** Twice as many at most: one quick part says little. */
export const linesNext = (lines: number, took: number): number =>
  Math.max(fewest, Math.min(most, lines * 2, Math.floor((lines * wanted) / Math.max(took, 1))));
