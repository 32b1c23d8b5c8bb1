/** The pages, built once for all test files that run at the same time: two builds would empty each other's folder. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { arePagesCurrent, buildPagesIfNeeded } from '../../server/pages.ts';

const lock = resolve(import.meta.dirname, '../../node_modules/.loket-building');
const owner = join(lock, 'pid');

/** A hub that starts afterwards finds the pages current and builds nothing. */
export async function pagesBuilt(): Promise<void> {
  while (!arePagesCurrent()) {
    if (!take()) {
      await pause(100);
      continue;
    }
    try {
      await buildPagesIfNeeded(() => {});
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function take(): boolean {
  try {
    mkdirSync(lock);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch {
    if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned(): boolean {
  try {
    const pid = Number(readFileSync(owner, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
