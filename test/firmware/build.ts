/** Makes the firmware and what runs it, each test file in a folder of its own that is gone afterwards. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { root } from '../project/tree.ts';

const run = promisify(execFile);
export const firmware = join(root, 'counter-firmware-bridge/firmware');
const here = import.meta.dirname;

/** What a box is made as: the Makefile's own settings. */
export interface SketchSettings {
  readonly ADDRESS?: number;
  readonly ID?: string;
  readonly BUS?: 0 | 1;
  readonly CHIP?: 1637 | 7219;
}

/** @returns functions that make each thing once, whoever asks first, and give its file */
export function createWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'loket-firmware-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: (to: string) => Promise<unknown>): Promise<string> => {
    const to = join(folder, name);
    const file = made.get(name) ?? make(to).then(() => to);
    made.set(name, file);
    return file;
  };
  const makeIn = (build: string, target: string, settings: object = {}) => {
    const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    return run('make', ['-s', '-C', firmware, join(build, target), `BUILD=${build}`, ...set]);
  };

  return {
    coreTest: () => once('core-test', () => makeIn(folder, 'core-test')),
    async sketch(settings: SketchSettings = {}): Promise<string> {
      const build = Object.entries(settings).flat().join('-') || 'usual';
      await once(build, (to) => makeIn(to, 'avr-counter.elf', settings));
      return join(folder, build, 'avr-counter.elf');
    },
    simulator: () =>
      once('simbox', (to) => {
        const sources = ['main', 'board', 'line', 'keys'].map((name) => join(here, `simavr/${name}.c`));
        const flags = ['-O2', '-std=gnu11', '-Wall', '-Wextra', '-Werror', '-isystem', '/usr/include/simavr'];
        return run('gcc', [...flags, '-o', to, ...sources, '-lsimavrparts', '-lsimavr', '-lelf', '-lutil']);
      }),
  };
}
export type Workshop = ReturnType<typeof createWorkshop>;
