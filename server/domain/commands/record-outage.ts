/** OU1, OU2: the hub, or the office, could not work for a while: within the day, and over. */
import type { DayCommand } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import { startOfToday } from '../hours/start-of-today.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';

export function recordOutage(
  state: State,
  { from, to, noticed }: Extract<DayCommand, { type: 'RecordOutage' }>,
  at: Instant,
): Decision<Record<string, never>> {
  if (!(from < to) || from < startOfToday(state) || to > at) return refuse('not-possible');
  // Said twice, it is one.
  if (state.day.outages.some((known) => known.from === from && known.to === to)) return accept({});
  return accept({}, { type: 'OutageRecorded', at, from: instant(from), to: instant(to), noticed });
}
