/** Builds the pages when they are not there, or are older than what they are made of. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
export const distFolder = resolve(root, 'dist');
/** Written last by a build. */
const built = resolve(distFolder, '.built');

const sources = ['display/**/*', 'kiosk/**/*', 'server/contract/**/*', 'package-lock.json'];

export function arePagesCurrent(): boolean {
  if (!existsSync(built)) return false;
  const { mtimeMs } = statSync(built);
  return globSync(sources, { cwd: root }).every((file) => statSync(resolve(root, file)).mtimeMs <= mtimeMs);
}

/** Runs Vite in a process of its own: nothing of a builder stays in the hub's memory. */
export function buildPages(mode: 'once' | 'watch'): ChildProcess {
  const vite = resolve(root, 'node_modules/vite/bin/vite.js');
  const args = [
    vite,
    'build',
    '--config',
    'display/vite.config.ts',
    ...(mode === 'watch' ? ['--watch'] : []),
  ];
  // Whatever the machine's own NODE_ENV says: pages made for looking for mistakes are a fifth larger.
  const env = { ...process.env, NODE_ENV: 'production' };
  return spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @throws when the build fails; Vite has said why */
export async function buildPagesIfNeeded(say: (line: string) => void): Promise<void> {
  if (arePagesCurrent()) return;
  say('Building the pages …');
  const child = buildPages('once');
  const code = await new Promise((done) => child.on('exit', done));
  if (code !== 0) throw new Error('the pages could not be built: see above');
}
