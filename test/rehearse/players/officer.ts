/** An officer of an invented day: opens, calls, serves, pauses at noon, and closes when everybody has been served. */
import type { OfficerPlan, Whim } from '../plan/plan.ts';
import type { Tally } from '../tally/tally.ts';
import type { Counter, Outcome } from './counter.ts';
import type { OfficeClock } from './office-clock.ts';
import { type Desk, serve } from './serving.ts';
import type { Visitors } from './visitors.ts';

export interface Around {
  readonly clock: OfficeClock;
  readonly tally: Tally;
  readonly visitors: Visitors;
  readonly desk: Desk;
  /** Whoever still waits then is not served any more. */
  readonly until: number;
}

const minute = 60_000;

export async function work(plan: OfficerPlan, counter: Counter, around: Around): Promise<void> {
  const { clock, visitors, until } = around;
  await clock.until(plan.opensAt);
  await counter.press('open');
  const pauses = [...plan.pauses];
  let before: string | null = null;
  for (let calls = 0; !visitors.isOver() && clock.now() < until; ) {
    const pause = pauses[0];
    if (pause && clock.now() >= pause.from) {
      pauses.shift();
      await takePause(pause.to, counter, clock);
    }
    const whim = plan.whims[calls % plan.whims.length] ?? 'none';
    const { ticket } = await call(whim, counter, around);
    noteDone(before, around);
    before = ticket;
    if (ticket === null) await idle(counter.number, around);
    else {
      calls += 1;
      await serve(ticket, whim, counter, around);
      noteDone(ticket, around);
      visitors.bell.ring();
    }
  }
  visitors.bell.ring();
  await counter.press('close', 'confirm');
}

function noteDone(number: string | null, { tally, visitors }: Around): void {
  if (number !== null && tally.byNumber(number)?.state === 'done') visitors.isDone(number);
}

/** Looks up when somebody comes, and now and then by itself. */
async function idle(counter: number, { clock, visitors, desk }: Around): Promise<void> {
  const until = clock.now() + 5 * minute;
  do await visitors.bell.wait(minute / clock.rate);
  while (clock.now() < until && !visitors.isOver() && desk.someoneFor(counter) === null);
}

async function takePause(to: number, counter: Counter, clock: OfficeClock): Promise<void> {
  await counter.press('pause');
  await clock.until(to);
  await counter.press('open');
}

/** Calls somebody, in the way that comes to the officer's mind. */
async function call(whim: Whim, counter: Counter, around: Around): Promise<Outcome> {
  const held = around.desk.takeUp(counter.number, around.clock.now());
  if (held !== null) return counter.press('call', held);
  switch (whim) {
    case 'twice':
      return counter.pressTwice();
    case 'lose-line':
      return counter.pressUnheard('next');
    case 'by-number': {
      const chosen = around.desk.someoneFor(counter.number);
      const called = chosen === null ? null : await counter.press('call', chosen);
      return called?.refused === null ? called : counter.press('next');
    }
    case 'redeliver': {
      const outcome = await counter.press('next');
      await counter.redeliver();
      return outcome;
    }
    case 'undo': {
      const outcome = await counter.press('next');
      if (outcome.ticket === null) return outcome;
      const undone = await counter.press('undo');
      return undone.refused === null ? counter.press('next') : outcome;
    }
    case 'none':
    case 'recall':
    case 'done-first':
    case 'no-start':
      return counter.press('next');
  }
}
