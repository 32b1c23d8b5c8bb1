/**
 * The office's forecast, kept fresh beside the hub: a snapshot now and then, the work in a thread of its own. A press never waits for
 * it, and without it everything works but the told times.
 */

import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Forecast, newcomerKey, noForecast } from '../domain/forecast/forecast.ts';
import { learnedDay } from '../domain/forecast/learned-day.ts';
import { takeSnapshot } from '../domain/forecast/take-snapshot.ts';
import { createToday, type Today } from '../domain/forecast/today.ts';
import type { Told } from '../domain/forecast/told.ts';
import { dayOn } from '../domain/hours/hours-of-day.ts';
import { type Instant, instant } from '../domain/instant.ts';
import type { Told as ToldVisitor } from '../domain/visit.ts';
import type { Hub } from '../hub.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Order, Reply, ThreadData } from './messages.ts';
import { packVisits, unpackEstimates } from './pack.ts';

export interface Forecasts {
  /** The last one; `noForecast` before there is any. */
  readonly latest: Forecast;
  onChange(listener: () => void): void;
  /** What somebody is told who takes a number now; null: nobody can tell. */
  toldTo(service: string, lane: string, at: Instant): ToldVisitor | null;
  close(): Promise<void>;
}

interface Parts {
  readonly hub: Hub;
  readonly journal: Pick<Journal, 'dates' | 'stepTimes'>;
  /** Null: nothing is kept. */
  readonly folder: string | null;
  readonly log: Log;
  /** Milliseconds; tests wait less. */
  readonly every?: number;
}

const minuteMs = 60_000;
/** How often it is made when something happened; nothing happened: so many times less often, as the time passes. */
const usually = 2000;
const quietly = 10;
/** Days that are learned from at a start. */
const daysLearned = 40;
/** Milliseconds for the thread to keep what it learned and end. */
const patience = 1500;
/** Older than this it tells nothing to a new number: the thread is away. */
const stale = 2 * minuteMs;

export function createForecasts({ hub, journal, folder, log, every = usually }: Parts): Forecasts {
  const listeners: (() => void)[] = [];
  let latest = noForecast;
  let today: Today | null = null;
  let worker: Worker | null = null;
  let isAsked = false;
  let isClosing = false;
  let isChanged = true;
  let turns = 0;
  let told: { code: string; told: Told }[] = [];
  let learned: Promise<void> = Promise.resolve();

  hub.onTold(({ events, reloaded }) => {
    isChanged = true;
    if (today === null || reloaded) return begin();
    today.note(hub.state.day, events);
    for (const event of events) {
      if (event.type === 'TicketTaken' && event.told) told.push({ code: event.code, told: event.told });
      if (event.type === 'OfficeConfigured') begin();
      // What is learned of a day's length by the hour; its cycles were learned as they came.
      if (event.type === 'DayEnded') learnFrom(journal.dates('', hub.state.day.date).at(-1), true);
    }
  });

  /** Anew from the state: at the start, and after the state was read again. */
  function begin(): void {
    const { office } = hub.state.calendar;
    today = office ? createToday(office.timeZone) : null;
    today?.note(hub.state.day, []);
    told = [...hub.state.day.visits.values()].flatMap(({ code, told: was, state, steps }) =>
      was !== null && state === 'waiting' && steps.length === 0 ? { code, told: was } : [],
    );
  }

  function start(): Worker {
    const data: ThreadData = { file: folder === null ? null : join(folder, 'forecast.json') };
    const started = new Worker(new URL('./thread.ts', import.meta.url), { workerData: data });
    started.unref();
    started.on('message', (reply: Reply) => {
      if ('trouble' in reply) return void log.warn({ trouble: reply.trouble }, 'the forecast');
      isAsked = false;
      latest = { ...reply.forecast, estimates: unpackEstimates(reply.estimates) };
      for (const listener of listeners) listener();
    });
    started.on('error', (error) => log.error({ error: String(error) }, 'the forecast failed'));
    started.on('exit', () => {
      // The next turn starts another.
      worker = null;
      isAsked = false;
    });
    learned = learnAll();
    return started;
  }

  const send = (order: Order): void => worker?.postMessage(order);

  /** A date at a time, so that the hub's work goes on between. */
  async function learnAll(): Promise<void> {
    const { day } = hub.state;
    const dates = journal.dates('', day.date).filter((date) => date < day.date);
    for (const date of dates.slice(-daysLearned)) {
      if (isClosing) return;
      learnFrom(date, false);
      await nextTurn();
    }
  }

  function learnFrom(date: string | undefined, areCyclesKnown: boolean): void {
    const { office } = hub.state.calendar;
    if (date === undefined || !office) return;
    const day = learnedDay([...journal.stepTimes(date, date)], dayOn(date, office.timeZone).begins);
    send({ do: 'learn', day: areCyclesKnown ? { ...day, cycles: [] } : day });
  }

  function turn(): void {
    turns += 1;
    const isDue = isChanged || turns % quietly === 0;
    if (!hub.state.calendar.office || hub.state.day.date === '' || isAsked || !isDue) return;
    if (today === null) begin();
    if (today === null) return;
    worker ??= start();
    isAsked = true;
    isChanged = false;
    const { visits, ...snapshot } = takeSnapshot(hub.state, today, hub.now());
    send({ do: 'forecast', snapshot, visits: packVisits(visits), told });
    told = [];
  }

  const timer = setInterval(guarded, every);
  timer.unref();
  function guarded(): void {
    try {
      turn();
    } catch (error) {
      isAsked = false;
      log.error({ error: String(error) }, 'the forecast was not asked');
    }
  }

  return {
    get latest() {
      return latest;
    },
    onChange: (listener) => void listeners.push(listener),
    toldTo(service, lane, at) {
      const estimate = latest.newcomers.get(newcomerKey(service, lane));
      if (!estimate || at - latest.at > stale * hub.rate || at >= estimate.to) return null;
      const from = Math.max(estimate.from, at - (at % minuteMs));
      return {
        from: instant(from),
        to: instant(estimate.to),
        expected: instant(Math.max(from, estimate.expected)),
        homeBy: instant(estimate.homeBy),
      };
    },
    async close() {
      isClosing = true;
      clearInterval(timer);
      await learned.catch(() => undefined);
      const ending = worker;
      if (!ending) return;
      ending.ref();
      const ended = once(ending, 'exit');
      ending.postMessage({ do: 'end' } satisfies Order);
      await Promise.race([ended, pause(patience)]);
      await ending.terminate();
    },
  };
}
