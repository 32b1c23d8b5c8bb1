/** Erased before its time: names of one officer, temperatures of one person. No byte of them is left, and nothing else goes. */
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import type { SqliteJournal } from '../../server/journal/sqlite.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { countBytes, temporaryFolder } from './folder.ts';
import { at, began, beganOn, dayStream, ended, only, taken, to } from './office-day.ts';

const open = (folder: string) => openSqliteJournal({ folder, kind: 'real', log: silent });

/** Long, so that pages fill up and names cross from one to the next. */
const nameOf = (id: string, version = 1): string =>
  `Nama-${id}-${version}-${'x'.repeat((version * 37) % 300)}`;

const added = (id: string): DomainEvent => ({
  type: 'OfficerAdded',
  at: at(0),
  id,
  role: 'counter',
  hash: 'scrypt$1$2$3',
  personalOf: id,
  personal: { name: nameOf(id) },
});

const changed = (id: string, version: number): DomainEvent => ({
  type: 'OfficerChanged',
  at: at(1),
  id,
  role: 'counter',
  personalOf: id,
  personal: { name: nameOf(id, version) },
});

const removed = (id: string): DomainEvent => ({ type: 'OfficerRemoved', at: at(2), id, personalOf: id });

const withoutName = (event: DomainEvent): object => {
  const { personal: _, ...rest } = event as { personal?: object };
  return rest;
};

const screened = (screening: string, attempt: number, celsius: number | null): DomainEvent => ({
  type: 'PersonScreened',
  at: at(attempt),
  admits: celsius === null,
  personal: {
    screening,
    verdict: celsius === null ? 'admitted' : 'retest',
    attempt,
    retestAt: null,
    celsius,
    kind: 'forehead',
  },
});

const erased = (screening: string): DomainEvent => ({ type: 'ReadingsErased', at: at(30), screening });

/** Sixty officers, each renamed five times, in an order without order. @returns the calendar's events */
async function manyOfficers(journal: SqliteJournal): Promise<DomainEvent[]> {
  const ids = Array.from({ length: 60 }, (_, index) => `o${(index * 23) % 60}`);
  const events = [1, 2, 3, 4, 5, 6].flatMap((version) =>
    ids.map((id) => (version === 1 ? added(id) : changed(id, version))),
  );
  for (const [index, event] of events.entries()) await journal.append(only(to('calendar', index, event)));
  return events;
}

test('names of officers are in the calendar after a restart', async () => {
  const folder = temporaryFolder();
  const before = await open(folder);
  await before.append(only(to('calendar', 0, added('budi'), changed('budi', 2))));
  await before.close();
  const journal = await open(folder);
  expect(await journal.read('calendar')).toEqual([added('budi'), changed('budi', 2)]);
  expect((await journal.history('calendar')).map(({ event }) => event)).toEqual(
    [added('budi'), changed('budi', 2)].map(withoutName),
  );
  await journal.close();
});

test('every name of a removed officer is gone from file and log in the same commit, all others stay', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  const events = await manyOfficers(journal);
  expect(countBytes(folder, 'Nama-o7-')).toBeGreaterThanOrEqual(6);
  await journal.append(only(to('calendar', events.length, removed('o7'))));
  expect(countBytes(folder, 'Nama-o7-')).toBe(0);
  const left = events.map((event) =>
    JSON.stringify(event).includes('Nama-o7-') ? withoutName(event) : event,
  );
  expect(await journal.read('calendar')).toEqual([...left, removed('o7')]);
  expect(await journal.check()).toBe(null);
  await journal.close();
  expect(countBytes(folder, 'Nama-o7-')).toBe(0);
  expect(countBytes(folder, 'Nama-o8-')).toBe(6);
});

test('all officers one after the other: no byte of any removed one is left', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  let seq = (await manyOfficers(journal)).length;
  for (let officer = 0; officer < 60; officer++) {
    await journal.append(only(to('calendar', seq++, removed(`o${officer}`))));
    const left = Array.from({ length: officer + 1 }, (_, index) => countBytes(folder, `Nama-o${index}-`));
    expect(left.filter((count) => count > 0)).toEqual([]);
  }
  expect(countBytes(folder, 'Nama-')).toBe(0);
  await journal.close();
});

