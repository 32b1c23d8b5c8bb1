/** OU3 in the readable tables: beside a broken promise stand the minutes of outages in its time. */
import { expect, test } from 'vitest';
import type { DayEvent } from '../../server/domain/events.ts';
import { replayDay } from '../../server/hub/replay.ts';
import { openMemory } from '../../server/journal/open-database.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import { createSqliteJournal } from '../../server/journal/sqlite.ts';

import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { at, began, codeOf, dayStream, only, rowsWith, taken, to } from './office-day.ts';

const outage = (from: number, until: number, recorded: number): DayEvent => ({
  type: 'OutageRecorded',
  at: at(recorded),
  from: at(from),
  to: at(until),
  noticed: true,
});
const broken = (ordinal: number): DayEvent => ({
  type: 'PromiseBroken',
  at: at(ordinal + 120),
  code: codeOf(ordinal),
});

/** Appends these events one by one; gives the minutes as they were written live, and as they are made again. */
async function minutesOf(...events: DayEvent[]) {
  const memory = openMemory('real');
  const journal = createSqliteJournal(memory, silent, `${temporaryFolder()}/check.sqlite`);
  for (const [index, event] of events.entries()) {
    const rows = rowsWith(events.slice(0, index), event);
    await journal.append({ ...only(to(dayStream, index, event)), rows });
  }
  const read = () =>
    memory.database.prepare('SELECT number, promise_broken, outage_minutes FROM ticket').raw().all();
  const live = read();
  await rebuildTables(journal, replayDay);
  return { live, again: read() };
}

test('OU3 the minutes of a broken promise are told, also of an outage that is recorded afterwards', async () => {
  const before = await minutesOf(began, taken(1), outage(30, 50, 50), broken(1));
  expect(before.live).toEqual([['A-001', 1, 20]]);
  expect(before.again).toEqual(before.live);
  const { live, again } = await minutesOf(began, taken(1), taken(2), broken(1), outage(100, 130, 130));
  expect(live).toEqual([
    ['A-001', 1, 21],
    ['A-002', 0, 0],
  ]);
  expect(again).toEqual(live);
});

test('OU3 a minute that was begun counts; without a broken promise there is nothing to tell', async () => {
  const { live } = await minutesOf(began, taken(1), outage(30, 30.5, 31), broken(1));
  expect(live).toEqual([['A-001', 1, 1]]);
  expect((await minutesOf(began, taken(1), outage(30, 50, 50))).live).toEqual([['A-001', 0, 0]]);
});
