/** What a run has to clean up: folders and child processes, also when it is broken off. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Workshop {
  /** A new empty folder, gone after the run. */
  folder(name: string): string;
  /** From now on the child ends with the run at the latest. */
  adopt(child: ChildProcess): void;
  /** Ends every child that still lives and removes every folder. */
  clear(): void;
}

/** @param parent where the folders are made; its disk is what is measured */
export function openWorkshop(parent: string): Workshop {
  const root = mkdtempSync(join(parent, 'loket-bench-'));
  const children = new Set<ChildProcess>();
  return {
    folder: (name) => mkdtempSync(join(root, `${name}-`)),
    adopt(child) {
      children.add(child);
      child.once('exit', () => children.delete(child));
    },
    clear() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
