/** The firmware's core under g++ with its sanitizers: each case of `core/*.cpp` by its name. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { needs } from '../needs.ts';
import { createWorkshop } from './build.ts';

const folder = join(import.meta.dirname, 'core');
const sources = readdirSync(folder).filter((file) => file.endsWith('.cpp'));
const names = sources.flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/^CASE\("(.+?)"\)/gm)].map(([, name = '']) => name),
);
const withCompiler = needs('g++', 'make');
const workshop = createWorkshop();

interface Run {
  readonly output: string;
  readonly errors: string;
}
let run: Promise<Run> | undefined;

/** One run for all cases. A crash ends it: its own cases are missing then, and what the sanitizer said is shown. */
async function runAll(): Promise<Run> {
  const program = await workshop.coreTest();
  return new Promise((resolve) =>
    execFile(program, (_failed, output, errors) => resolve({ output, errors })),
  );
}

/** What was said of one case: its line and what is set in below it. */
function resultOf({ output, errors }: Run, name: string): string {
  const lines = output.split('\n');
  const at = lines.findIndex((line) => line === `ok ${name}` || line === `not ok ${name}`);
  if (at < 0) return `it did not run: ${errors}`;
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => !line.startsWith('  '));
  return [lines[at], ...after.slice(0, end)].join('\n');
}

withCompiler('the core compiles without a warning, and every case in the folder runs', async () => {
  run ??= runAll();
  const ran = (await run).output.split('\n').filter((line) => /^(?:not )?ok /.test(line));
  expect(ran).toHaveLength(names.length);
  expect(names.length).toBeGreaterThan(40);
});

for (const name of names) {
  withCompiler(name, async () => {
    run ??= runAll();
    expect(resultOf(await run, name)).toBe(`ok ${name}`);
  });
}
