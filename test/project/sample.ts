/** Runs one file of sample/ with Vitest, as a user or CI would, and returns what it printed. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Run {
  status: number | null;
  /** The printed lines, without the empty ones at the end. */
  lines: string[];
  last: string | undefined;
}

/** `path` are the folders in which the sample finds its tools. */
export function runSample(file: string, env: { path?: string; ci?: string } = {}): Run {
  const { CI: _, ...own } = process.env;
  const args = ['run', '--config', resolve(import.meta.dirname, 'sample/vite.config.ts'), file];
  const { status, stdout } = spawnSync(
    process.execPath,
    [resolve(root, 'node_modules/vitest/vitest.mjs'), ...args],
    {
      encoding: 'utf8',
      env: { ...own, NO_COLOR: '1', PATH: env.path ?? '', ...(env.ci ? { CI: env.ci } : {}) },
    },
  );
  const lines = stdout.trimEnd().split('\n');
  return { status, lines, last: lines.at(-1) };
}
