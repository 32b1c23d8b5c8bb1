/** TP2: what changed by itself until now, each dated with its own moment. TP6: the end of a day and the next one. */
import { screeningCounts } from '../apply-at-door.ts';
import type { Decision, State } from '../decision.ts';
import { accept } from '../decision.ts';
import type { DayEvent } from '../events.ts';
import { dateAfter, localDate, nextMidnight, startOfDate } from '../hours.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { passed } from '../next-moment.ts';
import { isOpen } from '../visit.ts';

export function timePassed(state: State, at: Instant): Decision<Record<string, never>> {
  const { office } = state.calendar;
  if (!office) return accept({});
  const { day } = state;
  const due = passed(state, at);
  if (day.date !== '' && at < day.endsAt) return accept({}, ...due);
  const ended: DayEvent[] = day.date === '' || day.ended ? [] : [dayEnded(state)];
  return accept({}, ...due, ...ended, dayBegan(state, office.timeZone, at));
}

function dayEnded({ day }: State): DayEvent {
  const unfinished = [...day.visits.values()].filter(isOpen).map(({ code }) => code);
  const screenings = screeningCounts(day.door);
  // DO7: what stays of the door.
  return { type: 'DayEnded', at: day.endsAt, unfinished, ...(screenings.length > 0 ? { screenings } : {}) };
}

/** TP6, TP7: the local date of `at`, but always a later one than the day before, whatever zone or clock says. */
function dayBegan({ day }: State, timeZone: string, at: Instant): DayEvent {
  const today = localDate(at, timeZone);
  const isLater = day.date === '' || today > day.date;
  const date = isLater ? today : dateAfter(day.date);
  const endsAt = isLater ? nextMidnight(at, timeZone) : startOfDate(dateAfter(date), timeZone);
  const began =
    day.date === '' ? at : instant(Math.max(day.endsAt, isLater ? startOfDate(date, timeZone) : 0));
  return { type: 'DayBegan', at: began, date, endsAt };
}
