/** What the door board says largest: come in, wait, who is called in, or that no more numbers are given. */
import type { EntranceView } from '../../server/contract/views-door.ts';

export type Word = 'come-in' | 'wait' | 'group' | 'closed';

/** For so long a group is asked to come in, also when nobody waits after it. */
const groupMs = 10 * 60_000;
/** For so long it is new. */
const freshMs = 60_000;

const ageOf = ({ calledIn }: EntranceView, now: number | null): number =>
  calledIn === null ? Number.POSITIVE_INFINITY : now === null ? 0 : now - Date.parse(calledIn.at);

export function wordOf(view: EntranceView, now: number | null): Word {
  const waits = view.full || view.outside > 0;
  const called = view.calledIn !== null && view.calledIn.numbers.length > 0;
  if (called && (waits || ageOf(view, now) < groupMs)) return 'group';
  if (waits) return 'wait';
  return view.closed ? 'closed' : 'come-in';
}

export const isFresh = (view: EntranceView, now: number | null): boolean => ageOf(view, now) < freshMs;
