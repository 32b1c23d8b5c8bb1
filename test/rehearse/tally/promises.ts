/** Promises and timed hand-overs, kept or broken, worked out from when we saw things happen. */
import type { SeenVisit, Span } from './seen.ts';

/** `close`: it was so near the moment that what we saw cannot decide. `open`: nothing is decided yet. */
export type Verdict = 'kept' | 'broken' | 'lapsed' | 'none' | 'open' | 'close';

const owed = ['waiting', 'called', 'serving', 'held'];

/** @param end the last moment of the play @param slack how far our clock may be from the hub's */
export function promiseOf(visit: SeenVisit, end: number, slack: number): Verdict {
  const { promise, changes, until } = visit;
  if (promise === null) return 'none';
  const near = ({ from, to }: Span) => promise.to >= from - slack && promise.from <= to + slack;
  if (changes.some(({ span }) => near(span))) return 'close';
  const keeps = until === 'called' ? 'called' : 'done';
  const kept = changes.find(({ state }) => state === keeps);
  if (kept && kept.span.to < promise.from) return 'kept';
  if (near({ from: end, to: end })) return 'close';
  const then = changes.findLast(({ span }) => span.to < promise.from)?.state ?? 'waiting';
  if (promise.from > end) return visit.state === 'cancelled' ? 'none' : 'open';
  if (owed.includes(then)) return 'broken';
  return then === 'no-show' || then === 'incomplete' ? 'lapsed' : 'none';
}

/** One verdict for each hand-over of the visit. */
export function handoversOf(
  { handovers }: Pick<SeenVisit, 'handovers'>,
  end: number,
  slack: number,
): Verdict[] {
  return handovers.map(({ began, ended, within }) => {
    const [earliest, latest] = [began.from + within - slack, began.to + within + slack];
    const last = ended ?? { from: end, to: end };
    if (last.to < earliest) return ended ? 'kept' : 'open';
    return last.from > latest ? 'broken' : 'close';
  });
}
