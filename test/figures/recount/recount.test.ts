/** Reports made through tables, kept counts and sums say what a slow recount of the journal's own events says. */
import { expect, test } from 'vitest';
import type { CalendarEvent, DayEvent } from '../../../server/domain/events.ts';
import type { FactsJournal, Reports } from '../../../server/figures/reports.ts';
import { createReports } from '../../../server/figures/reports.ts';
import { replayDay } from '../../../server/hub/replay.ts';
import type { Journal } from '../../../server/journal/journal.ts';
import { openDatabase } from '../../../server/journal/open-database.ts';
import { rebuildTables } from '../../../server/journal/rebuild-tables.ts';
import { openSqliteJournal } from '../../../server/journal/sqlite.ts';
import { silent } from '../../../server/log.ts';
import { temporaryFolder } from '../../journal/folder.ts';
import { recording } from '../../journal/record.ts';
import { columns } from './columns.ts';
import { differences } from './compare.ts';
import { dates, livelyDays } from './lively-days.ts';
import { livelyOffice } from './lively-office.ts';
import type { History } from './recount.ts';

const { timeZone } = livelyOffice(9);
const last = dates.at(-1) ?? '';

/** As the streams have it: nothing but what was recorded. */
async function historyOf(journal: Journal): Promise<History> {
  const days = new Map<string, readonly DayEvent[]>();
  for (const stream of await journal.streams())
    if (stream !== 'calendar') days.set(stream.slice(4), (await journal.read(stream)) as DayEvent[]);
  const calendar = (await journal.read('calendar')) as CalendarEvent[];
  return { calendar, days, timeZone };
}

const reportsOf = (journal: FactsJournal, today = last): Reports =>
  createReports({
    journal,
    office: () => ({ office: livelyOffice(9), officers: new Map() }),
    rehearsal: false,
    today: () => today,
    at: () => '2026-11-27T09:00:00.000Z',
  });

const ranges = [
  ...dates.map((date) => ({ from: date, to: date })),
  { from: '2026-11-26', to: '2026-11-27' },
  { from: '2026-11-24', to: '2026-11-30' },
];

/** Of every range, each asked twice: what is kept is the same as what is counted. */
async function wrongIn(journal: Journal, today?: string): Promise<string[]> {
  const reports = reportsOf(journal, today);
  const history = await historyOf(journal);
  const wrong: string[] = [];
  for (const range of [...ranges, ...ranges])
    for (const line of differences(await reports.report({ ...range, outside: false }), history))
      wrong.push(`${range.from} to ${range.to}: ${line}`);
  return wrong;
}

test.each([1, 2, 3, 4, 5, 6])(
  'random days are counted alike, while the last goes on and afterwards (%i)',
  async (seed) => {
    const day = livelyDays(seed);
    const { journal, records } = recording();
    await records(day.events, 1 + (seed % 4));
    expect(await wrongIn(journal)).toEqual([]);
    expect(journal.counted('2026-11-26')).not.toBeNull();
    expect(journal.counted(last)).toBeNull();
    await records(day.later(), 2);
    expect(await wrongIn(journal, '2026-11-28')).toEqual([]);
    expect(journal.counted(last)).not.toBeNull();
    await rebuildTables(journal, replayDay);
    expect(journal.counted(last)).toBeNull();
    expect(await wrongIn(journal, '2026-11-28')).toEqual([]);
  },
);

test('the same days are counted alike after a restart', async () => {
  const folder = temporaryFolder();
  const day = livelyDays(7);
  const first = recording(openDatabase(folder, 'real'));
  await first.records(day.events, 3);
  expect(await wrongIn(first.journal)).toEqual([]);
  await first.journal.close();
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  expect(journal.counted('2026-11-26')).not.toBeNull();
  expect(await wrongIn(journal)).toEqual([]);
  await journal.close();
});

test('what becomes known later throws away what was kept of its date, and is counted', async () => {
  const day = livelyDays(8);
  const { journal, records } = recording();
  await records(day.events, 5);
  expect(await wrongIn(journal)).toEqual([]);
  const reports = reportsOf(journal, '2026-11-28');
  const range = { from: '2026-11-24', to: '2026-11-27', outside: false };
  const before = await reports.report(range);
  const happened = day.later();
  const types = new Set(happened.map(({ type }) => type));
  expect(types).toContain('ClaimClosed');
  expect(types).toContain('OffsiteRecorded');
  await records(happened, 1);
  const after = await reports.report(range);
  expect(after.sections).not.toEqual(before.sections);
  expect(differences(after, await historyOf(journal))).toEqual([]);
});

test('everything that a report tells happens in these days', async () => {
  const missing = new Set(
    Object.entries(columns).flatMap(([id, all]) => all.map(([name]) => `${id} ${name}`)),
  );
  for (const seed of [1, 2, 3, 4]) {
    const { journal, records } = recording();
    await records(livelyDays(seed).events, 100);
    const report = await reportsOf(journal).report({ from: dates[0], to: last, outside: false });
    for (const { id, columns: all, rows } of report.sections)
      for (const [place, column] of all.entries())
        if (rows.some(({ figures }) => (figures[place]?.now ?? 0) !== 0))
          missing.delete(`${id} ${column.id}`);
  }
  expect([...missing]).toEqual([]);
});

test('any single figure that is wrong is found, and a row that is missing', async () => {
  const { journal, records } = recording();
  await records(livelyDays(1).events, 100);
  const report = await reportsOf(journal).report({ from: '2026-11-26', to: '2026-11-26', outside: false });
  const history = await historyOf(journal);
  const unnoticed: string[] = [];
  for (const { id, columns: all, rows } of report.sections)
    for (const [place, column] of all.entries()) {
      const figure = rows[0]?.figures[place];
      if (!figure) continue;
      const { now } = figure;
      figure.now = typeof now === 'number' ? now + 1 : 1;
      const found = differences(report, history);
      if (found.length !== 1 || !found[0]?.includes(column.id)) unnoticed.push(`${id} ${column.id}`);
      figure.now = now;
    }
  expect(unnoticed).toEqual([]);
  for (const { rows } of report.sections) rows.shift();
  const lost = new Set(differences(report, history).map((line) => line.split(',')[0]));
  expect([...lost].length).toBeGreaterThan(15);
});
