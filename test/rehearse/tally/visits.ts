/** How a visit changes by what was done to it: our own understanding of the contract, apart from the hub's. */
import type { VisitState } from '../../../server/contract/values.ts';
import type { SeenVisit, Span } from './seen.ts';

type Change = Partial<Pick<SeenVisit, 'counter' | 'place' | 'times' | 'promise'>>;

export function changed(visit: SeenVisit, state: VisitState, span: Span, change: Change = {}): SeenVisit {
  const after = { ...visit, ...change, state };
  return {
    ...after,
    changes: [...visit.changes, { state, counter: after.counter, place: after.place, span }],
  };
}

export const called = (visit: SeenVisit, counter: number, span: Span): SeenVisit =>
  changed(visit, 'called', span, { counter, times: 1 });

/** The step is done: the visit waits for the next one, or is done. */
export function stepDone(visit: SeenVisit, span: Span): SeenVisit {
  const isLast = visit.place + 1 >= visit.steps.length;
  const free = withoutHandover(visit, span);
  return isLast
    ? changed(free, 'done', span)
    : changed(free, 'waiting', span, { place: visit.place + 1, counter: null });
}

export const away = (visit: SeenVisit, state: 'no-show' | 'incomplete', span: Span): SeenVisit =>
  changed(withoutHandover(visit, span), state, span);

export interface Hourglass {
  readonly within: number;
  readonly isFree: boolean;
}

export function started(visit: SeenVisit, span: Span, hourglass: Hourglass | null): SeenVisit {
  const serving = changed(visit, 'serving', span);
  const runs = visit.handovers.some(({ ended }) => ended === null);
  if (hourglass === null || runs) return serving;
  return { ...serving, handovers: [...visit.handovers, { began: span, ended: null, ...hourglass }] };
}

function withoutHandover(visit: SeenVisit, span: Span): SeenVisit {
  const handovers = visit.handovers.map((one) => (one.ended === null ? { ...one, ended: span } : one));
  return { ...visit, handovers };
}

/** Its clock stood still from the moment at which it was sent away with something missing, if it ran then. */
export function promiseAfter({ state, promise, until, changes }: SeenVisit, back: Span): Span | null {
  const left = changes.findLast((change) => change.state === 'incomplete')?.span;
  if (state !== 'incomplete' || promise === null || !left || left.from > promise.to) return promise;
  if (until === 'called' && changes.some((change) => change.state === 'called')) return promise;
  return { from: promise.from + back.from - left.to, to: promise.to + back.to - left.from };
}

/** Whether nothing more will happen to it by itself. */
export const isSettled = ({ state }: SeenVisit): boolean =>
  state === 'done' ||
  state === 'cancelled' ||
  state === 'no-show' ||
  state === 'incomplete' ||
  state === 'unfinished';
