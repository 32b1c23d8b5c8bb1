/** Chance that is the same each time for the same seed. */

export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number;
  /** Whether something of this share (0 to 1) happens. */
  happens(share: number): boolean;
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** By weights, such as `[['called', 9], ['never', 1]]`. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** Heavy-tailed: half are below the median, and one in fifty above about `7.8 ** spread` times it. */
  heavy(median: number, spread: number): number;
}

/** Mulberry32: 32 bits of state, good enough to play with. */
export function chanceOf(seed: string): Chance {
  let state = hash(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  return {
    next,
    happens: (share) => next() < share,
    between: (low, high) => low + next() * (high - low),
    pick,
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[0];
    },
    heavy: (median, spread) => median * Math.exp(spread * normal(next)),
  };
}

/** Box and Muller. */
const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
