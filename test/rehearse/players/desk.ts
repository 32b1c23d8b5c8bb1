/** What the officers of an invented day know of one another: who is set aside, who waits, which counters are open. */
import type { Office } from '../../../server/contract/office.ts';
import type { Tally } from '../tally/tally.ts';
import type { Desk } from './serving.ts';

export function createDesk(office: Office, tally: Tally): Desk {
  const aside = new Map<string, { counter: number; until: number }>();

  function waitsFor(counter: number): string | null {
    const setup = office.counters.find(({ number }) => number === counter);
    const waiting = [...tally.visits.values()].filter(
      ({ state, lane, steps, place }) =>
        state === 'waiting' && setup?.steps.includes(steps[place] ?? '') && setup.lanes.includes(lane),
    );
    return waiting[Math.floor(waiting.length / 2)]?.number ?? null;
  }

  return {
    office,
    setAside: (number, counter, until) => void aside.set(number, { counter, until }),
    takeUp(counter, now) {
      for (const [number, held] of aside) {
        if (held.counter !== counter || held.until > now) continue;
        aside.delete(number);
        if (tally.byNumber(number)?.state === 'held') return number;
      }
      return null;
    },
    someoneFor: waitsFor,
    otherFor(counter, step) {
      const others = office.counters.filter(
        ({ number, steps }) => number !== counter && steps.includes(step),
      );
      return others.find(({ number }) => tally.counters.get(number)?.state === 'open')?.number ?? null;
    },
  };
}
