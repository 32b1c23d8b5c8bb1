/** Copies of the live file, which nothing else may open; and its full check, on a copy and in another thread. */
import { rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';

/** Copied between two turns of the event loop, in pages of 4 KB: about a millisecond. */
const pagesATurn = 200;
/** Bytes that a copy leaves free, so that it never fills the disk that the hub records on. */
const leftFree = 256 * 1024 * 1024;

export interface Copies {
  copyTo(file: string): Promise<void>;
  /** What is wrong in all that is committed, null when it is sound. @param file where a copy is made for it */
  check(file: string): Promise<string | null>;
  /** Ends what is under way, so that the database can be closed. */
  stop(): Promise<void>;
}

export function createCopies(database: Database): Copies {
  const stopping = new AbortController();
  let work: Promise<unknown> = Promise.resolve();

  /** One at a time. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const next = work.then(task);
    work = next.catch(() => {});
    return next;
  }

  async function check(file: string): Promise<string | null> {
    try {
      await copyDatabase(database, file, stopping.signal);
      return await checkCopy(file, stopping.signal);
    } finally {
      removeCopy(file);
    }
  }

  return {
    copyTo: (file) => inTurn(() => copyDatabase(database, file, stopping.signal)),
    check: (file) => inTurn(() => check(file)),
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

/**
 * Copies all that is committed. What is committed meanwhile is in it too.
 * @param stop ends the copying with an error, between two slices
 */
async function copyDatabase(database: Database, file: string, stop: AbortSignal): Promise<void> {
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
function checkCopy(file: string, stop: AbortSignal): Promise<string | null> {
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
