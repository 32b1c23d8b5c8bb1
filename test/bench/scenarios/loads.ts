/** The three loads under which a call is timed, and what is kept of each. */
import type { PressTimes } from '../follower.ts';
import { pressAtRate, pressOneByOne } from '../presses.ts';
import type { Tally } from '../results.ts';
import type { Stage } from '../stage.ts';
import { percentile } from '../statistics.ts';

export interface Load {
  readonly name: string;
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

function steady(rate: number, seconds: number): Load {
  const presses = Math.ceil(rate * seconds);
  return { name: `${rate}/s`, presses, press: (stage) => pressAtRate(stage, presses, rate) };
}

/** @param quick a quarter of the presses */
export function loads(quick: boolean): readonly Load[] {
  const share = quick ? 0.25 : 1;
  return [oneByOne(200 * share), steady(50, 4 * share), steady(200, 3 * share)];
}

/**
 * Presses once through the load, for which there must be tickets, and adds what came of it to the tally
 * under `<load>: <quantity>`.
 */
export async function measureLoad(stage: Stage, load: Load, tally: Tally): Promise<void> {
  const times = await load.press(stage);
  stage.check();
  const displays = times.flatMap((press) => press.displays);
  const leds = times.map((press) => press.led);
  tally.add(`${load.name}: ${quantities.displayP50}`, percentile(displays, 0.5));
  tally.add(`${load.name}: ${quantities.displayP99}`, percentile(displays, 0.99));
  tally.add(`${load.name}: ${quantities.ledP50}`, percentile(leds, 0.5));
}
