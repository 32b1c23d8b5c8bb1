/** SN6: when what boards and kiosks say of the hours changes next, though nothing happens. */
import type { State } from '../decision.ts';
import { hoursOf } from '../hours/hours.ts';
import { rangesOn } from '../hours/opens.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { stopsAt } from '../queue/given.ts';
import { everyAsked } from './places-left.ts';

/** The first such moment of today after `since`; null: none, and midnight comes by itself. */
export function nextShift(state: State, since: Instant): Instant | null {
  const { office } = state.calendar;
  const { date } = state.day;
  if (!office || date === '') return null;
  const ranges = [hoursOf(office, date), ...office.lanes.flatMap(({ intake }) => (intake ? [intake] : []))];
  const edges = ranges.flatMap((some) => rangesOn(office, some, date)).flatMap(({ from, to }) => [from, to]);
  const stops = everyAsked(state).flatMap((asked) => {
    const stop = stopsAt(state, asked, null);
    return stop ? [instant(Math.floor(stop.at) + 1)] : [];
  });
  let next: Instant | null = null;
  for (const at of [...edges, ...stops]) if (at > since && (next === null || at < next)) next = at;
  return next;
}
