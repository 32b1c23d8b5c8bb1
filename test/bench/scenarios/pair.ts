/** Floor and hub side by side on two stages, warmed up, taking turns round by round. */
import { type Bench, openHub } from '../hubs.ts';
import { saturate } from '../presses.ts';
import { createTally, type Tally } from '../results.ts';
import { openStage, type Stage } from '../stage.ts';

export interface Side {
  readonly stage: Stage;
  readonly tally: Tally;
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
  return { stage, tally: createTally() };
}

export async function closeSide({ stage }: Side): Promise<void> {
  stage.close();
  await stage.hub.stop();
}

/** @param measure one round on one side; who goes first alternates, so that a drift of the machine favours nobody */
export async function runPair(bench: Bench, measure: (side: Side) => Promise<void>): Promise<Pair> {
  const pair = { floor: await openSide('floor', bench), loket: await openSide('loket', bench) };
  for (let round = 0; round < bench.options.rounds; round += 1) {
    const order = round % 2 === 0 ? [pair.floor, pair.loket] : [pair.loket, pair.floor];
    for (const side of order) await measure(side);
  }
  await closeSide(pair.floor);
  await closeSide(pair.loket);
  return pair;
}
