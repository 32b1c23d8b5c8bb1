/** What a forecast says of one who waits, as long as it is of the call that it waits for. */
import type { Visit } from '../visit.ts';
import type { Estimate, Forecast } from './forecast.ts';

/** FC6: before the first forecast what its ticket says. Null: it does not wait, or nobody can tell. */
export function stillTold(
  { at, estimates }: Pick<Forecast, 'at' | 'estimates'>,
  visit: Visit,
): Estimate | null {
  if (visit.state !== 'waiting') return null;
  const isFirst = visit.steps.length === 0;
  // A forecast may be older than the call that it spoke of.
  const known = isFirst || (visit.waitsSince ?? 0) <= at ? estimates.get(visit.code) : undefined;
  return known ?? (isFirst ? visit.told : null);
}
