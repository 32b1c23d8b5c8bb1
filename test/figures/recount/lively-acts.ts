/** What happens next in the lively office, by chance. */
import type { Command } from '../../../server/domain/commands.ts';
import type { Now } from './acts.ts';
import { atCounters, tickets } from './acts-at-counters.ts';
import { office, outing } from './acts-of-the-head.ts';
import { bookings, entrance } from './acts-of-visitors.ts';

const acts = [...entrance, ...bookings, ...atCounters, ...tickets, ...office, ...outing];
const weight = acts.reduce((sum, [one]) => sum + one, 0);

/** One of all that may be done; null: there is nobody to do it to. */
export function somebodyDoes(now: Now): Command | null {
  let left = (now.chance.below(10_000) / 10_000) * weight;
  for (const [one, act] of acts) {
    left -= one;
    if (left < 0) return act(now);
  }
  return null;
}
