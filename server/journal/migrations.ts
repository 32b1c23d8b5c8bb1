/** The database's form, version by version. A version once released is never edited; a change is a new one. */
import type { Database } from 'better-sqlite3';
import { damaged, JournalRefused } from './guards.ts';
import { second } from './migration-2.ts';
import { fifth } from './migration-5.ts';

/** "LOKT" in the file's header, so that another program's database is never touched. */
export const applicationId = 0x4c4f4b54;

/**
 * `event.body` is the event without what is personal; `crc` is its CRC-32, as a flipped bit inside a word is
 * still JSON; `history` shows events to people. In the readable tables neighbours in time are neighbours in the
 * file (by date and number, not by random codes): a commit writes few pages, however long the history is. Personal values of a day are in tables of their own: see `personal-columns.ts`.
 */
const first = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE event (
    stream INTEGER NOT NULL REFERENCES stream (id),
    seq INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    body TEXT NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (stream, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE VIEW history AS
    SELECT stream.name AS stream, seq, body ->> '$.type' AS type, "by", body,
      strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000.0, 'unixepoch') AS at
    FROM event JOIN stream ON stream.id = event.stream;
  CREATE TABLE day_personal (
    stream INTEGER NOT NULL, seq INTEGER NOT NULL, personal TEXT NOT NULL, PRIMARY KEY (stream, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE answer (
    account TEXT NOT NULL, key TEXT NOT NULL, body TEXT, at INTEGER NOT NULL, outcome TEXT NOT NULL,
    PRIMARY KEY (account, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE ticket (
    date TEXT NOT NULL, code TEXT NOT NULL, number TEXT NOT NULL, service TEXT NOT NULL, lane TEXT NOT NULL,
    people INTEGER NOT NULL, category TEXT, state TEXT NOT NULL, step TEXT NOT NULL, counter INTEGER,
    arrived_at TEXT NOT NULL, promise_at TEXT, turn_at TEXT NOT NULL, first_called_at TEXT, ended_at TEXT,
    promise_broken INTEGER NOT NULL, handover_broken INTEGER NOT NULL,
    PRIMARY KEY (date, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ticket_needs (
    date TEXT NOT NULL, code TEXT NOT NULL, needs TEXT NOT NULL, PRIMARY KEY (date, code)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE step_visit (
    date TEXT NOT NULL, number TEXT NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, step TEXT NOT NULL,
    counter INTEGER NOT NULL, called_at TEXT NOT NULL, started_at TEXT, ended_at TEXT, ended TEXT, outcome TEXT,
    PRIMARY KEY (date, number, n)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE call (
    date TEXT NOT NULL, call_id TEXT NOT NULL, code TEXT NOT NULL, number TEXT NOT NULL,
    counter INTEGER NOT NULL, step TEXT NOT NULL, at TEXT NOT NULL, times INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    PRIMARY KEY (date, number, call_id)
  ) STRICT, WITHOUT ROWID;
`;

/** OU3: minutes of outages in the time of a promise that was broken. There was no event of an outage before. */
const third = 'ALTER TABLE ticket ADD COLUMN outage_minutes INTEGER NOT NULL DEFAULT 0';

/** The door. `day_answer`: what says something about a person, until midnight. `screening`: readings of a minute by verdict. */
const fourth = `
  CREATE TABLE day_answer (
    account TEXT NOT NULL, key TEXT NOT NULL, body TEXT, at INTEGER NOT NULL, outcome TEXT NOT NULL,
    PRIMARY KEY (account, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE screening (
    date TEXT NOT NULL, minute TEXT NOT NULL, verdict TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (date, minute, verdict)
  ) STRICT, WITHOUT ROWID;
`;

/** Statements, or what takes more than statements. */
export type Migration = string | ((database: Database) => void);

/** The place in the list, from 1, is the version. */
export const migrations: readonly Migration[] = [first, second, third, fourth, fifth];

const versionOf = (database: Database): number => Number(database.pragma('user_version', { simple: true }));

/** Each migration and its version are one transaction: a failing one leaves the version before it whole. */
export function migrate(database: Database, list: readonly Migration[] = migrations): void {
  for (let version = versionOf(database) + 1; version <= list.length; version++) {
    database
      .transaction(() => {
        const migration = list[version - 1] as Migration;
        if (typeof migration === 'string') database.exec(migration);
        else migration(database);
        database.pragma(`application_id = ${applicationId}`);
        database.pragma(`user_version = ${version}`);
      })
      .immediate();
  }
}

/** Says whether the database is new. Refuses one that is not ours, or that a later program has written. */
export function guardVersion(database: Database): { readonly isNew: boolean } {
  const application = Number(database.pragma('application_id', { simple: true }));
  const version = versionOf(database);
  const isNew = application === 0 && version === 0 && tableCount(database) === 0;
  if (!isNew && application !== applicationId) {
    throw new JournalRefused(
      'foreign',
      'This is not a database of Loket. Give LOKET_DATA a folder of its own.',
    );
  }
  if (!isNew && version < 1) throw damaged('its version is gone');
  if (version > migrations.length) {
    throw new JournalRefused(
      'newer',
      `This database was written by a newer Loket (version ${version}; this program knows ${migrations.length}). ` +
        'Install that Loket again, or put back a copy from before it.',
    );
  }
  return { isNew };
}

const tableCount = (database: Database): number =>
  Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
