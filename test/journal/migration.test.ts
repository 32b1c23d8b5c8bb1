/** A database of version 1 becomes one of version 2: nothing is lost, and every event has its link. */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import { migrate, migrations } from '../../server/journal/migrations.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { began, beganOn, dayStream, only, taken, to, tokenIssued } from './office-day.ts';

const next = 'day:2026-11-27';

/** As version 1 wrote it. */
const streams: [name: string, events: DomainEvent[]][] = [
  ['calendar', [tokenIssued('t1'), tokenIssued('t2')]],
  [dayStream, [began]],
  [next, [beganOn('2026-11-27'), ...Array.from({ length: 2500 }, (_, index) => taken(index + 1))]],
];

function leaveVersion1(folder: string): string {
  const file = join(folder, 'loket.sqlite');
  const database = new Database(file);
  migrate(database, migrations.slice(0, 1));
  const insert = database.prepare('INSERT INTO event (stream, seq, "by", body, crc) VALUES (?, ?, ?, ?, ?)');
  database.transaction(() => {
    database.exec("INSERT INTO meta VALUES ('kind', 'real')");
    for (const [index, [name, events]] of streams.entries()) {
      database.prepare('INSERT INTO stream VALUES (?, ?)').run(index + 1, name);
      for (const [seq, event] of events.entries()) {
        const body = JSON.stringify(event);
        insert.run(index + 1, seq + 1, 'token:kiosk', body, crc32(body));
      }
    }
    database.exec(`INSERT INTO day_personal VALUES (3, 2, '{"needs":["deaf"]}')`);
    database.exec("INSERT INTO answer VALUES ('kiosk', 'k1', 'f1', 1795654799999, '{}')");
  })();
  expect(database.pragma('user_version', { simple: true })).toBe(1);
  database.close();
  return file;
}

const open = (folder: string) => openSqliteJournal({ folder, kind: 'real', log: silent });

test('a database of version 1 keeps its events, needs and answers, and has a chain that is whole', async () => {
  const folder = temporaryFolder();
  leaveVersion1(folder);
  const journal = await open(folder);
  expect(await journal.check()).toBe(null);
  expect((await journal.load()).calendar).toEqual([tokenIssued('t1'), tokenIssued('t2')]);
  expect(await journal.read(dayStream)).toEqual([began]);
  const [first, deaf, ...others] = await journal.read(next);
  expect([first, deaf]).toEqual([beganOn('2026-11-27'), taken(1, 'deaf')]);
  expect(others).toEqual(streams[2]?.[1].slice(2));
  expect(await journal.findAnswers([{ account: 'kiosk', key: 'k1' }])).toEqual([
    { account: 'kiosk', key: 'k1', body: 'f1', at: 1795651200000, outcome: '{}' },
  ]);
  await journal.close();
});

// Made by another program from the description in `chain.ts`.
test('the links of version 1 are those that are written down, with no calendar before a day', async () => {
  const folder = temporaryFolder();
  const file = leaveVersion1(folder);
  const journal = await open(folder);
  expect((await journal.seal('calendar')).seal).toBe('7HP6-DJSY-JCTG-HP9T-DFJZ');
  expect((await journal.seal(dayStream)).seal).toBe('MJ0Q-XHZT-V8DV-A9R1-6YH8');
  await journal.close();
  const database = new Database(file);
  const link = database.prepare<[], Buffer>('SELECT link FROM event WHERE stream = 3 AND seq = 1').pluck();
  expect(link.get()?.toString('hex')).toBe(
    '349db1cf64dc682503a28a66a4c4c3b3828a61dd3f5d6505007ae43deee04c0c',
  );
  expect(
    database.prepare('SELECT stream, "by", type FROM history WHERE seq = 2 ORDER BY stream').get(),
  ).toEqual({ stream: 'calendar', by: 'token:kiosk', type: 'TokenIssued' });
  database.close();
});

test('a database of version 1 is gone on with, and a change in its past is found', async () => {
  const folder = temporaryFolder();
  const file = leaveVersion1(folder);
  const before = await open(folder);
  await before.append(only(to(next, 2501, taken(2501)), to('calendar', 2, tokenIssued('t3'))));
  await before.append(only(to('day:2026-11-28', 0, beganOn('2026-11-28'))));
  expect(await before.check()).toBe(null);
  await before.close();
  new Database(file).exec(`UPDATE event SET "by" = 'supervisor' WHERE stream = 3 AND seq = 1777`).close();
  const journal = await open(folder);
  expect(await journal.check()).toBe(`event 1777 of ${next} is not what was recorded`);
  await journal.close();
});
