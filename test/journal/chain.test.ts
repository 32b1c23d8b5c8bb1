/** The chain: whatever is changed in the file behind the journal's back is found, down to the event. */
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { linkOf, readSeal, sealOf } from '../../server/journal/chain.ts';
import { JournalConflict } from '../../server/journal/journal.ts';
import { openMemory } from '../../server/journal/open-database.ts';
import { createSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { beganOn, codeOf, dayStream, ended, only, taken, to, tokenIssued } from './office-day.ts';

const next = 'day:2026-11-27';

/** Two days: the second began when the calendar held two events. */
async function recorded() {
  const memory = openMemory('real');
  const journal = createSqliteJournal(memory, silent, `${temporaryFolder()}/check.sqlite`);
  await journal.append(only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 0, beganOn('2026-11-26'))));
  await journal.append(only(to('calendar', 1, tokenIssued('t2'))));
  await journal.append(only(to(next, 0, beganOn('2026-11-27'))));
  return { ...memory, journal };
}

/** The same with tickets, and a calendar that went on. */
async function busy() {
  const { database, journal } = await recorded();
  await journal.append(only(to(next, 1, taken(1, 'deaf'), taken(2)), to('calendar', 2, tokenIssued('t3'))));
  await journal.append(only(to(next, 3, ended(codeOf(1), codeOf(2)))));
  await journal.append(only(to('day:2026-11-28', 0, beganOn('2026-11-28'), taken(1))));
  return { database, journal };
}

// Made by another program from the description in `chain.ts`.
test('links are SHA-256 over the bytes that are written down, and a seal is the first hundred bits', async () => {
  const { journal, database } = await recorded();
  const links = database.prepare<[], Buffer>('SELECT link FROM event ORDER BY stream, seq').pluck().all();
  expect(links.map((link) => link.toString('hex'))).toEqual([
    'bf691089ab990a996aa9afa7ff3c3ce81a886ef97d762b8d91cd3331327b83be',
    '3c6c66cb3e933508d93a6be5f7d6c897728ff04015c1fbb2b729e714310abe22',
    'a569740d8ac82e5839920817daedb8cee5180b51e46de053994f5df434cd43ee',
    'adaa0ebe6df68cc69bcea639d7dfd79f2a021a7d231f42bd1b00adb59bff63f4',
  ]);
  expect(await journal.seal('calendar')).toEqual({
    stream: 'calendar',
    seq: 2,
    seal: '7HP6-DJSY-JCTG-HP9T-DFJZ',
  });
  expect(await journal.seal(next)).toEqual({ stream: next, seq: 1, seal: 'NPN0-XFKD-YT6C-D6YE-MRWX' });
});

test('the parts of an event are measured in bytes of UTF-8', () => {
  const link = linkOf('', { stream: 'ü', seq: 7, by: 'a,1:b', body: '{"é":"😀"}' });
  expect(link).toBe('59b94697cfa8edc75e2a56c487c5f39f84201510472a752c7b2be581cc2c3e19');
});

test('a stream that has not begun has the event 0 and a seal of zeros', async () => {
  const { journal } = await recorded();
  const seal = await journal.seal('day:2030-01-01');
  expect(seal).toEqual({ stream: 'day:2030-01-01', seq: 0, seal: '0000-0000-0000-0000-0000' });
});

test.each([
  ['7HP6-DJSY-JCTG-HP9T-DFJZ', '7HP6-DJSY-JCTG-HP9T-DFJZ'],
  [' 7hp6 djsy jctg hp9t dfjz\n', '7HP6-DJSY-JCTG-HP9T-DFJZ'],
  ['OoIl-0000-0000-0000-0000', '0011-0000-0000-0000-0000'],
  ['7HP6-DJSY-JCTG-HP9T', null],
  ['7HP6-DJSY-JCTG-HP9T-DFJU', null],
  ['', null],
])('the seal %j that somebody wrote down is read as %j', (written, read) => {
  expect(readSeal(written)).toBe(read);
});

test('a seal that was read is as it was told, whatever the link', () => {
  const link = 'fedcba9876543210'.repeat(4);
  expect(readSeal(sealOf(link))).toBe(sealOf(link));
});

test('what was recorded is found whole, also after needs were erased', async () => {
  const { journal } = await busy();
  expect(await journal.check()).toBe(null);
});

const after26 = `event 1 of ${next} is not what was recorded, or does not follow what was recorded before that day`;

/** `body` and its checksum, as somebody who knows the tables would do it. */
const changeBody = (where: string, from: string, to: string) =>
  `UPDATE event SET body = replace(body, '${from}', '${to}'), crc = crc_of(replace(body, '${from}', '${to}')) WHERE ${where}`;

