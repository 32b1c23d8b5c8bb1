/** A full disk: nothing is half written, what was written can be read, and it goes on when there is room again. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../server/journal/open-database.ts';
import { createSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { began, dayStream, only, taken, to, tokenIssued } from './office-day.ts';

const full = expect.objectContaining({ code: 'SQLITE_FULL' });

test('an append that finds no room is rolled back whole, and a later one works', async () => {
  const folder = temporaryFolder();
  const opened = openDatabase(folder, 'real');
  const journal = createSqliteJournal(opened, silent, `${folder}/check.sqlite`);
  await journal.append(only(to(dayStream, 0, began)));
  const { database } = opened;
  // SQLite itself refuses to let the file grow: the same error, at the same place, as on a full disk.
  database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);

  const tickets = Array.from({ length: 200 }, (_, index) => taken(index + 1));
  const much = only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 1, ...tickets));
  await expect(journal.append(much)).rejects.toEqual(full);
  await expect(journal.probe()).rejects.toEqual(full);
  expect(await journal.load()).toEqual({
    calendar: [],
    calendarSeq: 0,
    day: { stream: dayStream, seq: 1, events: [began] },
  });

  database.pragma('max_page_count = 100000');
  await journal.probe();
  await journal.append(much);
  expect((await journal.load()).day?.seq).toBe(201);
  expect((await journal.load()).calendarSeq).toBe(1);
  await journal.close();
});
