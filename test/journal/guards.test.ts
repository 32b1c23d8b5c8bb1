/** A database that is not what was left here is refused, with what to do; never a silent fresh start. */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { RefusedReason } from '../../server/journal/guards.ts';
import { migrate, migrations } from '../../server/journal/migrations.ts';
import { apply, durability, openDatabase } from '../../server/journal/open-database.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { startProcess, temporaryFolder } from './folder.ts';
import { began, dayStream, only, taken, to, tokenIssued } from './office-day.ts';

const open = (folder: string, kind: 'real' | 'rehearsal' = 'real') =>
  openSqliteJournal({ folder, kind, log: silent });

const refused = (reason: RefusedReason, message: RegExp) =>
  expect.objectContaining({ name: 'JournalRefused', reason, message: expect.stringMatching(message) });

/** A folder with a day in it, and its database file. */
async function leaveDay(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  const journal = await open(folder);
  const tickets = Array.from({ length: 100 }, (_, index) => taken(index + 1));
  await journal.append(only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 0, began, ...tickets)));
  await journal.close();
  return { folder, file: join(folder, 'loket.sqlite') };
}

function overwrite(file: string, position: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, position);
  closeSync(handle);
}

test('a missing database is refused where data existed', async () => {
  const { folder, file } = await leaveDay();
  rmSync(file);
  await expect(open(folder)).rejects.toEqual(refused('missing', /put back a copy/));
  expect(existsSync(file)).toBe(false);
});

test('an empty database is refused where data existed', async () => {
  const { folder, file } = await leaveDay();
  truncateSync(file, 0);
  await expect(open(folder)).rejects.toEqual(refused('empty', /put back a copy/));
  expect(readFileSync(file)).toHaveLength(0);
});

test('a database without any table is refused where data existed', async () => {
  const { folder, file } = await leaveDay();
  rmSync(file);
  new Database(file).exec('CREATE TABLE a (b); DROP TABLE a').close();
  await expect(open(folder)).rejects.toEqual(refused('empty', /put back a copy/));
});

test.each([
  ['half', 0.5],
  ['all but the last page', 0.99],
  ['a part of its header', 0.0005],
])('a truncated database is refused (%s is left)', async (_, part) => {
  const { folder, file } = await leaveDay();
  truncateSync(file, Math.floor(readFileSync(file).length * part));
  await expect(open(folder)).rejects.toEqual(refused('damaged', /put back a copy/));
});

test.each([
  ['the magic', 3],
  ['the page size', 16],
  ['the payload fractions', 21],
  ['the version', 63],
])('flipped bytes in the header are refused: %s', async (_, position) => {
  const { folder, file } = await leaveDay();
  overwrite(file, position, Uint8Array.of(0));
  await expect(open(folder)).rejects.toEqual(refused('damaged', /put back a copy/));
});

test('a damaged header is refused also where the log of a killed hub holds a good one', async () => {
  const folder = temporaryFolder();
  const { child, exited, line } = startProcess(folder, 'append');
  expect(await line()).toBe('open');
  expect(await line()).toBe('1');
  child.kill('SIGKILL');
  await exited;
  overwrite(join(folder, 'loket.sqlite'), 3, Uint8Array.of(0));
  await expect(open(folder)).rejects.toEqual(refused('damaged', /put back a copy/));
});

test('flipped bytes in the structure of a small database are refused at start', async () => {
  const { folder, file } = await leaveDay();
  const pages = readFileSync(file).length / 4096;
  overwrite(file, 4096 * Math.floor(pages / 2), new Uint8Array(4096).fill(0xa5));
  await expect(open(folder)).rejects.toEqual(refused('damaged', /put back a copy/));
});

test.each([
  ['an event of the day', 'A', '"ordinal":77'],
  ['an event of the calendar', 'x', '"Loket 3"'],
])('one flipped letter in %s is noticed when the live streams are read', async (_, letter, word) => {
  const { folder, file } = await leaveDay();
  overwrite(file, readFileSync(file).indexOf(word) + 1, Buffer.from(letter));
  const journal = await open(folder);
  await expect(journal.load()).rejects.toEqual(refused('damaged', /is not what was written/));
  await journal.close();
});

test('an event that is gone from a live stream is noticed when it is read', async () => {
  const { folder, file } = await leaveDay();
  new Database(file).exec('DELETE FROM event WHERE seq = 50').close();
  const journal = await open(folder);
  await expect(journal.load()).rejects.toEqual(refused('damaged', /event 50 of day:2026-11-26 is missing/));
  await journal.close();
});

