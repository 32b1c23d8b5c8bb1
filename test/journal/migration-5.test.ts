/** A database of version 4: its rows stay, with nothing in the new columns until the tables are made again. */
import { expect, test } from 'vitest';
import { replayDay } from '../../server/hub/replay.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { leaveVersion4 } from './version-4.ts';

test('a database of version 4 keeps its rows; what is new is empty, and filled in when the tables are made again', async () => {
  const folder = temporaryFolder();
  leaveVersion4(folder);
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  expect(await journal.check()).toBe(null);
  const { tickets, steps, quotas } = journal.facts('2026-11-26');
  expect(tickets).toMatchObject([
    { number: 'A-001', state: 'called', channel: 'walk-in', takesPlace: false },
  ]);
  expect(steps).toMatchObject([{ officer: null, waitedFrom: null, reasons: [], handover: null }]);
  expect(quotas).toEqual([]);
  expect(journal.facts('2026-11-21').tickets).toMatchObject([{ offsite: true }]);
  expect(journal.dates('2026-11-01', '2026-11-30')).toEqual(['2026-11-21', '2026-11-26']);
  await rebuildTables(journal, replayDay);
  expect(journal.facts('2026-11-26')).toMatchObject({
    tickets: [{ number: 'A-001', takesPlace: true }],
    steps: [{ officer: 'sari', waitedFrom: '2026-11-26T00:01:00.000Z' }],
  });
  await journal.close();
});