test('an officer who is added again after the removal, in the same commit or later, has a name', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  await journal.append(only(to('calendar', 0, added('budi'), removed('budi'), changed('budi', 2))));
  const first = [withoutName(added('budi')), removed('budi'), changed('budi', 2)];
  expect(await journal.read('calendar')).toEqual(first);
  expect(countBytes(folder, 'Nama-budi-1')).toBe(0);
  await journal.append(only(to('calendar', 3, removed('budi'))));
  await journal.append(only(to('calendar', 4, added('budi'))));
  expect((await journal.read('calendar')).at(-1)).toEqual(added('budi'));
  expect(countBytes(folder, 'Nama-budi-2')).toBe(0);
  await journal.close();
});

test('the end of a day leaves the names of officers', async () => {
  const journal = await open(':memory:');
  await journal.append(only(to('calendar', 0, added('budi')), to(dayStream, 0, began)));
  await journal.append(only(to(dayStream, 1, ended()), to('day:2026-11-27', 0, beganOn('2026-11-27'))));
  expect(await journal.read('calendar')).toEqual([added('budi')]);
});

test('an append that lost a race erases nothing', async () => {
  const journal = await open(':memory:');
  await journal.append(only(to('calendar', 0, added('budi'))));
  await expect(
    journal.append(only(to('calendar', 1, removed('budi')), to(dayStream, 7, began))),
  ).rejects.toThrow();
  expect(await journal.read('calendar')).toEqual([added('budi')]);
});

test('temperatures of one person go from file and log, the verdicts and everybody else’s stay', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  const people = Array.from({ length: 300 }, (_, index) => `s${index}`);
  const readings = people.flatMap((id, index) => [
    screened(id, 1, 38 + (index + 1) / 1000),
    screened(id, 2, 39 + (index + 1) / 1000),
  ]);
  await journal.append(only(to(dayStream, 0, began, taken(1, 'deaf'), screened('passed', 1, null))));
  for (const [index, event] of readings.entries())
    await journal.append(only(to(dayStream, 3 + index, event)));
  // The person 76: 38.077 and 39.077.
  expect(countBytes(folder, '38.077') + countBytes(folder, '39.077')).toBeGreaterThanOrEqual(2);
  await journal.append(only(to(dayStream, 603, erased('s76'))));
  expect(countBytes(folder, '38.077') + countBytes(folder, '39.077')).toBe(0);
  expect(countBytes(folder, '38.078') + countBytes(folder, '39.078')).toBe(2);
  const read = await journal.read(dayStream);
  expect(read.slice(1, 3)).toEqual([taken(1, 'deaf'), screened('passed', 1, null)]);
  expect(read[3 + 152]).toMatchObject({
    personal: { screening: 's76', verdict: 'retest', attempt: 1, celsius: null },
  });
  expect(read[3 + 153]).toMatchObject({
    personal: { screening: 's76', verdict: 'retest', attempt: 2, celsius: null },
  });
  expect(read[3 + 154]).toEqual(readings[154]);
  await journal.close();
});

test('the end of the day takes all that the door said, also what nobody erased', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  await journal.append(only(to(dayStream, 0, began, screened('s1', 1, 38.511), screened('s2', 1, null))));
  expect(countBytes(folder, '38.511')).toBeGreaterThan(0);
  await journal.append(only(to(dayStream, 3, ended())));
  expect(countBytes(folder, '38.511') + countBytes(folder, 'forehead')).toBe(0);
  await journal.close();
});

test('who is let in after a second reading leaves no temperature; who sits and waits keeps theirs', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  const waiting = screened('s2', 1, 38.622);
  await journal.append(only(to(dayStream, 0, began, screened('s1', 1, 38.511), waiting)));
  await journal.append(only(to(dayStream, 3, screened('s1', 2, null))));
  expect(countBytes(folder, '38.511')).toBe(0);
  const [, first, second, third] = await journal.read(dayStream);
  expect(first).toMatchObject({ personal: { screening: 's1', verdict: 'retest', celsius: null } });
  expect([second, third]).toEqual([waiting, screened('s1', 2, null)]);
  await journal.close();
});
