/** What the door board says largest: come in, wait, who is called in, or that no numbers are given. */
import type { EntranceView } from '../../server/contract/views-door.ts';

export type Word = 'come-in' | 'wait' | 'group' | 'closed';

/** For so long a group that was called in is new. The hub takes it away when it is old. */
const freshMs = 60_000;

const ageOf = ({ calledIn }: EntranceView, now: number | null): number =>
  calledIn === null ? Number.POSITIVE_INFINITY : now === null ? 0 : now - Date.parse(calledIn.at);

export function wordOf(view: EntranceView): Word {
  if (view.calledIn && view.calledIn.numbers.length > 0) return 'group';
  if (view.full || view.outside > 0) return 'wait';
  return view.closed || view.stopped ? 'closed' : 'come-in';
}

export const isFresh = (view: EntranceView, now: number | null): boolean => ageOf(view, now) < freshMs;
