/** TP1: when something changes by itself next. TP2: what has, in the order of its moments. */
import { bookingDeadlines } from './booking/booking-deadlines.ts';
import { deadlinesOfDay, type Look } from './deadlines.ts';
import type { State } from './decision.ts';
import type { DomainEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { instant } from './instant.ts';

/**
 * The first instant at which anything changes by itself: the hub wakes then and submits `TimePassed`.
 * 0 while no day has begun; null while there is no office.
 */
export function nextMoment(state: State): Instant | null {
  const { calendar, day } = state;
  if (!calendar.office) return null;
  if (day.date === '') return instant(0);
  let next = day.endsAt;
  const look: Look = (at) => {
    if (at < next) next = at;
  };
  ofDay(state, look);
  bookingDeadlines(state, day.endsAt, look);
  return next;
}

/** What has happened by itself until `at`, as the events that it is; nothing of the day itself after its end. */
export function passed(state: State, at: Instant): DomainEvent[] {
  const { day } = state;
  const events: DomainEvent[] = [];
  const look: Look = (moment, make, code = '') => {
    if (moment > at) return;
    // A deadline that passed while its clock stood still (a missed visit that returns): time never runs back.
    events.push(...[make(moment < day.lastAt ? day.lastAt : moment, code)].flat());
  };
  ofDay(state, (moment, make, code) => {
    if (moment < day.endsAt) look(moment, make, code);
  });
  bookingDeadlines(state, at, look);
  return events.sort((a, b) => a.at - b.at);
}

function ofDay(state: State, look: Look): void {
  for (const deadlines of deadlinesOfDay) deadlines(state, look);
}
