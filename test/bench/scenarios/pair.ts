/** Floor and hub side by side on two stages, warmed up, taking turns. */
import { type Bench, openHub } from '../hubs.ts';
import { saturate } from '../presses.ts';
import { createTally, type Tally } from '../results.ts';
import { openStage, type Stage } from '../stage.ts';
import { createTimings, type Timings } from './loads.ts';

export interface Side {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly timings: Timings;
}

export interface Pair {
  readonly floor: Side;
  readonly loket: Side;
}

/** Enough for the compiler of Node to have seen every path. */
const warmUpPresses = 600;

export async function openSide(kind: 'floor' | 'loket', bench: Bench): Promise<Side> {
  const hub = await openHub(kind, bench);
  await hub.provide(warmUpPresses);
  const stage = await openStage(hub, bench.options.confirm);
  await saturate(stage, warmUpPresses);
  stage.check();
  return { stage, tally: createTally(), timings: createTimings() };
}

export async function closeSide({ stage }: Side): Promise<void> {
  stage.close();
  await stage.hub.stop();
}

/** One thing to do on one side; short, as whatever else the machine does should fall on both. */
export type Step = (side: Side) => Promise<void>;

/** @param round what to do in one round; who goes first alternates, so that a drift of the machine favours nobody */
export async function runPair(bench: Bench, round: readonly Step[]): Promise<Pair> {
  const pair = { floor: await openSide('floor', bench), loket: await openSide('loket', bench) };
  const order = [pair.floor, pair.loket];
  for (let rounds = 0; rounds < bench.options.rounds; rounds += 1) {
    for (const step of round) {
      for (const side of order) await step(side);
      order.reverse();
    }
  }
  await closeSide(pair.floor);
  await closeSide(pair.loket);
  return pair;
}