test('a file that is no database, and a database of another program, are refused and left as they are', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'loket.sqlite');
  writeFileSync(file, 'a shopping list');
  await expect(open(folder)).rejects.toEqual(refused('damaged', /header is not that of SQLite/));
  expect(readFileSync(file, 'utf8')).toBe('a shopping list');
  rmSync(file);
  new Database(file).exec('CREATE TABLE song (name)').close();
  const before = readFileSync(file);
  await expect(open(folder)).rejects.toEqual(refused('foreign', /not a database of Loket/));
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a database of a newer Loket is refused and left as it is', async () => {
  const { folder, file } = await leaveDay();
  new Database(file).exec(`PRAGMA user_version = ${migrations.length + 1}`).close();
  await expect(open(folder)).rejects.toEqual(refused('newer', /written by a newer Loket/));
  expect(new Database(file).pragma('user_version', { simple: true })).toBe(migrations.length + 1);
});

test('real days and rehearsals do not mix', async () => {
  const { folder } = await leaveDay();
  await expect(open(folder, 'rehearsal')).rejects.toEqual(refused('other-kind', /real days/));
  const other = temporaryFolder();
  await (await open(other, 'rehearsal')).close();
  await expect(open(other)).rejects.toEqual(refused('other-kind', /rehearsal/));
  await (await open(other, 'rehearsal')).close();
});

test('a copy that was put back is taken, also in a folder that never had one', async () => {
  const { file } = await leaveDay();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'loket.sqlite'), readFileSync(file));
  const journal = await open(folder);
  expect((await journal.load()).day?.seq).toBe(101);
  await journal.close();
});

test('a start that failed while the database was being made is begun again', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'loket.sqlite'), '');
  await (await open(folder)).close();
  expect(existsSync(join(folder, 'loket.marker'))).toBe(true);
});

test('a failing migration leaves the version before it whole', async () => {
  const { file } = await leaveDay();
  const database = new Database(file);
  const broken = 'CREATE TABLE later (a); INSERT INTO later VALUES (1); INSERT INTO nowhere VALUES (1)';
  expect(() => migrate(database, [...migrations, broken])).toThrow('nowhere');
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").pluck().get()).toBe(0);
  migrate(database, [...migrations, 'CREATE TABLE later (a)']);
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length + 1);
  database.close();
});

test('the settings that durability rests on are those of the open database', () => {
  const { database } = openDatabase(temporaryFolder(), 'real');
  const setting = (name: string) => database.pragma(name, { simple: true });
  expect(setting('synchronous')).toBe(2);
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('locking_mode')).toBe('exclusive');
  expect(setting('secure_delete')).toBe(1);
  database.close();
});

test.each([
  ['synchronous', { name: 'synchronous', value: 'NORMAL', expected: 2 }],
  // A database in memory has no log.
  ['journal_mode', durability[0] as (typeof durability)[0]],
])('a start is refused when %s did not take', (name, setting) => {
  const database = new Database(':memory:');
  expect(() => apply(database, [setting])).toThrow(`SQLite's ${name} is`);
});

test('a second hub on the same folder is refused at once, and the first goes on', async () => {
  const folder = temporaryFolder();
  const first = startProcess(folder, 'hold');
  expect(await first.line()).toBe('open');
  await expect(open(folder)).rejects.toEqual(
    refused('second-hub', /Another hub is running on this data folder/),
  );
  const second = startProcess(folder, 'hold');
  expect(await second.line()).toMatch(/^second-hub: Another hub is running on this data folder/);
  expect(await second.exited).toBe(1);
  expect(first.child.exitCode).toBe(null);
});

test('a database without one event is refused where its tables tell of tickets', async () => {
  const { folder, file } = await leaveDay();
  const database = new Database(file);
  database.exec(
    `INSERT INTO ticket (date, code, number, service, lane, people, state, step, arrived_at, turn_at, promise_broken, handover_broken)
     VALUES ('2026-11-26', 'c', 'A-001', 's', 'l', 1, 'waiting', 'd', '', '', 0, 0); DELETE FROM event; DELETE FROM stream`,
  );
  database.close();
  await expect(open(folder)).rejects.toEqual(refused('empty', /no events.*put back a copy/s));
});
