/** A counter box in simulation: the compiled sketch in simavr, with its line on a pty, fingers for its keys, eyes for its board. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, vi } from 'vitest';
import type { SketchSettings, Workshop } from './build.ts';

export const wait = { timeout: 20_000, interval: 10 };

/** The keys by their place in the box. */
const keys = { next: 1, recall: 2, done: 3, noShow: 4 } as const;

export interface SimulatedBox {
  /** Its line's pty, for whoever wants to talk with it. */
  readonly line: string;
  /** All that the board has shown, in order; a new entry at each change. */
  readonly shown: readonly string[];
  /** A short press, or as long as said, in the box's own milliseconds. */
  press(key: keyof typeof keys, ms?: number): void;
  /** Waits until the board shows it. `A012.`: and its point says that it hears nothing. */
  shows(text: string): Promise<void>;
  powerOff(): void;
  powerOn(): void;
}

/** Plugged in and powered. It ends with the test. */
export async function startBox(workshop: Workshop, settings: SketchSettings = {}): Promise<SimulatedBox> {
  const chip = settings.CHIP ?? 1637;
  const digits = chip === 7219 ? 8 : 4;
  const [simulator, sketch] = await Promise.all([workshop.simulator(), workshop.sketch(settings)]);
  const box = spawn(simulator, [sketch, `${chip}`, `${digits}`], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => end(box));
  const shown: string[] = [];
  const line = new Promise<string>((resolve, reject) => {
    box.once('exit', () => reject(new Error('the simulated box has ended')));
    createInterface({ input: box.stdout }).on('line', (text) => {
      const [, name = '', value = ''] = /^(\w+) "?(.*?)"?$/.exec(text) ?? [];
      if (name === 'line') resolve(value);
      if (name === 'board') shown.push(value);
    });
  });
  const tell = (command: string) => box.stdin.write(`${command}\n`);
  return {
    line: await line,
    shown,
    press: (key, ms = 80) => tell(`press ${keys[key]} ${ms}`),
    shows: (text) => vi.waitFor(() => expect(shown.at(-1)).toBe(text), wait),
    powerOff: () => tell('off'),
    powerOn: () => tell('on'),
  };
}

async function end(box: ChildProcess): Promise<void> {
  if (box.exitCode !== null || box.signalCode !== null) return;
  const ended = once(box, 'exit');
  box.stdin?.end();
  await ended;
}
