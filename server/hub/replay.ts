/** RE1, RE2: a state made again from the journal. */
import { apply } from '../domain/apply.ts';
import { emptyCalendar } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import { emptyDay } from '../domain/day.ts';
import type { State } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { Loaded } from '../journal/journal.ts';

export const emptyState = (): State => ({ calendar: emptyCalendar(), day: emptyDay() });

/** The state after everything that was loaded. Each call makes one of its own. */
export function replay(loaded: Loaded): State {
  const state = emptyState();
  for (const event of loaded.calendar) apply(state, event);
  for (const event of loaded.day?.events ?? []) apply(state, event);
  return state;
}

/** One day's stream by itself: a day needs nothing of the calendar. */
export function replayDay(events: readonly DomainEvent[]): Day {
  const state = emptyState();
  for (const event of events) apply(state, event);
  return state.day;
}
