/** What each counter did, one action after the other, and what it takes back. */
import type { CounterState } from '../../../server/contract/values.ts';
import type { Acted, SeenVisit } from './seen.ts';
import { away, called, changed, type Hourglass, started, stepDone } from './visits.ts';

export interface SeenCounter {
  readonly state: CounterState;
  /** Code of the visit at it. */
  readonly current: string | null;
}

/** What an action does: the counter and the visits after it, and the announcement that it makes. */
export interface Effect {
  readonly counter: SeenCounter;
  readonly visits: readonly SeenVisit[];
  readonly announces: SeenVisit | null;
}

export interface Places {
  readonly counter: SeenCounter;
  /** The visit at the counter. */
  readonly current: SeenVisit | null;
  /** The visit that the answer names. */
  readonly named: SeenVisit | null;
  /** The hourglass of the visit's step, where it has one. */
  hourglass(visit: SeenVisit): Hourglass | null;
}

/**
 * Null: this cannot have happened yet. Another counter's answer, which came over another line, is still on its way.
 */
export function effectOf(acted: Omit<Acted, 'again'>, places: Places): Effect | null {
  const { action, span } = acted;
  const { counter, current, named } = places;
  const free = { state: counter.state, current: null };
  const ofCurrent = (after: SeenVisit | null, leaves: boolean): Effect | null =>
    after && after.number === acted.ticket
      ? { counter: leaves ? free : counter, visits: [after], announces: null }
      : null;
  switch (action) {
    case 'next':
    case 'call':
      return calling(acted, places);
    case 'recall': {
      const after = current && { ...current, times: current.times + 1 };
      const effect = ofCurrent(after, false);
      return effect && { ...effect, announces: after };
    }
    case 'start':
      return ofCurrent(current && started(current, span, places.hourglass(current)), false);
    case 'done':
      return ofCurrent(current && stepDone(current, span), true);
    case 'no_show':
      return ofCurrent(current && away(current, 'no-show', span), true);
    case 'incomplete':
      return ofCurrent(current && away(current, 'incomplete', span), true);
    case 'hold':
      return ofCurrent(current && changed(current, 'held', span), true);
    case 'transfer':
      return ofCurrent(current && changed(current, 'waiting', span, { counter: null }), true);
    case 'open':
      return { counter: { ...counter, state: 'open' }, visits: [], announces: null };
    case 'pause':
      return { counter: { ...counter, state: 'paused' }, visits: [], announces: null };
    case 'close': {
      const finished = current ? [stepDone(current, span)] : [];
      return { counter: { state: 'closed', current: null }, visits: finished, announces: null };
    }
    case 'undo':
      return named || acted.ticket === null ? { counter, visits: [], announces: null } : null;
  }
}

/** The current visit is finished first; then the one that is named comes, if it can. */
function calling(
  { action, counter: number, ticket, span }: Omit<Acted, 'again'>,
  places: Places,
): Effect | null {
  const { counter, current, named } = places;
  const finished = current && stepDone(current, span);
  if (ticket === null)
    return { counter: { ...counter, current: null }, visits: finished ? [finished] : [], announces: null };
  // Its own next step may be at the same counter.
  const next = named && named.code === finished?.code ? finished : named;
  const callable = action === 'call' ? ['waiting', 'held', 'no-show', 'incomplete', 'done'] : ['waiting'];
  if (!next || !callable.includes(next.state)) return null;
  const there = called(next, number, span);
  const others = finished && finished.code !== there.code ? [finished] : [];
  return { counter: { ...counter, current: there.code }, visits: [...others, there], announces: there };
}
