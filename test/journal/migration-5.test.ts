/** A database of version 4: its rows stay, with nothing in the new columns until the tables are made again. */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { replayDay } from '../../server/hub/replay.ts';
import { migrate, migrations } from '../../server/journal/migrations.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { at, began, codeOf, dayStream, taken } from './office-day.ts';

const called = {
  type: 'TicketCalled',
  at: at(5),
  counter: 3,
  action: 'a1',
  officer: 'sari',
  code: codeOf(1),
  byNext: true,
  step: 'documents',
  reason: null,
  overtaken: 0,
};

/** Events as version 1 wrote them, with the links of version 2; rows as version 4 wrote them. */
function leaveVersion4(folder: string): void {
  const database = new Database(join(folder, 'loket.sqlite'));
  migrate(database, migrations.slice(0, 1));
  database.exec(`INSERT INTO meta VALUES ('kind', 'real'); INSERT INTO stream VALUES (1, '${dayStream}')`);
  const insert = database.prepare("INSERT INTO event VALUES (1, ?, 'token:kiosk', ?, ?)");
  for (const [index, event] of [began, taken(1), called].entries()) {
    const body = JSON.stringify(event);
    insert.run(index + 1, body, crc32(body));
  }
  migrate(database, migrations.slice(0, 4));
  expect(database.pragma('user_version', { simple: true })).toBe(4);
  database.exec(`
    INSERT INTO ticket VALUES ('2026-11-26', '${codeOf(1)}', 'A-001', 'passport', 'regular', 1, NULL, 'called',
      'documents', 3, '2026-11-26T00:01:00.000Z', '2026-11-26T02:01:00.000Z', '2026-11-26T02:01:00.000Z',
      '2026-11-26T00:05:00.000Z', NULL, 0, 0, 0);
    INSERT INTO ticket VALUES ('2026-11-21', 'r-1', 'K7M2QX-1', 'village', 'regular', 1, NULL, 'done', 'documents', 0,
      '2026-11-21T01:00:00.000Z', NULL, '2026-11-21T01:00:00.000Z', NULL, NULL, 0, 0, 0);
    INSERT INTO step_visit VALUES ('2026-11-26', 'A-001', 1, '${codeOf(1)}', 'documents', 3,
      '2026-11-26T00:05:00.000Z', NULL, NULL, NULL, NULL)`);
  database.close();
}

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
