/** A data folder as version 4 of the database left it: one day with a ticket that was called, and one done outside before it. */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { migrate, migrations } from '../../server/journal/migrations.ts';
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
export function leaveVersion4(folder: string): void {
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
