/** Joins the figures with the hub and its journal: whose names, what time it is, and which day still goes on. */
import { localDate } from './domain/hours/hours.ts';
import { toIso } from './domain/instant.ts';
import { createReports, type FactsJournal, type Reports } from './figures/reports.ts';
import type { Hub } from './hub.ts';

export function reportsOf(hub: Hub, journal: FactsJournal): Reports {
  /** Reports are asked for once an office is set up. */
  function office() {
    const { office: setUp, officers } = hub.state.calendar;
    if (!setUp) throw new Error('no office is set up');
    return { office: setUp, officers: new Map([...officers].map(([id, { name }]) => [id, name])) };
  }
  return createReports({
    journal,
    office,
    rehearsal: hub.rehearsal,
    today: () => localDate(hub.now(), office().office.timeZone),
    at: () => toIso(hub.now()),
  });
}
