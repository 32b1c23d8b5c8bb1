/** Numbers from 0 up to 1 that are spread like chance and are the same each time: a linear congruential generator. */

export function createChance(): () => number {
  let state = 1;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
