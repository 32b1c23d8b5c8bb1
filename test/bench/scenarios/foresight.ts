/** What a forecast costs the hub: 1,000 who wait over 30 counters of two steps, forecast again and again. */
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { createForecasts } from '../../../server/forecast/forecasts.ts';
import type { Hub, Told } from '../../../server/hub.ts';
import type { Bench } from '../hubs.ts';
import { createTally, figureAtMost, type Section } from '../results.ts';
import { crowdedDay } from './crowded-day.ts';

const what = {
  loop: 'time of the event loop, one forecast',
  longest: '  the longest of them',
  thread: 'asked to told, in its thread',
};
const atOnce = { waiting: 1000, counters: 30 };
const forecasts = { warming: 10, measured: 40 };

export async function measureForesight({ options }: Bench): Promise<Section> {
  const tally = createTally();
  for (let round = 0; round < options.rounds; round += 1) await measureRound(tally);
  const line = (name: string) => ({ what: name, unit: 'ms', base: [], loket: tally.of(name) });
  return {
    title: `Forecast: ${atOnce.waiting} wait, ${atOnce.counters} counters`,
    base: '',
    measures: [{ ...line(what.loop), goal: figureAtMost(5) }, line(what.longest), line(what.thread)],
  };
}

async function measureRound(tally: ReturnType<typeof createTally>): Promise<void> {
  const { state, at } = crowdedDay(atOnce.waiting, atOnce.counters);
  let told: (told: Told) => void = () => undefined;
  const hub: Pick<Hub, 'state' | 'now' | 'rate' | 'onTold'> = {
    state,
    rate: 1,
    now: () => at,
    onTold(listener) {
      told = listener;
    },
  };
  // A forecast keeps no process alive.
  const awake = setInterval(() => undefined, 1000);
  const made = new EventTarget();
  const foresight = createForecasts({
    hub: hub as Hub,
    journal: { dates: () => [], stepTimes: () => [] },
    folder: null,
    log: pino({ level: 'silent' }),
    every: 40,
  });
  foresight.onChange(() => made.dispatchEvent(new Event('made')));
  const loops: number[] = [];
  const threads: number[] = [];
  for (let turn = 0; turn < forecasts.warming + forecasts.measured; turn += 1) {
    // Of this thread alone: what others do on the machine is not in it.
    const before = process.threadCpuUsage();
    const asked = performance.now();
    told({ seq: turn, at, events: [], reloaded: false });
    await once(made, 'made');
    if (turn < forecasts.warming) continue;
    const { user, system } = process.threadCpuUsage(before);
    loops.push((user + system) / 1000);
    threads.push(performance.now() - asked);
  }
  await foresight.close();
  clearInterval(awake);
  const sorted = loops.toSorted((a, b) => a - b);
  tally.add(what.loop, sorted[sorted.length >> 1] ?? 0);
  tally.add(what.longest, sorted.at(-1) ?? 0);
  tally.add(what.thread, threads.toSorted((a, b) => a - b)[threads.length >> 1] ?? 0);
}
