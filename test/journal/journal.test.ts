/** The journal keeps what it was given: streams, answers, and what is personal apart from the rest. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { StoredAnswer } from '../../server/journal/journal.ts';
import { JournalConflict } from '../../server/journal/journal.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { at, began, codeOf, dayStream, ended, only, taken, to, tokenIssued } from './office-day.ts';

const open = (folder = ':memory:') => openSqliteJournal({ folder, kind: 'real', log: silent });
const nothing = { calendar: [], calendarSeq: 0, day: null };

test('a new journal holds nothing', async () => {
  expect(await (await open()).load()).toEqual(nothing);
});

test('what was appended is there after a restart: both streams, in order, with what is personal', async () => {
  const folder = temporaryFolder();
  const before = await open(folder);
  await before.append(
    only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 0, began, taken(1, 'wheelchair'))),
  );
  await before.append(only(to(dayStream, 2, taken(2)), to('calendar', 1, tokenIssued('t2'))));
  await before.close();

  const after = await open(folder);
  expect(after.unclean).toBe(false);
  const loaded = await after.load();
  expect(loaded.calendar).toEqual([tokenIssued('t1'), tokenIssued('t2')]);
  expect(loaded.calendarSeq).toBe(2);
  expect(loaded.day).toEqual({
    stream: dayStream,
    seq: 3,
    events: [began, taken(1, 'wheelchair'), taken(2)],
  });
  await after.close();
});

test('load gives the last day begun; the days before it can still be read', async () => {
  const journal = await open();
  await journal.append(only(to('day:2026-11-25', 0, { ...began, date: '2026-11-25' } as typeof began)));
  await journal.append(only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 0, began)));
  expect((await journal.load()).day?.stream).toBe(dayStream);
  expect(await journal.streams()).toEqual(['day:2026-11-25', 'calendar', dayStream]);
  expect(await journal.read('day:2026-11-25')).toEqual([{ ...began, date: '2026-11-25' }]);
  expect(await journal.read('day:2026-11-24')).toEqual([]);
});

test('an append that lost a race leaves nothing behind: neither stream, nor answers, nor rows', async () => {
  const journal = await open();
  await journal.append(only(to('calendar', 0, tokenIssued('t1')), to(dayStream, 0, began)));
  const answer = { account: 'kiosk', key: 'k1', body: null, at: at(1), outcome: '{}' };
  const late = {
    streams: [to('calendar', 1, tokenIssued('t2')), to(dayStream, 0, taken(1))],
    answers: [answer],
    rows: [],
  };
  await expect(journal.append(late)).rejects.toBeInstanceOf(JournalConflict);
  expect((await journal.load()).calendar).toEqual([tokenIssued('t1')]);
  expect((await journal.load()).day?.events).toEqual([began]);
  expect(await journal.findAnswers([{ account: 'kiosk', key: 'k1' }])).toEqual([]);
});

test.each([
  ['a stream ahead of what is stored', 1],
  ['a stream behind what is stored', 3],
])('%s is refused', async (_, after) => {
  const journal = await open();
  await journal.append(only(to(dayStream, 0, began, taken(1))));
  await expect(journal.append(only(to(dayStream, after, taken(2))))).rejects.toBeInstanceOf(JournalConflict);
});

test('personal data is refused where nobody has said whose it is or when it goes', async () => {
  const journal = await open();
  await expect(journal.append(only(to('calendar', 0, taken(1, 'deaf'))))).rejects.toThrow('no place');
  expect(await journal.load()).toEqual(nothing);
});

test('RE3 an answer is found by account and key, with the fingerprint of its request', async () => {
  const journal = await open();
  const answers: StoredAnswer[] = [
    { account: 'device:box-3', key: '7F3A-17', body: 'f1', at: at(1), outcome: '{"ok":true}' },
    { account: 'kiosk', key: '7F3A-17', body: null, at: at(1), outcome: '{"ok":false}' },
  ];
  await journal.append({ streams: [], answers, rows: [] });
  const asked = [
    { account: 'device:box-3', key: '7F3A-17' },
    { account: 'device:box-3', key: '7F3A-18' },
  ];
  expect(await journal.findAnswers(asked)).toEqual([{ ...answers[0], at: at(0) }]);
});

test('RE3 the time of an answer is kept to the hour, so that it tells nobody who stood at the door then', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  const answer = (key: string, given: number) => ({
    account: 'a',
    key,
    body: null,
    at: given,
    outcome: '{}',
  });
  const times = [at(0), at(1), at(59.99), at(60), at(119)];
  await journal.append({ streams: [], answers: times.map((time, key) => answer(`${key}`, time)), rows: [] });
  await journal.close();
  const database = new Database(join(folder, 'loket.sqlite'));
  expect(database.prepare('SELECT at FROM answer ORDER BY key').pluck().all()).toEqual([
    1795651200000, 1795651200000, 1795651200000, 1795654800000, 1795654800000,
  ]);
  database.close();
});

test('RE3 the beginning of a day forgets answers older than 48 hours, and no others', async () => {
  const journal = await open();
  const hours = (count: number) => at(-count * 60);
  const answer = (key: string, given: number) => ({
    account: 'a',
    key,
    body: null,
    at: given,
    outcome: '{}',
  });
  await journal.append({
    streams: [],
    answers: [answer('old', hours(49)), answer('young', hours(47)), answer('just', at(-48 * 60 + 0.5))],
    rows: [],
  });
  await journal.append(only(to(dayStream, 0, began)));
  const found = await journal.findAnswers([
    { account: 'a', key: 'old' },
    { account: 'a', key: 'young' },
    { account: 'a', key: 'just' },
  ]);
  expect(found.map(({ key }) => key)).toEqual(['young', 'just']);
});

test('a day that has ended is read without what was personal, and everything else is there (RE2)', async () => {
  const journal = await open();
  await journal.append(only(to(dayStream, 0, began, taken(1, 'wheelchair'))));
  await journal.append(only(to(dayStream, 2, ended(codeOf(1)))));
  expect(await journal.read(dayStream)).toEqual([began, taken(1), ended(codeOf(1))]);
});

test('a probe writes nothing that can be read', async () => {
  const journal = await open();
  await journal.probe();
  expect(await journal.load()).toEqual(nothing);
});
