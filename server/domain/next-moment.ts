/** TP1: when something changes by itself next. TP3, TP4, TP5: what can. */

import type { State } from './decision.ts';
import type { DayEvent } from './events.ts';
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
  for (const { at } of deadlines(state)) if (at < next) next = at;
  return next;
}

/** Every deadline of the day that is still to come or was not yet noticed, as the event that it will be; in no order. */
export function deadlines({ day }: State): DayEvent[] {
  const events: DayEvent[] = [];
  for (const code of day.running) {
    const at = day.visits.get(code)?.promiseAt;
    if (at != null) events.push({ type: 'PromiseBroken', at, code });
  }
  for (const code of day.handovers) {
    const at = day.visits.get(code)?.handover?.endsAt;
    if (at !== undefined) events.push({ type: 'HandoverBroken', at, code });
  }
  for (const { number: counter, pause, state } of day.counters.values()) {
    const at = pause?.until;
    if (state === 'paused' && at != null) events.push({ type: 'CounterResumed', at, counter });
  }
  return events
    .filter(({ at }) => at < day.endsAt)
    .map((event) => ({ ...event, at: notBefore(event.at, day.lastAt) }));
}

/** A deadline that passed while its clock stood still (a missed visit that returns) counts from then: time never runs back. */
const notBefore = (at: Instant, last: Instant): Instant => (at < last ? last : at);
