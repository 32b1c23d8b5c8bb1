/** After an update the readable tables are made anew by the first start, by itself and once. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { type Log, silent } from '../../server/log.ts';
import { start } from '../../server/start.ts';
import { temporaryFolder } from '../journal/folder.ts';
import { at, date } from '../journal/office-day.ts';
import { leaveVersion4 } from '../journal/version-4.ts';

const begun = 'the readable tables are made anew after an update: this takes a while';
const done = 'the readable tables are made anew';
const failed = 'the readable tables were not made anew: figures of earlier dates lack parts';

const anyPort = { host: '127.0.0.1', port: 0 };
const wall = () => at(30);

/** Starts and stops. @returns what was logged of the tables */
async function startOnce(dataFolder: string): Promise<string[]> {
  const said: string[] = [];
  const hears = (_: object, message: string): void => void said.push(message);
  const log: Log = { info() {}, warn: hears, error: hears };
  const rest = { office: null, supervisorPassword: null, publicUrl: null, trustProxy: [], rehearsal: null };
  const settings = { dataFolder, http: anyPort, mqtt: anyPort, ...rest };
  const loket = await start(settings, { log, machine: { wall, monotonic: () => performance.now() } });
  await loket.close();
  return said.filter((message) => message.includes('readable tables'));
}

const open = (folder: string) => openSqliteJournal({ folder, kind: 'real', log: silent });

/** With the hub stopped. */
function inDatabase<T>(folder: string, ask: (database: Database.Database) => T): T {
  const database = new Database(join(folder, 'loket.sqlite'));
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

const firstStep = (folder: string) =>
  inDatabase(folder, (database) =>
    database.prepare(`SELECT officer, waited_from FROM step_visit WHERE date = '${date}'`).get(),
  );
const full = { officer: 'sari', waited_from: '2026-11-26T00:01:00.000Z' };
const lacking = { officer: null, waited_from: null };

test('a database of version 4 has full rows after one start, and is not made anew at the second', async () => {
  const folder = temporaryFolder();
  leaveVersion4(folder);
  expect(await startOnce(folder)).toEqual([begun, done]);
  expect(firstStep(folder)).toEqual(full);
  inDatabase(folder, (database) => database.exec("UPDATE step_visit SET officer = 'budi'"));
  expect(await startOnce(folder)).toEqual([]);
  expect(firstStep(folder)).toEqual({ ...full, officer: 'budi' });
});

test('a new database is never made anew, also when much was recorded in it', async () => {
  const folder = temporaryFolder();
  expect(await startOnce(folder)).toEqual([]);
  const events = inDatabase(folder, (database) =>
    database.prepare('SELECT count(*) FROM event').pluck().get(),
  );
  expect(events).toBeGreaterThan(0);
  expect(await startOnce(folder)).toEqual([]);
});

test('rows of a lower version are old, and so are rows whose version nobody noted', async () => {
  const folder = temporaryFolder();
  await startOnce(folder);
  inDatabase(folder, (database) => database.exec("UPDATE meta SET value = '4' WHERE key = 'tables'"));
  expect(await startOnce(folder)).toEqual([begun, done]);
  inDatabase(folder, (database) => database.exec("DELETE FROM meta WHERE key = 'tables'"));
  expect(await startOnce(folder)).toEqual([begun, done]);
  expect(await startOnce(folder)).toEqual([]);
});

test('broken off, the rows are as they were and still old: the next start makes them anew', async () => {
  const folder = temporaryFolder();
  leaveVersion4(folder);
  const journal = await open(folder);
  expect(journal.tablesAreOld).toBe(true);
  await expect(journal.replaceTables(brokenOff())).rejects.toThrow('the power is gone');
  expect(journal.tablesAreOld).toBe(true);
  await journal.close();
  expect(firstStep(folder)).toEqual(lacking);
  expect(await startOnce(folder)).toEqual([begun, done]);
  expect(firstStep(folder)).toEqual(full);
});

// biome-ignore lint/correctness/useYield: it ends before its first row
function* brokenOff(): Generator<never, void, undefined> {
  throw new Error('the power is gone');
}

test('an event that cannot be read keeps no office closed: it works with the rows that it has, and tries again', async () => {
  const folder = temporaryFolder();
  leaveVersion4(folder);
  const change = (sql: string) => inDatabase(folder, (database) => void database.exec(sql));
  change(`INSERT INTO stream (id, name) VALUES (0, 'day:2026-11-20');
    INSERT INTO event (stream, seq, "by", body, crc, link) VALUES (0, 1, 'x', '{', 0, zeroblob(32))`);
  expect(await startOnce(folder)).toEqual([begun, failed]);
  expect(firstStep(folder)).toEqual(lacking);
  expect(await startOnce(folder)).toEqual([begun, failed]);
});
