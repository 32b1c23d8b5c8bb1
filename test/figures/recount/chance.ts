/** Chance that can be repeated: the same seed gives the same choices. */

export interface Chance {
  /** From 0 up to, but not including, the bound. */
  below(bound: number): number;
  /** Null: there is nothing to pick from. */
  of<T>(list: Iterable<T>): T | null;
  is(share: number): boolean;
}

/** Marsaglia's xorshift of 32 bits. */
export function createChance(seed: number): Chance {
  let state = (seed * 2_654_435_769) >>> 0 || 1;
  function next(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  }
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    of(list) {
      const all = [...list];
      return all[below(all.length)] ?? null;
    },
    is: (share) => next() < share,
  };
}
