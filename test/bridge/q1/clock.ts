/** A clock that moves only when told: timers run in order, at their time, and promises are settled in between. */

export interface Clock {
  now(): number;
  /** @returns takes it back */
  later(ms: number, work: () => void): () => void;
  /** Lets so many milliseconds pass. */
  pass(ms: number): Promise<void>;
}

export function createClock(): Clock {
  let at = 0;
  let order = 0;
  const timers = new Map<number, { at: number; work: () => void }>();

  const next = (end: number) =>
    [...timers]
      .filter(([, timer]) => timer.at <= end)
      .sort(([a, one], [b, other]) => one.at - other.at || a - b)[0];

  return {
    now: () => at,
    later(ms, work) {
      order += 1;
      const own = order;
      timers.set(own, { at: at + Math.max(0, ms), work });
      return () => void timers.delete(own);
    },
    async pass(ms) {
      const end = at + ms;
      await settled();
      for (let due = next(end); due !== undefined; due = next(end)) {
        timers.delete(due[0]);
        at = Math.max(at, due[1].at);
        due[1].work();
        await settled();
      }
      at = end;
    },
  };
}

/** The promises of fakes are made of a few steps, none of which waits for anything. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
}
