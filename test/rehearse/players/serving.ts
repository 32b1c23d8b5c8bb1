/** What happens at a counter from the call to the end of the step. */
import type { Office } from '../../../server/contract/office.ts';
import type { InventedVisit, Whim } from '../plan/plan.ts';
import type { Tally } from '../tally/tally.ts';
import type { Counter } from './counter.ts';
import type { Around } from './officer.ts';

/** What an officer sees of the office beside the own counter. */
export interface Desk {
  readonly office: Office;
  /** Set aside here, to be called again by number after so many milliseconds of the office's time. */
  setAside(number: string, counter: number, until: number): void;
  /** Who was set aside here and can be taken up again now. */
  takeUp(counter: number, now: number): string | null;
  /** Somebody who waits for this counter. */
  someoneFor(counter: number): string | null;
  /** An open counter beside this one that serves the step; null: none. */
  otherFor(counter: number, step: string): number | null;
}

/** Longer than the hub asks for, so that a slow machine is not too soon. */
const margin = 5000;
const asideFor = 4 * 60_000;

export async function serve(number: string, whim: Whim, counter: Counter, around: Around): Promise<void> {
  const { clock, tally, visitors } = around;
  const visit = visitors.visitOf(number);
  const seen = tally.byNumber(number);
  const step = seen?.steps[seen.place] ?? '';
  if (!visit || !seen) return clock.pause(60_000);
  const isFirst =
    seen.place === 0 &&
    !visitors.comesAgain(number) &&
    seen.changes.filter(({ state }) => state === 'called').length === 1;
  if (isFirst && visit.comes === 'never') return giveUpOn(number, counter, around);
  if (whim === 'recall' || (isFirst && visit.comes === 'recalled')) await recall(counter, around);
  await clock.pause(visit.walk);
  if (isFirst && visit.identity !== null) await counter.showIdentity(number, visit.identity);
  if (isFirst) await describe(number, visit, counter, around);
  if (whim !== 'no-start') await start(step, visit, counter, around);
  const span = visit.service_ms[seen.place] ?? visit.service_ms.at(-1) ?? 60_000;
  await clock.pause(isFirst && visit.fate !== 'served' ? span / 3 : span);
  const ended = isFirst && (await meetFate(visit, number, step, counter, around));
  // Otherwise the next press of `next` ends the step; the last one of the day must be ended by hand.
  if (!ended && (whim === 'done-first' || !isAnybodyWaiting(tally))) await counter.press('done');
}

/** Not every officer asks: two of three visits are described, each by its place in the plan. */
async function describe(
  number: string,
  { id }: InventedVisit,
  counter: Counter,
  { desk }: Around,
): Promise<void> {
  const choices = Object.entries(desk.office.lists).map(([list, of]) => [list, of[id % of.length] ?? '']);
  if (id % 3 !== 0 && choices.length > 0) await counter.describe(number, Object.fromEntries(choices));
}

/** The hourglass may be by choice. */
async function start(
  step: string,
  { timed }: InventedVisit,
  counter: Counter,
  { desk }: Around,
): Promise<void> {
  const isChosen = timed && desk.office.steps.some(({ id, optIn, within }) => id === step && optIn && within);
  if (isChosen) await counter.startTimed();
  else await counter.press('start');
}

async function recall(counter: Counter, { clock, desk }: Around): Promise<void> {
  await clock.pause(desk.office.calling.recallAfter + margin);
  await counter.press('recall');
}

/** Called as often and as long as the office demands; then the next one is called. */
async function giveUpOn(number: string, counter: Counter, around: Around): Promise<void> {
  const { clock, visitors, desk } = around;
  const { noShowAfter, noShowWait } = desk.office.calling;
  const began = clock.now();
  for (let times = 1; times < noShowAfter; times += 1) await recall(counter, around);
  await clock.until(began + noShowWait + margin);
  for (let tries = 0; tries < 5; tries += 1) {
    const { refused } = await counter.press('no_show');
    if (refused !== 'too-soon') break;
    await clock.pause(noShowWait / 4 + margin);
  }
  visitors.wentAway(number);
}

/** Whether the visit has left the counter. */
async function meetFate(
  visit: InventedVisit,
  number: string,
  step: string,
  counter: Counter,
  around: Around,
): Promise<boolean> {
  const { clock, visitors, desk } = around;
  switch (visit.fate) {
    case 'served':
      return false;
    case 'incomplete': {
      const { reasons = [], bring = [] } = desk.office.steps.find(({ id }) => id === step)?.incomplete ?? {};
      const reason = reasons[visit.id % Math.max(1, reasons.length)];
      const things = bring.slice(0, 1 + (visit.id % 2)).map(({ id }) => id);
      if (reason === undefined || (await counter.sendAway(reason, things)).refused !== null) return false;
      visitors.wentAway(number);
      return true;
    }
    case 'transferred': {
      const other = desk.otherFor(counter.number, step);
      return other !== null && (await counter.press('transfer', other)).refused === null;
    }
    case 'held': {
      if ((await counter.press('hold')).refused !== null) return false;
      desk.setAside(number, counter.number, clock.now() + asideFor);
      return true;
    }
  }
}

const isAnybodyWaiting = ({ visits }: Tally): boolean =>
  [...visits.values()].some(({ state }) => state === 'waiting');
