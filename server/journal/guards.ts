/** What is looked at before a database is believed: a marker beside it says that data existed here. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The database and what lies beside it in the data folder. */
export const files = (folder: string) => ({
  database: join(folder, 'loket.sqlite'),
  /** SQLite removes it when the database is closed: one that is there tells of an unclean stop. */
  log: join(folder, 'loket.sqlite-wal'),
  marker: join(folder, 'loket.marker'),
  check: join(folder, 'loket-check.sqlite'),
});

/**
 * `second-hub`: another process has the database open. `missing`, `empty`, `damaged`: not what was left here.
 * `foreign`: not of Loket. `newer`: of a later Loket. `other-kind`: a rehearsal and real days do not mix.
 * `unsafe`: a setting that durability rests on did not take.
 */
export type RefusedReason =
  | 'second-hub'
  | 'missing'
  | 'empty'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'other-kind'
  | 'unsafe';

/** The database is not opened; the message says what to do. */
export class JournalRefused extends Error {
  override readonly name = 'JournalRefused';
  readonly reason: RefusedReason;
  constructor(reason: RefusedReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.reason = reason;
  }
}

/** A log left over would be played into the copy, hence the second half. */
const putBack =
  'Stop here and put back a copy: move loket.sqlite and loket.sqlite-wal away, then copy the last good ' +
  'backup to loket.sqlite.';

export const damaged = (what: string, cause?: unknown): JournalRefused =>
  new JournalRefused('damaged', `The database is damaged: ${what}. ${putBack}`, cause);

export const emptied = (what: string): JournalRefused =>
  new JournalRefused('empty', `${what}, but data existed here. ${putBack}`);

/** The first bytes of every SQLite file, and how many of them SQLite reads before anything else. */
const magic = 'SQLite format 3\0';
const headerLength = 100;

/**
 * Never a silent fresh start: refuses where data existed and the database is missing, empty or no database.
 * Only before SQLite has the file open: closing it a second time would drop this process's lock.
 */
export function guardFiles(folder: string): { readonly expected: boolean; readonly unclean: boolean } {
  const { database, log, marker } = files(folder);
  const expected = existsSync(marker) || sizeOf(log) > 0;
  if (expected && !existsSync(database)) {
    throw new JournalRefused(
      'missing',
      `The database ${database} is missing, but data existed here. ${putBack}`,
    );
  }
  if (expected && sizeOf(database) === 0) {
    throw emptied(`The database ${database} is empty`);
  }
  // SQLite would take a good first page from the log of an unclean stop; a bad one in the file is noticed here.
  const size = sizeOf(database);
  if (size > 0 && (size < headerLength || beginningOf(database) !== magic))
    throw damaged('its header is not that of SQLite');
  return { expected, unclean: existsSync(log) };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function beginningOf(file: string): string {
  const bytes = Buffer.alloc(magic.length);
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  return bytes.toString('latin1');
}

/** Readable by the hub's own account alone: it holds what visitors and officers entrusted to the office. */
export function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) flush(dirname(made));
}

/** Written last when a database is made, and on disk when it returns. */
export function leaveMarker(folder: string): void {
  const { marker } = files(folder);
  if (existsSync(marker)) return;
  const draft = openSync(`${marker}.new`, 'w');
  writeSync(draft, 'Loket has kept data in this folder: without its database the hub does not start.\n');
  fsyncSync(draft);
  closeSync(draft);
  renameSync(`${marker}.new`, marker);
  flush(folder);
}

/** A name in a folder is on disk only when the folder is. */
function flush(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
