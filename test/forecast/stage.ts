/** A hub with its forecast as it runs: real journal, real thread, clocks in the test's hand, asked fifty times a second. */
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import type { Forecast } from '../../server/domain/forecast/forecast.ts';
import { createForecasts, type Forecasts } from '../../server/forecast/forecasts.ts';
import type { Order } from '../../server/forecast/messages.ts';
import { createClock } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { createHub, type Hub } from '../../server/hub.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import type { Log } from '../../server/log.ts';
import { clock } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';

export interface Foreseeing {
  readonly hub: Hub;
  readonly forecasts: Forecasts;
  /** Every warning and error, as `warn: the forecast`. */
  readonly logged: string[];
  readonly machine: { wall: number; monotonic: number };
  does(command: Command, time?: string): Promise<Record<string, unknown>>;
  takes(
    time?: string,
  ): Promise<{ code: string; estimate: { from: string; to: string; homeBy: string } | null }>;
  /** The first forecast that is as it should be. */
  until(is: (forecast: Forecast) => boolean): Promise<Forecast>;
  close(): Promise<void>;
}

export interface Wishes {
  /** Null: nothing is kept. */
  readonly folder?: string | null;
  /** Of the database; in memory, when absent. */
  readonly database?: string;
  readonly rate?: number;
  readonly at?: string;
  /** In front of the hub, as the forecast sees it. */
  readonly seen?: (hub: Hub) => Hub;
}

export async function startForeseeing(wishes: Wishes = {}): Promise<Foreseeing> {
  const { folder = null, database = ':memory:', rate = 1, seen = (hub) => hub } = wishes;
  const logged: string[] = [];
  const log: Log = {
    info() {},
    warn: (_, message) => void logged.push(`warn: ${message}`),
    error: (_, message) => void logged.push(`error: ${message}`),
  };
  const isReal = rate === 1;
  const journal = await openSqliteJournal({ folder: database, kind: isReal ? 'real' : 'rehearsal', log });
  const machine = { wall: clock(wishes.at ?? '08:00') as number, monotonic: 0 };
  const clocks = { wall: () => machine.wall, monotonic: () => machine.monotonic };
  const time = createClock(clocks, isReal ? undefined : { from: clock('08:00'), rate });
  let forecasts: Forecasts | null = null;
  const told: Forecasts['toldTo'] = (...asked) => forecasts?.toldTo(...asked) ?? null;
  const hub = await createHub({
    ...{ journal, clock: time, log, rehearsal: !isReal },
    freshIds: () => ({ ...freshIds(), told }),
  });
  time.start();
  const made = createForecasts({ hub: seen(hub), journal, folder, log, every: 20 });
  forecasts = made;
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await made.close();
    await hub.close();
  };
  onTestFinished(close);

  const does: Foreseeing['does'] = async (command, at) => {
    if (at !== undefined) machine.wall = clock(at);
    const outcome = await hub.submit(command, { account: 'test' });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
    return outcome.answer as Record<string, unknown>;
  };
  if (hub.state.calendar.office === null) {
    await does({ type: 'ConfigureOffice', office: contoh(), source: '' });
    await does({ type: 'OpenCounter', counter: 1 });
  }
  return {
    ...{ hub, forecasts: made, logged, machine, does, close },
    takes: async (at) =>
      (await does({ type: 'TakeTicket', service: 'question' }, at)) as unknown as Awaited<
        ReturnType<Foreseeing['takes']>
      >,
    async until(is) {
      await expect.poll(() => is(made.latest), { timeout: 8000, interval: 5 }).toBe(true);
      return made.latest;
    },
  };
}

/** The threads that are started from now on. */
export function threadsFromNow(): Worker[] {
  const threads: Worker[] = [];
  const note = (worker: Worker): void => void threads.push(worker);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  return threads;
}

/** What the thread is told from now on. */
export function ordersTo(thread: Worker | undefined): Order[] {
  if (!thread) throw new Error('no thread was started');
  const orders: Order[] = [];
  const post = thread.postMessage.bind(thread);
  thread.postMessage = (order: Order) => {
    orders.push(order);
    post(order);
  };
  return orders;
}
