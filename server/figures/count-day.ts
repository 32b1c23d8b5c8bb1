/** Counts the facts of one date, once: all sections of a report but `days`, which is made of totals. */
import { countAround } from './count-around.ts';
import { countSteps } from './count-steps.ts';
import { countTickets } from './count-tickets.ts';
import type { DayCounts } from './counts.ts';
import { createCounting } from './counts.ts';
import type { DayFacts } from './facts.ts';
import { createLocalHours } from './local-hours.ts';

/** @param timeZone the office's, for the hours */
export function countDay(facts: DayFacts, timeZone: string): DayCounts {
  const counting = createCounting(facts.date, timeZone);
  const hourAt = createLocalHours(timeZone);
  countTickets(counting, facts.tickets, hourAt);
  countSteps(counting, facts.steps, hourAt);
  countAround(counting, facts);
  return counting.counts();
}
