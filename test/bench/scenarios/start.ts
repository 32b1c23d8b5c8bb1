/** From starting the process to the first 200 of `/readyz`, and the memory of a hub that nobody uses. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, type HubKind, startProgram } from '../hubs.ts';
import { createTally, type Measure, ratioAtMost, type Section, type Tally } from '../results.ts';

const what = {
  first: 'first start, in an empty folder',
  again: 'start to ready',
  memory: 'memory at rest',
};
const atRestAfterMs = 500;

export async function measureStart(bench: Bench): Promise<Section> {
  const tallies = { floor: createTally(), loket: createTally() };
  const kinds: HubKind[] = ['floor', 'loket'];
  // Not measured: it may have to build the pages, and it fills the caches of the disk.
  for (const kind of kinds) await measureRound(kind, bench, createTally());
  for (let round = 0; round < bench.options.rounds; round += 1) {
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed())
      await measureRound(kind, bench, tallies[kind]);
  }
  const line = (name: string, unit: string): Measure => {
    return { what: name, unit, base: tallies.floor.of(name), loket: tallies.loket.of(name) };
  };
  const measures = [
    line(what.first, 'ms'),
    { ...line(what.again, 'ms'), goal: ratioAtMost(2) },
    { ...line(what.memory, 'MB'), goal: ratioAtMost(1.5) },
  ];
  return { title: 'Start', base: 'floor', measures };
}

/** The second start finds data and compiled code, as every start of a real office but one. */
async function measureRound(kind: HubKind, bench: Bench, tally: Tally): Promise<void> {
  const folder = bench.workshop.folder(kind);
  const first = await startProgram(kind, folder, bench);
  tally.add(what.first, first.startedInMs);
  await first.stop();
  const again = await startProgram(kind, folder, bench);
  tally.add(what.again, again.startedInMs);
  await pause(atRestAfterMs);
  tally.add(what.memory, (await again.ask('read')).rssMb);
  await again.stop();
}
