/** TP1: when something changes by itself next. TP3, TP4, TP5, DO7: what can. */

import type { State } from './decision.ts';
import type { DayEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { instant, later } from './instant.ts';

/**
 * The first instant at which anything changes by itself: the hub wakes then and submits `TimePassed`.
 * 0 while no day has begun; null while there is no office.
 */
export function nextMoment(state: State): Instant | null {
  const { calendar, day } = state;
  if (!calendar.office) return null;
  if (day.date === '') return instant(0);
  let next = day.endsAt;
  eachDeadline(state, (at) => {
    if (at < next) next = at;
  });
  return next;
}

/** What has happened by itself until `at`, as the events that it is, in the order of its moments. */
export function passed(state: State, at: Instant): DayEvent[] {
  const { day } = state;
  const events: DayEvent[] = [];
  eachDeadline(state, (moment, type, subject) => {
    if (moment > at || moment >= day.endsAt) return;
    // A deadline that passed while its clock stood still (a missed visit that returns): time never runs back.
    const dated = moment < day.lastAt ? day.lastAt : moment;
    if (type === 'CounterResumed') events.push({ type, at: dated, counter: Number(subject) });
    else if (type === 'ReadingsErased') events.push({ type, at: dated, screening: String(subject) });
    else events.push({ type, at: dated, code: String(subject) });
  });
  return events.sort((a, b) => a.at - b.at);
}

type Deadline = 'PromiseBroken' | 'HandoverBroken' | 'CounterResumed' | 'ReadingsErased';

/** Looks at every deadline that has not been noticed yet; called after each batch, so it makes no garbage. */
function eachDeadline(
  { calendar, day }: State,
  look: (at: Instant, type: Deadline, subject: string | number) => void,
): void {
  for (const code of day.running) {
    const at = day.visits.get(code)?.promiseAt;
    if (at != null) look(at, 'PromiseBroken', code);
  }
  for (const code of day.handovers) {
    const at = day.visits.get(code)?.handover?.endsAt;
    if (at !== undefined) look(at, 'HandoverBroken', code);
  }
  for (const { number, pause, state } of day.counters.values()) {
    const at = pause?.until;
    if (state === 'paused' && at != null) look(at, 'CounterResumed', number);
  }
  for (const id of day.door.seated) {
    const [first] = day.door.screenings.get(id)?.readings ?? [];
    if (first) look(later(first.at, calendar.office?.screening?.keep ?? 0), 'ReadingsErased', id);
  }
}
