/** A thread that checks one copy of the database and says what is wrong with it: structure, then every event. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { findFault } from './verify.ts';

function find(file: string): string | null {
  const database = new Database(file, { readonly: true });
  try {
    const structure = String(database.pragma('quick_check(1)', { simple: true }));
    return structure === 'ok' ? findFault(database) : structure;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}

parentPort?.postMessage(find(String(workerData)));
