/** From what became of moments like this one to the range that is told. FC3: clock times, four of five calls within. */

/** Minutes from now, so that both ends are on the grid of the clock. */
export interface Likely {
  readonly from: number;
  readonly to: number;
  /** As many sooner as later. */
  readonly middle: number;
}

/** Nobody is told a minute of an hour away: whole minutes, then fives, then tens. */
const gridOf = (minutes: number): number => (minutes < 10 ? 1 : minutes < 60 ? 5 : 10);

/**
 * The range around the middle: of all ranges on the grid that hold the share, the one whose own middle is nearest to the
 * median. So the middle of what is told is also the best single guess, though waits are skewed.
 * @param waits minutes, sorted; not empty
 * @param now minutes of the clock, with their fraction: what the grid is laid on
 * @param shareOf how much of them the range must hold, by the middle (`trust.ts`)
 */
export function rangeOf(waits: readonly number[], now: number, shareOf: (middle: number) => number): Likely {
  const count = waits.length;
  const middle = ((waits[(count - 1) >> 1] ?? 0) + (waits[count >> 1] ?? 0)) / 2;
  const wanted = Math.max(1, Math.ceil(shareOf(middle) * count));
  const grid = gridOf(middle);
  const down = (minutes: number): number => Math.floor((now + minutes) / grid) * grid - now;
  const up = (minutes: number): number => Math.floor((now + minutes) / grid + 1) * grid - now;
  let best: Likely = { from: down(0), to: up(waits[count - 1] ?? 0), middle };
  let least = Number.POSITIVE_INFINITY;
  let former = Number.NaN;
  for (let first = 0; first + wanted <= count; first += 1) {
    const from = down(waits[first] ?? 0);
    if (from === former) continue;
    former = from;
    const to = up(waits[first + wanted - 1] ?? 0);
    // Of two that are as near the narrower one.
    const cost = Math.abs((from + to) / 2 - middle) + (to - from) / 20;
    if (cost < least) {
      least = cost;
      best = { from, to, middle };
    }
  }
  return best;
}
