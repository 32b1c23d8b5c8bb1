/** Which version of the program the readable rows are of: after an update they are made anew, once. */
import type { Database } from 'better-sqlite3';

/** Raised whenever rows get more from the same events; the database's form has a version of its own. */
const rowsVersion = 5;

/** In the transaction that makes all rows anew: broken off, it leaves the version that was. */
export const rowsVersionWriter = (database: Database): (() => void) => {
  const write = database.prepare("INSERT OR REPLACE INTO meta VALUES ('tables', ?)");
  return () => void write.run(String(rowsVersion));
};

/** Without an event there is no row that could be old. */
export function markNewRows(database: Database): void {
  if (hasEvents(database) || !isLower(database)) return;
  rowsVersionWriter(database)();
}

/** Older rows lack what only newer versions write, and would be counted as if nothing had been there. */
export const areRowsOld = (database: Database): boolean => hasEvents(database) && isLower(database);

const hasEvents = (database: Database): boolean =>
  database.prepare('SELECT EXISTS (SELECT 1 FROM event)').pluck().get() === 1;

/** Versions before the fifth noted none. */
function isLower(database: Database): boolean {
  const noted = database.prepare("SELECT value FROM meta WHERE key = 'tables'").pluck().get();
  return Number(noted ?? 0) < rowsVersion;
}
