/** A press until the lobby displays and the LED board show the call; memory under that load; sizes of messages. */
import type { Bench } from '../hubs.ts';
import { figureAtMost, type Measure, ratioAtMost, type Section } from '../results.ts';
import { type Load, loads, measureSlice, quantities, slicesOfRound } from './loads.ts';
import { type Pair, runPair, type Side, type Step } from './pair.ts';

const goals = {
  [quantities.displayP50]: ratioAtMost(1.2),
  [quantities.displayP99]: ratioAtMost(1.3),
  [quantities.ledP50]: ratioAtMost(1.2),
};
const memory = 'memory, 30 boxes and 50 displays';

export async function measureCalls(bench: Bench): Promise<Section> {
  const pair = await runPair(bench, [...slicesOfRound(bench.options.quick).map(sliceOf), settle]);
  const timed = loads.flatMap(({ name }) =>
    Object.values(quantities).map((quantity) => ({
      ...compared(pair, `${name}: ${quantity}`, 'ms'),
      goal: goals[quantity],
    })),
  );
  const held = { ...compared(pair, memory, 'MB'), goal: ratioAtMost(1.5) };
  return { title: 'One call', base: 'floor', measures: [...timed, held, ...sizes(pair.loket)] };
}

function sliceOf(load: Load): Step {
  return async ({ stage, timings }) => {
    await stage.hub.provide(load.presses);
    await measureSlice(stage, load, timings);
  };
}

async function settle({ stage, tally, timings }: Side): Promise<void> {
  timings.settle(tally);
  tally.add(memory, (await stage.hub.ask('read')).rssMb);
}

function compared({ floor, loket }: Pair, what: string, unit: string): Measure {
  return { what, unit, base: floor.tally.of(what), loket: loket.tally.of(what) };
}

function sizes({ stage }: Side): Measure[] {
  const { announce, view } = stage.lobby.largest();
  return [
    { what: 'largest call message', unit: 'B', base: [], loket: [announce], goal: figureAtMost(200) },
    { what: 'largest lobby view', unit: 'B', base: [], loket: [view], goal: figureAtMost(4096) },
  ];
}
