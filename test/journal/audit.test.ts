/** `npm run audit`: what an auditor sees and how it ends, over a database that a hub may have open. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { beforeDay, beforeOther, linkOf } from '../../server/journal/chain.ts';
import { migrate, migrations } from '../../server/journal/migrations.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { began, dayStream, only, to, tokenIssued } from './office-day.ts';

const open = (folder: string) => openSqliteJournal({ folder, kind: 'real', log: silent });

/** The links are those of `chain.test.ts`. */
const daySeal = 'MNMQ-83CA-S0Q5-GECJ-10BX';
const firstCalendarSeal = 'QXMH-12DB-K459-JTN9-NYKZ';

async function leaveOffice(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  const journal = await open(folder);
  await journal.append(only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 0, began)));
  await journal.append(only(to('calendar', 1, tokenIssued('t2'))));
  await journal.close();
  return { folder, file: join(folder, 'loket.sqlite') };
}

function audit(folder: string, ...words: string[]) {
  const program = join(import.meta.dirname, '../../server/journal/audit.ts');
  const own = temporaryFolder();
  const env = { ...process.env, LOKET_DATA: folder, TMPDIR: own };
  const { status, stdout } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', env });
  expect(readdirSync(own)).toEqual([]);
  return { status, lines: stdout.trimEnd().split('\n') };
}

test('a database that is whole: the seals to be noted are told, and the files are left as they were', async () => {
  const { folder, file } = await leaveOffice();
  const before = readFileSync(file);
  const { status, lines } = audit(folder);
  expect(lines).toEqual([
    `Looked at ${file}.`,
    'The chain is whole: 3 events.',
    'Seal of calendar up to event 2: 7HP6-DJSY-JCTG-HP9T-DFJZ',
    `Seal of ${dayStream} up to event 1: ${daySeal}`,
  ]);
  expect(status).toBe(0);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['loket.marker', 'loket.sqlite']);
});

test.each([
  [dayStream, daySeal, `The seal fits: it is that of event 1 of ${dayStream}, which has 1.`],
  ['calendar', 'qxmh 12db k459 jtn9 nykz', 'The seal fits: it is that of event 1 of calendar, which has 2.'],
])('a noted seal of %s fits, also one that was noted before the last event', async (stream, seal, last) => {
  const { folder } = await leaveOffice();
  const { status, lines } = audit(folder, '--stream', stream, '--seal', seal);
  expect(lines.at(-1)).toBe(last);
  expect(status).toBe(0);
});

test('a hub that runs is not in the way, and what it has only in its log is looked at too', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  await journal.append(only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 0, began)));
  const { status, lines } = audit(folder, '--stream', dayStream, '--seal', daySeal);
  expect(lines[1]).toBe('The chain is whole: 2 events.');
  expect(status).toBe(0);
  await journal.append(only(to('calendar', 1, tokenIssued('t2'))));
  await journal.close();
});

test('a changed event is named', async () => {
  const { folder, file } = await leaveOffice();
  new Database(file).exec(`UPDATE event SET "by" = 'clock' WHERE stream = 1 AND seq = 2`).close();
  const { status, lines } = audit(folder, '--stream', 'calendar', '--seal', firstCalendarSeal);
  expect(lines[1]).toBe('NOT what was recorded: event 2 of calendar is not what was recorded.');
  expect(lines[2]).toBe('The seal fits: it is that of event 1 of calendar, which has 2.');
  expect(status).toBe(1);
});

/** Changes the first event and makes every link anew, as somebody does who knows this program. */
function forge(file: string): void {
  const database = new Database(file);
  const update = database.prepare(
    'UPDATE event SET body = ?, crc = ?, link = unhex(?) WHERE stream = ? AND seq = ?',
  );
  const write = (id: number, stream: string, seq: number, body: string, before: string) => {
    const link = linkOf(before, { stream, seq, by: 'token:kiosk', body });
    update.run(body, crc32(body), link, id, seq);
    return link;
  };
  const first = write(1, 'calendar', 1, JSON.stringify(tokenIssued('forged')), beforeOther);
  write(1, 'calendar', 2, JSON.stringify(tokenIssued('t2')), first);
  write(2, dayStream, 1, JSON.stringify(began), beforeDay(first, null));
  database.close();
}

test('a chain that was made anew whole is shown by a noted seal, also by that of a later day', async () => {
  const { folder, file } = await leaveOffice();
  forge(file);
  const { status, lines } = audit(folder, '--file', file, '--stream', dayStream, '--seal', daySeal);
  expect(lines[1]).toBe('The chain is whole: 3 events.');
  expect(lines[2]).toBe(
    `The seal does NOT fit: none of the 1 events of ${dayStream} has the seal ${daySeal}.`,
  );
  expect(status).toBe(1);
  expect(audit(folder, '--stream', 'calendar', '--seal', firstCalendarSeal).status).toBe(1);
});

test('a stream that is not there has no seal', async () => {
  const { folder } = await leaveOffice();
  const { status, lines } = audit(folder, '--stream', 'day:2026-11-25', '--seal', daySeal);
  expect(lines.at(-1)).toBe('The seal does NOT fit: there is no stream day:2026-11-25.');
  expect(status).toBe(1);
});

test.each([
  ['no database', ['--file', '/nowhere/loket.sqlite'], /There is no database/],
  ['a seal that is none', ['--stream', 'calendar', '--seal', 'MNMQ'], /This is no seal/],
  ['a seal without its stream', ['--seal', daySeal], /name it with --stream/],
  ['another word', ['--sea', daySeal], /npm run audit -- /],
])('%s: nothing was looked at', async (_, words, message) => {
  const { folder } = await leaveOffice();
  const { status, lines } = audit(folder, ...words);
  expect(lines.join('\n')).toMatch(message);
  expect(status).toBe(2);
});

test('a copy of version 1 has no seals yet', () => {
  const folder = temporaryFolder();
  const database = new Database(join(folder, 'loket.sqlite'));
  migrate(database, migrations.slice(0, 1));
  database.close();
  const { status, lines } = audit(folder);
  expect(lines[0]).toMatch(/from before events had seals/);
  expect(status).toBe(2);
});
