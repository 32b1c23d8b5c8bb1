/**
 * The office's forecast, kept fresh beside the hub: a snapshot now and then, the work in a thread of its own. A press never waits for
 * it, and without it everything works but the told times.
 */

import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Estimate, type Forecast, newcomerKey, noForecast } from '../domain/forecast/forecast.ts';
import { stillTold } from '../domain/forecast/still-told.ts';
import { takeSnapshot } from '../domain/forecast/take-snapshot.ts';
import { createToday, type Today } from '../domain/forecast/today.ts';
import { toldBehind } from '../domain/forecast/told-behind.ts';
import type { Instant } from '../domain/instant.ts';
import type { Told as ToldVisitor } from '../domain/visit.ts';
import type { Hub } from '../hub.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Order, Reply, ThreadData } from './messages.ts';
import { packVisits, unpackForecast } from './pack.ts';
import { createPastDays } from './past-days.ts';

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
/** Turns at most between a thread that failed and the next: some minutes. */
const longestRest = 100;
/** Milliseconds for the thread to keep what it learned and end. */
const patience = 1500;
/** Older than this it tells nothing. */
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
  let failures = 0;
  /** Turns until another thread may be started. */
  let resting = 0;
  let date = '';
  let told: { code: string; told: Estimate }[] = [];
  /** Tickets that the last forecast does not know. */
  let given: { readonly step: string; readonly at: number }[] = [];
  let learned: Promise<void> = Promise.resolve();
  const send = (order: Order): void => worker?.postMessage(order);
  const past = createPastDays({ hub, journal, send });

  hub.onTold(({ events, reloaded }) => {
    isChanged = true;
    const ended = date;
    date = hub.state.day.date;
    if (today === null || reloaded) return begin();
    today.note(hub.state.day, events);
    for (const event of events) {
      if (event.type === 'TicketTaken') {
        given.push({ step: event.steps[0] ?? '', at: event.at });
        if (event.told) told.push({ code: event.code, told: event.told });
      }
      if (event.type === 'OfficeConfigured') begin();
      if (event.type === 'DayEnded') past.learnEnded(ended);
    }
  });

  /** Anew from the state: at the start of a thread, after the state was read again, and where the office is another. */
  function begin(): void {
    const { day, calendar } = hub.state;
    date = day.date;
    const former = today;
    today = calendar.office ? createToday(calendar.office.timeZone) : null;
    today?.note(day, []);
    // A thread that lives has learned of the day already.
    if (worker !== null && former !== null) today?.continues(former);
    told = [...day.visits.values()].flatMap((visit) => {
      const was = stillTold(latest, visit);
      return was === null ? [] : { code: visit.code, told: was };
    });
  }

  function start(): Worker {
    begin();
    const data: ThreadData = { file: folder === null ? null : join(folder, 'forecast.json') };
    const started = new Worker(new URL('./thread.ts', import.meta.url), { workerData: data });
    started.unref();
    started.on('message', (reply: Reply) => {
      isAsked = false;
      if ('trouble' in reply) return void log.warn({ trouble: reply.trouble }, 'the forecast');
      failures = 0;
      latest = unpackForecast(reply.forecast);
      given = given.filter(({ at }) => at > latest.at);
      for (const listener of listeners) listener();
    });
    started.on('error', (error) => log.error({ error: String(error) }, 'the forecast failed'));
    started.on('exit', () => {
      // Another one is started: at once, and later each time that it fails again.
      worker = null;
      isAsked = false;
      resting = Math.min(longestRest, failures ** 2);
      failures += 1;
    });
    return started;
  }

  function turn(): void {
    turns += 1;
    resting -= 1;
    const isDue = isChanged || worker === null || turns % quietly === 0;
    if (!hub.state.calendar.office || hub.state.day.date === '' || isAsked || !isDue || resting > 0) return;
    if (worker === null) {
      worker = start();
      learned = past
        .learnAll(() => isClosing || worker === null)
        .catch((error) => log.error({ error: String(error) }, 'the days before were not learned from'));
    }
    if (today === null) begin();
    if (today === null) return;
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

  /** Nothing is told from what was long ago: the thread is away. */
  const fresh = (at: Instant): Forecast => (at - latest.at > stale * hub.rate ? noForecast : latest);

  return {
    get latest() {
      return fresh(hub.now());
    },
    onChange: (listener) => void listeners.push(listener),
    toldTo(service, lane, at) {
      const estimate = fresh(at).newcomers.get(newcomerKey(service, lane));
      return estimate
        ? toldBehind(estimate, given.filter(({ step }) => step === estimate.step).length, at)
        : null;
    },
    async close() {
      isClosing = true;
      clearInterval(timer);
      await learned;
      const ending = worker;
      if (!ending) return;
      ending.ref();
      const ended = once(ending, 'exit');
      ending.postMessage({ do: 'end' } satisfies Order);
      // The process does not stay for what is left of the patience.
      await Promise.race([ended, pause(patience, undefined, { ref: false })]);
      await ending.terminate();
    },
  };
}
