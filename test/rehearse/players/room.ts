/** Who is in the room behind the door, and goes when the visit is over. */
import { isSettled } from '../tally/visits.ts';
import type { Stage } from './stage.ts';

export interface Room {
  /** Let in, and given this number; without a number they go again at once. */
  sits(number: string | null, people: number): Promise<void>;
  /** Missed or sent away, and comes back before long. */
  staysFor(number: string): void;
  isBack(number: string): void;
  /** @param isOver whether the day is */
  empty(isOver: () => boolean): Promise<void>;
}

/** After this nobody takes the end of a visit back any more. Milliseconds of the office's time. */
const goesAfter = 60_000;
const looksEvery = 30_000;

export function createRoom({ clock, tally, door }: Stage): Room {
  const inside = new Map<string, number>();
  const staying = new Set<string>();

  async function letGo(since: number): Promise<void> {
    for (const [number, people] of inside) {
      const visit = tally.byNumber(number);
      const ended = visit?.changes.at(-1)?.span.to ?? Infinity;
      if (!visit || !isSettled(visit) || staying.has(number) || ended > since) continue;
      inside.delete(number);
      await door?.leave(people);
    }
  }

  return {
    async sits(number, people) {
      if (number !== null) inside.set(number, people);
      else if (people > 0) await door?.leave(people);
    },
    staysFor: (number) => void staying.add(number),
    isBack: (number) => void staying.delete(number),
    async empty(isOver) {
      while (door && !isOver()) {
        await clock.pause(looksEvery);
        await letGo(clock.now() - goesAfter);
      }
      await letGo(Infinity);
    },
  };
}
