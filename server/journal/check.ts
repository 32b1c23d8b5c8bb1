/** The full check of a database: on a copy and in another thread, as nothing else may open the live file. */
import { rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';

/** Copied between two turns of the event loop, in pages of 4 KB: about a millisecond. */
const pagesATurn = 200;
/** Bytes that a copy leaves free, so that it never fills the disk that the hub records on. */
const leftFree = 256 * 1024 * 1024;

/**
 * Copies all that is committed. What is committed meanwhile is in it too.
 * @param stop ends the copying with an error, between two slices
 */
export async function copyDatabase(database: Database, file: string, stop: AbortSignal): Promise<void> {
  const pages = Number(database.pragma('page_count', { simple: true }));
  const { bavail, bsize } = await statfs(dirname(file));
  if (bavail * bsize < pages * 4096 + leftFree) throw new Error(`there is no room for a copy: ${file}`);
  const progress = () => {
    stop.throwIfAborted();
    return pagesATurn;
  };
  try {
    await database.backup(file, { progress });
  } catch (error) {
    removeCopy(file);
    throw error;
  }
}

/** The first thing that is wrong in the file, null when it is sound. */
export function checkCopy(file: string, stop: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    stop.throwIfAborted();
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: file });
    const end = () => void worker.terminate();
    stop.addEventListener('abort', end);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      stop.removeEventListener('abort', end);
      reject(new Error('the check was stopped'));
    });
  });
}

/** With what SQLite leaves beside it: a copy holds what the original holds, and must not outlive it. */
export function removeCopy(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}