test.each([
  [
    'a word of a ticket',
    changeBody('stream = 3 AND seq = 2', 'passport', 'visa'),
    `event 2 of ${next} is not what was recorded`,
  ],
  [
    'a token of the calendar',
    changeBody('stream = 1 AND seq = 3', 't3', 't4'),
    'event 3 of calendar is not what was recorded',
  ],
  [
    'a first day',
    changeBody('stream = 2', '26', '25'),
    `event 1 of ${dayStream} is not what was recorded, or does not follow what was recorded before that day`,
  ],
  [
    'who asked',
    `UPDATE event SET "by" = 'supervisor' WHERE stream = 3 AND seq = 3`,
    `event 3 of ${next} is not what was recorded`,
  ],
  [
    'a link',
    `UPDATE event SET link = zeroblob(32) WHERE stream = 3 AND seq = 2`,
    `event 2 of ${next} is not what was recorded`,
  ],
  [
    'an event that is gone',
    'DELETE FROM event WHERE stream = 3 AND seq = 2',
    `event 2 of ${next} is missing`,
  ],
  [
    'an event that is gone, and its gap closed',
    'DELETE FROM event WHERE stream = 3 AND seq = 2; UPDATE event SET seq = seq - 1 WHERE stream = 3 AND seq > 2',
    `event 2 of ${next} is not what was recorded`,
  ],
  [
    'the last event of a day that is over',
    'DELETE FROM event WHERE stream = 3 AND seq = 4',
    'event 1 of day:2026-11-28 is not what was recorded, or does not follow what was recorded before that day',
  ],
  [
    'the last events of a calendar that a day follows',
    'DELETE FROM event WHERE stream = 1 AND seq > 1',
    'event 2 of calendar is missing',
  ],
  [
    'the events of the last day',
    'DELETE FROM event WHERE stream = 4',
    'day:2026-11-28 has begun and holds nothing',
  ],
  ['a whole day', 'DELETE FROM event WHERE stream = 2; DELETE FROM stream WHERE id = 2', after26],
  [
    'the name of a day',
    `UPDATE stream SET name = 'day:2026-11-20' WHERE id = 2`,
    'event 1 of day:2026-11-20 is not what was recorded, or does not follow what was recorded before that day',
  ],
  ['the calendar that a day follows', 'UPDATE stream SET calendar_seq = 1 WHERE id = 3', after26],
  ['events without their stream', 'DELETE FROM stream WHERE id = 4', 'event 1 is of no stream that is known'],
])('changed behind the journal’s back: %s', async (_, sql, found) => {
  const { database, journal } = await busy();
  database.function('crc_of', (body) => crc32(String(body)));
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  expect(await journal.check()).toBe(found);
});

test('two days that were exchanged are found', async () => {
  const { database, journal } = await busy();
  database.pragma('foreign_keys = OFF');
  for (const [from, to] of [
    [2, 99],
    [3, 2],
    [99, 3],
  ])
    database.exec(
      `UPDATE event SET stream = ${to} WHERE stream = ${from}; UPDATE stream SET id = ${to} WHERE id = ${from}`,
    );
  expect(await journal.check()).toBe(after26);
});

test('an event with a good link of its own, added to a day that is over, is found', async () => {
  const { database, journal } = await busy();
  const row = database.prepare('SELECT body, lower(hex(link)) AS link FROM event WHERE stream = 2').get() as {
    body: string;
    link: string;
  };
  const link = linkOf(row.link, { stream: dayStream, seq: 2, by: 'clock', body: row.body });
  database
    .prepare('INSERT INTO event VALUES (2, 2, ?, ?, ?, unhex(?))')
    .run('clock', row.body, crc32(row.body), link);
  expect(await journal.check()).toBe(after26);
});

test('the journal itself adds nothing to a day once the next has begun', async () => {
  const { journal } = await busy();
  await expect(journal.append(only(to(next, 4, taken(3))))).rejects.toBeInstanceOf(JournalConflict);
  await journal.append(only(to('day:2026-11-28', 2, taken(2)), to('calendar', 3, tokenIssued('t4'))));
  expect(await journal.check()).toBe(null);
});

test('the calendar may begin after a day, in the same commit or later', async () => {
  const memory = openMemory('real');
  const journal = createSqliteJournal(memory, silent, `${temporaryFolder()}/check.sqlite`);
  await journal.append(only(to(dayStream, 0, beganOn('2026-11-26')), to('calendar', 0, tokenIssued('t1'))));
  await journal.append(only(to(next, 0, beganOn('2026-11-27'))));
  expect(await journal.check()).toBe(null);
  memory.database.exec('UPDATE event SET "by" = \'x\' WHERE stream = 2');
  expect(await journal.check()).toBe('event 1 of calendar is not what was recorded');
});
