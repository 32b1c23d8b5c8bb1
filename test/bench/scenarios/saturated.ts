/** Every box presses again as soon as its press is acknowledged: what is durable a second, and what it costs. */
import type { Bench } from '../hubs.ts';
import { saturate } from '../presses.ts';
import {
  figureAtMost,
  type Goal,
  type Measure,
  ratioAtLeast,
  ratioAtMost,
  type Section,
} from '../results.ts';
import { percentile } from '../statistics.ts';
import { runPair, type Side, type Step } from './pair.ts';

const what = {
  rate: 'durable presses a second',
  cpu: 'CPU of the hub per press',
  p99: 'press → PUBACK, p99',
  lost: 'calls that did not reach a display',
  client: 'share of a core used by the bench itself',
};

export async function measureSaturated(bench: Bench): Promise<Section> {
  const burst: Step = (side) => measureBurst(side, bench.options.quick ? 600 : 1000);
  const { floor, loket } = await runPair(bench, [burst, burst, burst]);
  const line = (name: string, unit: string, goal?: Goal): Measure => ({
    what: name,
    unit,
    base: floor.tally.of(name),
    loket: loket.tally.of(name),
    ...(goal && { goal }),
  });
  const measures = [
    line(what.rate, '/s', ratioAtLeast(3)),
    line(what.cpu, 'ms', ratioAtMost(0.25)),
    line(what.p99, 'ms', ratioAtMost(0.5)),
    line(what.lost, '%', figureAtMost(0)),
    line(what.client, '%'),
  ];
  return { title: '30 boxes pressing without a pause', base: 'floor', measures };
}

async function measureBurst({ stage, tally }: Side, presses: number): Promise<void> {
  await stage.hub.provide(presses);
  const before = await stage.hub.ask('read');
  const began = { cpu: process.cpuUsage(), at: performance.now() };
  const { rate, acknowledged, delivered } = await saturate(stage, presses);
  const used = process.cpuUsage(began.cpu);
  const after = await stage.hub.ask('read');
  stage.check();
  tally.add(what.rate, rate);
  tally.add(what.cpu, (after.cpuMs - before.cpuMs) / presses);
  tally.add(what.p99, percentile(acknowledged, 0.99));
  tally.add(what.lost, (1 - delivered) * 100);
  tally.add(what.client, (used.user + used.system) / (performance.now() - began.at) / 10);
}
