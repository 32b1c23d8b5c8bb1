/**
 * TP2: what changed by itself until now, each dated with its own moment. TP6: the end of a day and the next one. TP8: what
 * changed between the two, and after the next one began.
 */

import { atDayEnd } from '../afterwards/day-end.ts';
import { trialOf } from '../booking/waiting-list.ts';
import { emptyDay } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept } from '../decision.ts';
import { screeningCounts } from '../door/apply-at-door.ts';
import type { DayEvent, DomainEvent } from '../events.ts';
import { dateAfter, localDate, nextMidnight, startOfDate } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { passed } from '../next-moment.ts';
import { requestsEmptied } from '../offsite/offsite-keep.ts';
import { isOpen } from '../visit.ts';

type DayBegan = Extract<DayEvent, { type: 'DayBegan' }>;

export function timePassed(state: State, at: Instant): Decision<Record<string, never>> {
  const { office } = state.calendar;
  if (!office) return accept({});
  const { day } = state;
  if (day.date !== '' && at < day.endsAt) return accept({}, ...passed(state, at));
  const due = day.date === '' ? [] : passed(state, at);
  const began = dayBegan(state, office.timeZone, at);
  const ended: DomainEvent[] = day.date === '' || day.ended ? [] : [dayEnded(state), ...atDayEnd(state)];
  return accept(
    {},
    ...due.filter((event) => event.at < day.endsAt),
    ...ended,
    ...due.filter((event) => event.at >= day.endsAt && event.at < began.at),
    began,
    ...requestsEmptied(state, began.date, began.at),
    ...andOfNewDay(state, began, at, due),
  );
}

/** TP8: what the new day itself makes due comes in at once, as the hub may have been off until late in it. */
function andOfNewDay(
  state: State,
  { date, endsAt, at: beganAt }: DayBegan,
  at: Instant,
  due: readonly DomainEvent[],
): DomainEvent[] {
  const trial = trialOf(state);
  for (const event of due) if (isAboutPlaces(event)) trial.apply(event);
  const day = emptyDay(date, endsAt, beganAt);
  const more = passed({ calendar: trial.state.calendar, day }, at);
  return [...due.filter((event) => event.at >= beganAt), ...more].sort((a, b) => a.at - b.at);
}

type AboutPlaces = Extract<
  DomainEvent,
  { type: 'PlacesFreed' | 'BookingExpired' | 'BookingPlaced' | 'BookingsEmptied' }
>;

const aboutPlaces: readonly DomainEvent['type'][] = [
  'PlacesFreed',
  'BookingExpired',
  'BookingPlaced',
  'BookingsEmptied',
] satisfies AboutPlaces['type'][];
const isAboutPlaces = (event: DomainEvent): event is AboutPlaces => aboutPlaces.includes(event.type);

function dayEnded({ day }: State): DayEvent {
  const unfinished = [...day.visits.values()].filter(isOpen).map(({ code }) => code);
  const screenings = screeningCounts(day.door);
  // DO7: what stays of the door.
  return { type: 'DayEnded', at: day.endsAt, unfinished, ...(screenings.length > 0 ? { screenings } : {}) };
}

/** TP6, TP7: the local date of `at`, but always a later one than the day before, whatever zone or clock says. */
function dayBegan({ day }: State, timeZone: string, at: Instant): DayBegan {
  const today = localDate(at, timeZone);
  const isLater = day.date === '' || today > day.date;
  const date = isLater ? today : dateAfter(day.date);
  const endsAt = isLater ? nextMidnight(at, timeZone) : startOfDate(dateAfter(date), timeZone);
  const began =
    day.date === '' ? at : instant(Math.max(day.endsAt, isLater ? startOfDate(date, timeZone) : 0));
  return { type: 'DayBegan', at: began, date, endsAt };
}
