/** OU2, PN2: the instant from which something belongs to the present day. */
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { earliest, type Instant } from '../instant.ts';
import { startOfDate } from './hours.ts';

/** Local midnight; on the first day of a new journal too, which begins later. A day that began before it counts from then. */
export const startOfToday = (state: State): Instant =>
  earliest(startOfDate(state.day.date, officeOf(state).timeZone), state.day.beganAt);
