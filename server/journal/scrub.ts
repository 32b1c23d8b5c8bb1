/** What was erased still stands in the database's log (WAL) until that is truncated. */
import type { Database } from 'better-sqlite3';
import type { Log } from '../log.ts';

export interface Scrub {
  now(): void;
  /** The last time it could not be done (a full disk): to be tried again. */
  isDue(): boolean;
}

export function createScrub(database: Database, log: Log): Scrub {
  let isDue = false;

  /** The log is copied into the file, and cut to nothing. */
  function truncateLog(): void {
    const busy = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
    if (busy !== 0) throw new Error('the log of the database is in use');
  }

  return {
    now() {
      const wasDue = isDue;
      try {
        truncateLog();
        isDue = false;
      } catch (error) {
        isDue = true;
        if (!wasDue)
          log.error({ error: String(error) }, 'what was erased is still in the log of the database');
      }
    },
    isDue: () => isDue,
  };
}
