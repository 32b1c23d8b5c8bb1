/** Whose turn it is on a line: one at a time, in the order in which they asked, and each waiting but once. */

export interface Turns<Who> {
  ask(who: Who): void;
  start(): void;
  /** Nobody waits any more, and whoever had the turn has it no more. */
  halt(): void;
}

/** @param take has the turn until it calls `done` */
export function createTurns<Who>(take: (who: Who, done: () => void) => void): Turns<Who> {
  const waiting = new Set<Who>();
  let isOpen = false;
  let isBusy = false;
  let round = 0;

  function next(): void {
    const first = waiting.values().next();
    if (!isOpen || isBusy || first.done) return;
    waiting.delete(first.value);
    isBusy = true;
    const mine = round;
    take(first.value, () => {
      if (mine !== round) return;
      isBusy = false;
      next();
    });
  }

  return {
    ask(who) {
      waiting.add(who);
      next();
    },
    start() {
      isOpen = true;
      next();
    },
    halt() {
      isOpen = false;
      isBusy = false;
      round += 1;
      waiting.clear();
    },
  };
}
