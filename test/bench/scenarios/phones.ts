/** The same calls while thousands of phones watch their tickets, against the same hub without them. */
import type { Bench } from '../hubs.ts';
import { openPhones } from '../phones.ts';
import {
  createTally,
  figureAtMost,
  type Goal,
  type Measure,
  ratioAtMost,
  type Section,
  type Tally,
} from '../results.ts';
import { type Load, loads, measureSlice, quantities, slicesOfRound } from './loads.ts';
import { closeSide, openSide, type Side } from './pair.ts';

const goals: Readonly<Record<string, Goal | undefined>> = {
  [quantities.displayP50]: ratioAtMost(2),
  [quantities.ledP50]: ratioAtMost(3),
};
const block = 'longest block of the event loop';
const views = 'views that reached phones, each round';
const cutOff = 'phones cut off';

export async function measurePhones(bench: Bench): Promise<Section> {
  const slices = slicesOfRound(bench.options.quick);
  const side = await openSide('loket', bench);
  const alone = createTally();
  const watched = createTally();
  // The queue is as long without the phones as with them: only the phones differ.
  await side.stage.hub.provide(bench.options.phones);
  for (let round = 0; round < bench.options.rounds; round += 1) {
    const turns = [
      () => measureAlone(side, slices, alone),
      () => measureWatched(bench, side, slices, watched),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
  }
  await closeSide(side);
  const line = (what: string, unit: string, goal?: Goal): Measure => {
    return { what, unit, base: alone.of(what), loket: watched.of(what), ...(goal && { goal }) };
  };
  const timed = loads.flatMap(({ name }) =>
    Object.values(quantities).map((quantity) => line(`${name}: ${quantity}`, 'ms', goals[quantity])),
  );
  const others = [line(block, 'ms', figureAtMost(5)), line(views, ''), line(cutOff, '', figureAtMost(0))];
  return {
    title: `${bench.options.phones} phones watching`,
    base: 'without',
    measures: [...timed, ...others],
  };
}

async function measureAlone(side: Side, slices: readonly Load[], tally: Tally): Promise<void> {
  await side.stage.hub.provide(pressesOf(slices));
  await measureRound(side, slices, tally);
}

/** The phones watch the head of the queue, so some of them are called during the round. */
async function measureWatched(
  bench: Bench,
  side: Side,
  slices: readonly Load[],
  tally: Tally,
): Promise<void> {
  const { hub } = side.stage;
  const count = bench.options.phones;
  await hub.provide(pressesOf(slices));
  const head = hub.codes.length - count - pressesOf(slices);
  const phones = await openPhones(hub.http, hub.codes.slice(head, head + count), bench.workshop);
  await measureRound(side, slices, tally);
  const report = await phones.count();
  tally.add(views, report.views);
  tally.add(cutOff, report.cutOff);
  await phones.close();
}

async function measureRound({ stage, timings }: Side, slices: readonly Load[], tally: Tally): Promise<void> {
  await stage.hub.ask('watch-loop');
  for (const load of slices) await measureSlice(stage, load, timings);
  tally.add(block, (await stage.hub.ask('read')).longestBlockMs);
  timings.settle(tally);
}

function pressesOf(slices: readonly Load[]): number {
  return slices.reduce((sum, load) => sum + load.presses, 0);
}
