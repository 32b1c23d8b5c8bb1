/** The history of a stream: page by page, with who asked, and nothing personal. */
import { expect, test } from 'vitest';
import type { DayEvent } from '../../server/domain/events.ts';
import { openMemory } from '../../server/journal/open-database.ts';
import { createSqliteJournal, openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { at, began, codeOf, dayStream, ended, only, taken, to } from './office-day.ts';

/** Nine thousand tickets, the first of them with a need; then the end of the day. */
async function longDay() {
  const journal = await openSqliteJournal({ folder: ':memory:', kind: 'real', log: silent });
  const tickets = Array.from({ length: 8999 }, (_, index) => taken(index + 2));
  await journal.append(only(to(dayStream, 0, began, taken(1, 'wheelchair'), ...tickets)));
  return journal;
}

test('a page says who asked for what, without needs', async () => {
  const journal = await longDay();
  await journal.append({
    ...only({ stream: dayStream, after: 9001, events: [{ by: 'clock', event: ended(codeOf(1)) }] }),
  });
  expect(await journal.history(dayStream, { most: 2 })).toEqual([
    { seq: 1, by: 'token:kiosk', event: began },
    { seq: 2, by: 'token:kiosk', event: taken(1) },
  ]);
  expect(await journal.history(dayStream, { after: 9001 })).toEqual([
    { seq: 9002, by: 'clock', event: ended(codeOf(1)) },
  ]);
});

test.each([
  ['500 when nothing is said', {}, 1, 500],
  ['1000 at most', { most: 5000 }, 1, 1000],
  ['as many as asked for', { most: 3, after: 500 }, 501, 503],
  ['what is left at the end', { after: 8990 }, 8991, 9001],
])('a page has %s', async (_, options, first, last) => {
  const seqs = (await (await longDay()).history(dayStream, options)).map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: last - first + 1 }, (_, index) => first + index));
});

test.each([{ after: 9001 }, { most: 0 }, { most: -1 }, { types: [] }, { types: ['DayEnded'] }])(
  'there is nothing for %j',
  async (options) => {
    expect(await (await longDay()).history(dayStream, options)).toEqual([]);
  },
);

test('a stream that has not begun has no history', async () => {
  expect(await (await longDay()).history('calendar')).toEqual([]);
});

test('few events of a type are found among many others, in order and page by page', async () => {
  const journal = await longDay();
  await journal.append(only(to(dayStream, 9001, ended())));
  const types = ['DayEnded', 'DayBegan'];
  const seqs = async (options: object) =>
    (await journal.history(dayStream, { ...options, types })).map(({ seq }) => seq);
  expect(await seqs({})).toEqual([1, 9002]);
  expect(await seqs({ most: 1 })).toEqual([1]);
  expect(await seqs({ after: 1 })).toEqual([9002]);
  const tickets = await journal.history(dayStream, { after: 3000, types: ['TicketTaken'] });
  expect([tickets.length, tickets[0]?.seq, tickets.at(-1)?.seq]).toEqual([500, 3001, 3500]);
});

test('none is left out where one look ends and the next begins', async () => {
  const journal = await longDay();
  const returned: DayEvent = { type: 'VisitReturned', at: at(1), code: codeOf(1) };
  const every100th = Array.from({ length: 6000 }, (_, index) =>
    index % 100 === 0 ? returned : taken(index),
  );
  await journal.append(only(to(dayStream, 9001, ...every100th)));
  const found = await journal.history(dayStream, { after: 1, types: ['VisitReturned'] });
  expect(found.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, index) => 9002 + index * 100));
  const later = await journal.history(dayStream, { after: 9001, types: ['VisitReturned'], most: 41 });
  expect(later.map(({ seq }) => seq)).toEqual(found.slice(0, 41).map(({ seq }) => seq));
});

test('a body that is not what was written is refused', async () => {
  const memory = openMemory('real');
  const journal = createSqliteJournal(memory, silent, `${temporaryFolder()}/check.sqlite`);
  await journal.append(only(to(dayStream, 0, began, taken(1))));
  memory.database.exec("UPDATE event SET body = replace(body, 'passport', 'visa')");
  await expect(journal.history(dayStream)).rejects.toThrow(`event 2 of ${dayStream} is not what was written`);
});
