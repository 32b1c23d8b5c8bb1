/** Opens the hub's database file: the settings that durability rests on, the lock, and all guards. */
import Database from 'better-sqlite3';
import { damaged, emptied, files, guardFiles, JournalRefused, leaveMarker, makeFolder } from './guards.ts';
import { guardVersion, migrate } from './migrations.ts';
import { markNewRows } from './rows-version.ts';

export type Kind = 'real' | 'rehearsal';

/** `unclean`: the hub before this one did not stop by itself. */
export interface Opened {
  readonly database: Database.Database;
  readonly unclean: boolean;
}

interface Setting {
  readonly name: string;
  readonly value: string;
  /** What SQLite says when the setting has taken. */
  readonly expected: string | number;
}

/** Before anything is read: from the first read on the file is this process's alone. */
export const lock: Setting = { name: 'locking_mode', value: 'EXCLUSIVE', expected: 'exclusive' };

/** better-sqlite3 is built so that WAL silently means NORMAL, which loses commits at a power cut. */
export const durability: readonly Setting[] = [
  { name: 'journal_mode', value: 'WAL', expected: 'wal' },
  { name: 'synchronous', value: 'FULL', expected: 2 },
];

const conduct: readonly Setting[] = [
  { name: 'secure_delete', value: 'ON', expected: 1 },
  { name: 'foreign_keys', value: 'ON', expected: 1 },
  // A list that spills to disk would be a copy that no purge knows of.
  { name: 'temp_store', value: 'MEMORY', expected: 2 },
  { name: 'cell_size_check', value: 'ON', expected: 1 },
  { name: 'trusted_schema', value: 'OFF', expected: 0 },
  { name: 'cache_size', value: '-8192', expected: -8192 },
  // Pages of 4 KB: a checkpoint stops everything for some milliseconds, so it should come seldom.
  { name: 'wal_autocheckpoint', value: '4000', expected: 4000 },
];

/** Up to this size the whole file is checked at start, which is a matter of a few milliseconds. */
const smallPages = 1024;

/** Sets each and reads it back; a setting that did not take refuses the start. */
export function apply(database: Database.Database, settings: readonly Setting[]): void {
  for (const { name, value, expected } of settings) {
    database.pragma(`${name} = ${value}`);
    const actual = database.pragma(name, { simple: true });
    if (actual === expected) continue;
    throw new JournalRefused('unsafe', `SQLite's ${name} is ${String(actual)} where ${value} was asked for.`);
  }
}

/** A database that lives as long as the process: for tests. */
export function openMemory(kind: Kind): Opened {
  const database = new Database(':memory:');
  apply(database, conduct);
  prepare(database, kind);
  markNewRows(database);
  return { database, unclean: false };
}

/** Throws `JournalRefused`, and leaves nothing open then. */
export function openDatabase(folder: string, kind: Kind): Opened {
  makeFolder(folder);
  const { expected, unclean } = guardFiles(folder);
  const database = explained(() => new Database(files(folder).database, { timeout: 0 }));
  try {
    explained(() => prepareFile(database, expected, kind));
    leaveMarker(folder);
  } catch (refusal) {
    database.close();
    throw refusal;
  }
  return { database, unclean };
}

function prepareFile(database: Database.Database, expected: boolean, kind: Kind): void {
  apply(database, [lock]);
  const { isNew } = guardVersion(database);
  if (isNew && expected) throw emptied('The database holds nothing');
  apply(database, [...durability, ...conduct]);
  // Takes the lock also where nothing had to be written.
  database.exec('BEGIN EXCLUSIVE; COMMIT');
  if (!isNew) checkSmall(database);
  prepare(database, kind);
  guardEvents(database);
  markNewRows(database);
}

/** Events are never deleted: tables that tell of tickets while there is not one event have lost them. */
function guardEvents(database: Database.Database): void {
  const lost = database
    .prepare('SELECT EXISTS (SELECT 1 FROM ticket) AND NOT EXISTS (SELECT 1 FROM event)')
    .pluck()
    .get();
  if (lost === 1) throw emptied('The database holds no events');
}

function prepare(database: Database.Database, kind: Kind): void {
  migrate(database);
  database.prepare("INSERT INTO meta VALUES ('kind', ?) ON CONFLICT DO NOTHING").run(kind);
  const found = database.prepare("SELECT value FROM meta WHERE key = 'kind'").pluck().get();
  if (found === kind) return;
  throw new JournalRefused(
    'other-kind',
    found === 'rehearsal'
      ? 'This database is of a rehearsal: start with LOKET_CLOCK, or give real days a LOKET_DATA of their own.'
      : 'This database holds real days: start without LOKET_CLOCK, or give the rehearsal a LOKET_DATA of its own.',
  );
}

function checkSmall(database: Database.Database): void {
  if (Number(database.pragma('page_count', { simple: true })) > smallPages) return;
  const found = String(database.pragma('quick_check(1)', { simple: true }));
  if (found !== 'ok') throw damaged(found.replaceAll('\n', ' '));
}

/** What SQLite's errors mean to whoever starts the hub. */
function explained<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY')) {
      throw new JournalRefused('second-hub', 'Another hub is running on this data folder.', error);
    }
    if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
      throw damaged('it cannot be read', error);
    }
    throw error;
  }
}
