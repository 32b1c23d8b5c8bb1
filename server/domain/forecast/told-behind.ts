/** What somebody is told who takes a number before the next forecast. */
import { type Instant, instant } from '../instant.ts';
import type { Told } from '../visit.ts';
import type { NewcomerEstimate } from './forecast.ts';

const minuteMs = 60_000;

/** FC11: behind those who came since the forecast, in whole minutes; null: its time is over. */
export function toldBehind(estimate: NewcomerEstimate, others: number, at: Instant): Told | null {
  const later = Math.round((others * estimate.each) / minuteMs) * minuteMs;
  const from = Math.max(estimate.from + later, at - (at % minuteMs));
  const to = estimate.to + later;
  if (!(at < to)) return null;
  const expected = Math.min(to, Math.max(from, estimate.expected + later));
  return {
    ...{ from: instant(from), to: instant(to), expected: instant(expected) },
    homeBy: instant(estimate.homeBy + later),
  };
}
