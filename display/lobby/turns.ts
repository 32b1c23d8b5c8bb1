/** What takes turns on a board changes in one calm beat: pages of counters, notices, and the third language. */
import { type Readable, readable } from 'svelte/store';

const beatMs = 12_000;

/** Counts from 0. */
export const turns: Readable<number> = readable(0, (set) => {
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    set(turn);
  }, beatMs);
  return () => clearInterval(timer);
});

/** The one whose turn it is; undefined: there is none. */
export const inTurn = <T>(things: readonly T[], turn: number): T | undefined =>
  things.length === 0 ? undefined : things[turn % things.length];
