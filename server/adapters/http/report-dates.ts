/** Which dates can be reported on: not the future, not the wrong way round, and not more than ten years at once. */
import { localDate } from '../../contract/values.ts';
import * as calendar from '../../domain/hours/hours.ts';
import { type Context, problem, type Reply } from './route.ts';

/** Ten years, and a little. */
const mostDates = 3700;
const earliest = '2000-01-01';

/** @param isOne whether it is one date, named by the path; null: it can be reported on */
export function refuseDates(
  { hub }: Pick<Context, 'hub'>,
  { from, to }: { readonly from: string; readonly to: string },
  isOne: boolean,
): Reply | null {
  const { office } = hub.state.calendar;
  if (!office) return problem('not-found');
  const at = (path: 'from' | 'to') => (isOne ? 'date' : path);
  if (!localDate.safeParse(from).success) return wrong(at('from'), 'expected a date such as 2026-11-26');
  if (from < earliest) return wrong(at('from'), `expected a date from ${earliest} on`);
  if (from > to) return wrong('from', 'expected a date not after `to`');
  const today = calendar.localDate(hub.now(), office.timeZone);
  if (to > today) return wrong(at('to'), `expected a date not after today, ${today}`);
  const dates = calendar.daysBetween(from, to) + 1;
  if (dates > mostDates) return wrong('to', `expected at most ${mostDates} dates, not ${dates}`);
  return null;
}

const wrong = (path: string, message: string): Reply => problem('malformed', { fields: [{ path, message }] });
