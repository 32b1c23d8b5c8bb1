/** The three loads under which a call is timed, and what is kept of each. */
import type { PressTimes } from '../follower.ts';
import { pressAtRate, pressOneByOne } from '../presses.ts';
import type { Tally } from '../results.ts';
import type { Stage } from '../stage.ts';
import { percentile } from '../statistics.ts';

/** A round of a load is several slices, between which the other side has its turn. */
export interface Load {
  readonly name: string;
  /** In one slice. */
  readonly presses: number;
  press(stage: Stage): Promise<PressTimes[]>;
}

export const quantities = {
  displayP50: 'press → display, p50',
  displayP99: 'press → display, p99',
  ledP50: 'press → LED board, p50',
} as const;

function oneByOne(presses: number): Load {
  return { name: 'one by one', presses, press: (stage) => pressOneByOne(stage, presses) };
}

function steady(rate: number, presses: number): Load {
  return { name: `${rate}/s`, presses, press: (stage) => pressAtRate(stage, presses, rate) };
}

export const loads: readonly Load[] = [oneByOne(50), steady(50, 50), steady(200, 150)];

/** The slices of one round, in order. */
export function slicesOfRound(quick: boolean): readonly Load[] {
  return Array.from({ length: quick ? 1 : 4 }, () => loads).flat();
}

/** All press times of a round, slice upon slice. */
export interface Timings {
  add(load: Load, times: readonly PressTimes[]): void;
  /** Ends the round: its percentiles go to the tally, under `<load>: <quantity>`. */
  settle(tally: Tally): void;
}

export function createTimings(): Timings {
  let round: { load: Load; times: readonly PressTimes[] }[] = [];
  return {
    add(load, times) {
      round.push({ load, times });
    },
    settle(tally) {
      for (const load of loads) {
        const times = round.filter((slice) => slice.load === load).flatMap((slice) => slice.times);
        settleLoad(load, times, tally);
      }
      round = [];
    },
  };
}

function settleLoad({ name }: Load, times: readonly PressTimes[], tally: Tally): void {
  const displays = times.flatMap((press) => press.displays);
  const leds = times.map((press) => press.led);
  tally.add(`${name}: ${quantities.displayP50}`, percentile(displays, 0.5));
  tally.add(`${name}: ${quantities.displayP99}`, percentile(displays, 0.99));
  tally.add(`${name}: ${quantities.ledP50}`, percentile(leds, 0.5));
}

/** One slice of a load, for which there must be tickets. */
export async function measureSlice(stage: Stage, load: Load, timings: Timings): Promise<void> {
  timings.add(load, await load.press(stage));
  stage.check();
}
