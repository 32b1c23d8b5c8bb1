/** Data folders that vanish after the test, and hubs of their own process that open them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** How often a word stands in any file of the folder. */
export const countBytes = (folder: string, word: string): number =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1').split(word).length - 1)
    .reduce((sum, found) => sum + found, 0);

/** `lines`: what it says; ends when the process does. */
export function startProcess(folder: string, task: 'hold' | 'append') {
  const program = join(import.meta.dirname, 'hub-process.ts');
  const child = spawn(process.execPath, [program, folder, task], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async (): Promise<string> => String((await lines.next()).value);
  return { child, exited, lines, line };
}
