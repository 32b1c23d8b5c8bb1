/** The three ways to press: one at a time, at a steady rate, and as fast as the hub acknowledges. */
import { setTimeout as pause } from 'node:timers/promises';
import type { PressTimes } from './follower.ts';
import { counters } from './hubs.ts';
import type { Stage } from './stage.ts';

const restMs = 3;

/** Each press begins when the last has reached everything and the hub has rested. */
export async function pressOneByOne(stage: Stage, presses: number): Promise<PressTimes[]> {
  const times: PressTimes[] = [];
  for (let pressed = 0; pressed < presses; pressed += 1) {
    times.push(await stage.press(stage.freeCounter() ?? 1));
    await pause(restMs);
  }
  return times;
}

/**
 * Presses come when they come, whether or not the hub is done with the last one. When it is so far behind that every
 * counter has a press under way, the press waits for one, and that wait counts.
 * @param rate presses a second
 */
export async function pressAtRate(stage: Stage, presses: number, rate: number): Promise<PressTimes[]> {
  const began = performance.now();
  const times: Promise<PressTimes>[] = [];
  while (times.length < presses) {
    const wait = began + (times.length * 1000) / rate - performance.now();
    if (wait > 0) await pause(wait);
    const at = performance.now();
    times.push(stage.press(await nextFree(stage), at));
  }
  return Promise.all(times);
}

/** A counter is free at the latest when its press is given up, so this ends. */
async function nextFree(stage: Stage): Promise<number> {
  for (;;) {
    const counter = stage.freeCounter();
    if (counter !== undefined) return counter;
    await pause(1);
  }
}

export interface Saturated {
  /** Acknowledged presses a second. */
  readonly rate: number;
  /** From press to PUBACK, one a press. */
  readonly acknowledged: readonly number[];
  /** Calls that reached a display, of all that should have. */
  readonly delivered: number;
}

const deliveredWithinMs = 10_000;

/** Every box presses again as soon as its press is acknowledged; ends when every display has had time to get all. */
export async function saturate(stage: Stage, presses: number): Promise<Saturated> {
  const acknowledged: number[] = [];
  const before = stage.lobby.received();
  const expected = presses * stage.lobby.displays;
  const began = performance.now();
  let begun = 0;
  await new Promise<void>((resolve) => {
    function pressAgain(counter: number): void {
      if (begun === presses) return;
      begun += 1;
      stage.pressBlindly(counter, (ms) => {
        acknowledged.push(ms);
        if (acknowledged.length === presses) resolve();
        else pressAgain(counter);
      });
    }
    for (let counter = 1; counter <= counters; counter += 1) pressAgain(counter);
  });
  const rate = (presses / (performance.now() - began)) * 1000;
  const deadline = performance.now() + deliveredWithinMs;
  while (stage.lobby.received() - before < expected && performance.now() < deadline) await pause(1);
  return { rate, acknowledged, delivered: (stage.lobby.received() - before) / expected };
}
