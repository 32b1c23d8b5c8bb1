/** Midnight: what a visitor needed is nowhere in the files any more, however often their pages were rearranged. */
import { expect, test } from 'vitest';
import { personalColumns } from '../../server/journal/personal-columns.ts';
import type { SqliteJournal } from '../../server/journal/sqlite.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';

import { silent } from '../../server/log.ts';
import { countBytes, temporaryFolder } from './folder.ts';
import { began, codeOf, date, dayStream, ended, only, rowsWith, taken, to } from './office-day.ts';

const open = (folder: string) => openSqliteJournal({ folder, kind: 'real', log: silent });

/** Tickets in an order without order, so that pages fill in the middle and are split again and again. */
async function takeMany(journal: SqliteJournal, tickets: number): Promise<void> {
  await journal.append(only(to(dayStream, 0, began)));
  for (let n = 0; n < tickets; n += 10) {
    const ordinals = Array.from({ length: 10 }, (_, index) => (((n + index) * 7919) % tickets) + 1);
    const events = ordinals.map((ordinal) => taken(ordinal, 'wheelchair'));
    const rows = rowsWith([began], ...events);
    await journal.append({ ...only(to(dayStream, n + 1, ...events)), rows });
  }
}

test('the needs of the day are erased in the commit that ends it, in the file and in its log', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  await takeMany(journal, 2000);
  expect(countBytes(folder, 'wheelchair')).toBeGreaterThan(2000);
  const codes = Array.from({ length: 2000 }, (_, index) => codeOf(index + 1));
  await journal.append(only(to(dayStream, 2001, ended(...codes))));
  expect(countBytes(folder, 'wheelchair')).toBe(0);
  expect(countBytes(folder, 'TicketTaken')).toBeGreaterThanOrEqual(2000);
  await journal.close();
  expect(countBytes(folder, 'wheelchair')).toBe(0);
});

test('a need that comes with the end of its own day is never written; one of the next day stays', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  const next = { ...began, date: '2026-11-27' } as typeof began;
  await journal.append({
    ...only(
      to(dayStream, 0, began, taken(1, 'wheelchair'), ended(codeOf(1))),
      to('day:2026-11-27', 0, next, taken(1, 'deaf')),
    ),
    rows: [{ table: 'ticket_needs', values: { date: '2026-11-27', code: codeOf(1), needs: 'deaf' } }],
  });
  expect(countBytes(folder, 'wheelchair')).toBe(0);
  expect((await journal.load()).day?.events).toEqual([next, taken(1, 'deaf')]);
  await journal.close();
});

test('what is personal is in declared columns alone, and in no body', async () => {
  const folder = temporaryFolder();
  const journal = await open(folder);
  const events = [taken(1, 'wheelchair')];
  const rows = rowsWith([began], ...events);
  await journal.append({ ...only(to(dayStream, 0, began, ...events)), rows });
  await journal.close();
  // Once in the events' column, once in the readable one.
  expect(personalColumns.map(({ table, column }) => `${table}.${column}`)).toEqual([
    'day_personal.personal',
    'screening_personal.personal',
    'day_answer.outcome',
    'calendar_personal.personal',
    'ticket_needs.needs',
  ]);
  expect(countBytes(folder, 'wheelchair')).toBe(2);
  expect(countBytes(folder, date)).toBeGreaterThan(0);
});
