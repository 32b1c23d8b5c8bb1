/** The full check looks at a copy, made while the hub works, and finds what the start does not look at. */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { SqliteJournal } from '../../server/journal/sqlite.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import type { Log } from '../../server/log.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { began, dayStream, only, taken, to } from './office-day.ts';

const open = (folder: string, log: Log = silent) => openSqliteJournal({ folder, kind: 'real', log });

/** A day of the past, larger than what is checked at start, and the day after it. */
async function fill(journal: SqliteJournal): Promise<void> {
  await journal.append(only(to('day:2026-11-25', 0, began)));
  const tickets = Array.from({ length: 20_000 }, (_, index) => taken(index + 1));
  await journal.append(only(to('day:2026-11-25', 1, ...tickets)));
  await journal.append(only(to(dayStream, 0, began)));
}

test('damage in the past does not hinder the start, and is found in the background', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'loket.sqlite');
  const before = await open(folder);
  await fill(before);
  await before.close();
  const position = readFileSync(file).indexOf('"ordinal":17777');
  const handle = openSync(file, 'r+');
  writeSync(handle, 'X', position + 1);
  closeSync(handle);

  const errors: object[] = [];
  const journal = await open(folder, { ...silent, error: (what) => errors.push(what) });
  expect((await journal.load()).day?.seq).toBe(1);
  const found = 'event 17778 of day:2026-11-25 is not what was written';
  expect(await journal.check()).toBe(found);
  expect(errors).toEqual([{ found }]);
  expect(existsSync(join(folder, 'loket-check.sqlite'))).toBe(false);
  await journal.close();
});

test('a copy holds what is committed while it is made', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  await fill(journal);
  const file = join(folder, 'copy.sqlite');
  const copied = journal.copyTo(file);
  await journal.append(only(to(dayStream, 1, taken(1))));
  await copied;
  await journal.close();
  const copy = new Database(file, { readonly: true });
  expect(copy.prepare('SELECT count(*) FROM event').pluck().get()).toBe(20_003);
  expect(copy.prepare('SELECT stream, at, type FROM history ORDER BY stream, seq').get()).toEqual({
    stream: 'day:2026-11-25',
    at: '2026-11-26T00:00:00.000Z',
    type: 'DayBegan',
  });
  copy.close();
});

test('closing the journal ends a copy that is under way and leaves nothing of it', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  await fill(journal);
  const file = join(folder, 'copy.sqlite');
  const copied = expect(journal.copyTo(file)).rejects.toThrow();
  const checked = expect(journal.check()).rejects.toThrow();
  await journal.close();
  await Promise.all([copied, checked]);
  expect(existsSync(file)).toBe(false);
});
