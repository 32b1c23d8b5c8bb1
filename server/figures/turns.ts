/** Long work in slices: one slice between two turns of the event loop, and whoever works goes in turn with the others. */

/** A slice is over after so many milliseconds. */
const sliceMs = 3;

export interface Turns {
  /** Ends one slice and waits for the next. */
  next(): Promise<void>;
  /** Waits only where the slice is over. To be asked between two pieces of work. */
  nextIfOver(): Promise<void>;
}

/**
 * For all that work at the same time, however many they are.
 * @param pause resolves in the next turn of the event loop
 * @param clock milliseconds, for the length of a slice
 */
export function createTurns(pause: () => Promise<void>, clock: () => number): Turns {
  const waiting: (() => void)[] = [];
  let began = Number.NEGATIVE_INFINITY;
  let isHanding = false;

  async function handOut(): Promise<void> {
    isHanding = true;
    while (waiting.length > 0) {
      await pause();
      began = clock();
      waiting.shift()?.();
    }
    isHanding = false;
  }

  const next = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (!isHanding) void handOut();
    });
  return { next, nextIfOver: async () => (clock() - began < sliceMs ? undefined : next()) };
}
