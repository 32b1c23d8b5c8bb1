/** Plays a plan on a stage: waits for its first moment, lets everybody do their part, and lets the screens settle. */
import { setTimeout as pause } from 'node:timers/promises';
import { dateAfter, startOfDate } from '../plan/local-time.ts';
import type { InventedDay, Plan } from '../plan/plan.ts';
import { createDesk } from './desk.ts';
import { work } from './officer.ts';
import { playRecorded } from './replay.ts';
import type { Stage } from './stage.ts';
import { admitVisitors } from './visitors.ts';

/** Milliseconds without anything new on any screen: they show all that there is. */
const quietMs = 400;
const mostWaitMs = 10_000;
/** Calling goes on after the doors have closed, but not for ever, and not into the next date. */
const longestEvening = 6 * 3_600_000;
const lastMinutes = 10 * 60_000;

/** @param phones so many visits are followed by a phone, spread over the day */
export async function play(plan: Plan, stage: Stage, phones: number): Promise<void> {
  const every = Math.max(1, plan.visits.length / Math.max(1, phones));
  const watched = new Set(
    Array.from({ length: Math.min(phones, plan.visits.length) }, (_, index) => Math.floor(index * every)),
  );
  if (plan.kind === 'recorded') await playRecorded(plan, stage, watched);
  else await playInvented(plan, stage, watched);
  await settle(stage);
}

async function playInvented(day: InventedDay, stage: Stage, watched: ReadonlySet<number>): Promise<void> {
  const { clock, tally } = stage;
  const visitors = admitVisitors(day, stage, watched);
  const midnight = startOfDate(dateAfter(day.date), day.office.timeZone);
  const until = Math.min(day.to + longestEvening, midnight - lastMinutes);
  const around = { clock, tally, visitors, desk: createDesk(day.office, tally), until };
  const working = day.officers.flatMap((officer) => {
    const counter = stage.counters.get(officer.counter);
    return counter ? [work(officer, counter, around)] : [];
  });
  const isLate = () => visitors.isOver() || clock.now() > until;
  await Promise.all([visitors.allCame, visitors.empty(isLate), stage.beside?.play(), ...working]);
  await stage.beside?.lookBack();
}

async function settle(stage: Stage): Promise<void> {
  const deadline = performance.now() + mostWaitMs;
  while (stage.quietFor() < quietMs && performance.now() < deadline) await pause(50);
}
