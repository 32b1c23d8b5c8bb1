/** Reports of a journal: what is kept is read, what is missing is counted and kept, and nothing is held up meanwhile. */
import { expect, test } from 'vitest';
import { dateIn } from '../../server/domain/hours/hours.ts';
import { decodeCounts } from '../../server/figures/encode-counts.ts';
import type { DayFacts } from '../../server/figures/facts.ts';
import type { FactsJournal } from '../../server/figures/reports.ts';
import { createReports } from '../../server/figures/reports.ts';
import { contoh } from '../domain/office.ts';
import { date, facts, step, ticket } from './facts.ts';
import { inside, journalOf, need } from './kept.ts';
import { rowsOf, totalsOf } from './reading.ts';

const day = (on: string, count = 1): DayFacts =>
  facts({ date: on, tickets: Array.from({ length: count }, () => ticket()), steps: [step()] });

test('past dates are counted once and kept, today and later ones each time', async () => {
  const { journal, kept, read } = journalOf([
    day('2026-11-24'),
    day('2026-11-25', 2),
    day(date, 3),
    day('2026-11-27'),
  ]);
  const reports = createReports(need(journal));
  const first = await reports.report(inside('2026-11-25', '2026-11-27'));
  expect(totalsOf(first)).toMatchObject({ issued: 6, waits: 3 });
  expect(totalsOf(first, 'before')).toMatchObject({ issued: 1 });
  expect(first.range).toEqual({ from: '2026-11-25', to: '2026-11-27', days: 3 });
  expect(first.before).toEqual({ from: '2026-11-22', to: '2026-11-24', days: 1 });
  expect(first.yearBefore).toEqual({ from: '2025-11-25', to: '2025-11-27', days: 0 });
  expect([...kept.keys()].toSorted()).toEqual(['2026-11-24', '2026-11-25']);
  read.length = 0;
  expect(await reports.report(inside('2026-11-25', '2026-11-27'))).toEqual(first);
  expect(read).toEqual([date, '2026-11-27']);
});

test('what was kept by another version, or with other hours, is counted anew', async () => {
  const { journal, kept, read } = journalOf([day('2026-11-24')]);
  const report = (timeZone: string) =>
    createReports(
      need(journal, { office: () => ({ office: contoh({ timeZone }), officers: new Map() }) }),
    ).report(inside('2026-11-24', '2026-11-24'));
  kept.set('2026-11-24', new Uint8Array([1, 2, 3]));
  expect(rowsOf(await report('Asia/Makassar'), 'hours')['08']).toMatchObject({ issued: 1 });
  expect(rowsOf(await report('Asia/Jakarta'), 'hours')['07']).toMatchObject({ issued: 1 });
  expect(read).toEqual(['2026-11-24', '2026-11-24']);
  expect(decodeCounts(kept.get('2026-11-24') ?? new Uint8Array())?.timeZone).toBe('Asia/Jakarta');
});

test('a full disk hides no figures', async () => {
  const { journal } = journalOf([day('2026-11-24')]);
  const full = {
    ...journal,
    keepCounted: () => {
      throw new Error('the disk is full');
    },
  };
  const report = await createReports(need(full)).report(inside('2026-11-24', '2026-11-24'));
  expect(totalsOf(report)).toMatchObject({ issued: 1 });
});

test('what is no range is refused', async () => {
  const { journal } = journalOf([]);
  const { report } = createReports(need(journal));
  await expect(report(inside('2026-11-26', '2026-11-25'))).rejects.toThrow(RangeError);
  await expect(report(inside('2000-01-01', '2026-11-25'))).rejects.toThrow(RangeError);
});

test('an empty range has all sections, no rows, and totals of nought', async () => {
  const { journal } = journalOf([]);
  const report = await createReports(need(journal)).report(inside('2020-01-01', '2020-12-31'));
  expect(report.sections.filter(({ rows }) => rows.length > 0).map(({ id }) => id)).toEqual(['totals']);
  expect(totalsOf(report)).toEqual({});
  expect(report.names).toEqual({});
});

test('a year of dates is each of them once, also where the ranges overlap', async () => {
  const dates = Array.from({ length: 1100 }, (_, days) => dateIn('2023-01-01', days));
  const { journal, read } = journalOf(dates.map((of) => day(of)));
  const report = await createReports(need(journal)).report(inside('2025-01-01', '2025-12-31'));
  expect(report.range.days).toBe(365);
  expect(totalsOf(report)).toMatchObject({ issued: 365 });
  expect(totalsOf(report, 'before')).toMatchObject({ issued: 365 });
  // 2024 had a leap day: its first date is in the year before by dates alone.
  expect(totalsOf(report, 'yearBefore')).toMatchObject({ issued: 366 });
  expect(Object.keys(rowsOf(report, 'days'))).toHaveLength(365);
  expect(new Set(read).size).toBe(read.length);
});

/** A clock on which each reading takes a millisecond, and turns that are counted. */
function slowMachine() {
  const turns: string[] = [];
  let now = 0;
  return {
    turns,
    clock: () => now++,
    pause: async () => {
      turns.push('turn');
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('between two turns only a few dates are read, however many reports are made at once', async () => {
  const dates = Array.from({ length: 40 }, (_, days) => dateIn('2026-10-01', days));
  const { journal } = journalOf(dates.map((of) => day(of)));
  const { turns, ...machine } = slowMachine();
  const said: string[] = turns;
  const telling: FactsJournal = {
    ...journal,
    counted: (of) => {
      if (of.length === date.length) said.push('date');
      return journal.counted(of);
    },
  };
  const { report } = createReports(need(telling, machine));
  await Promise.all([1, 2, 3].map(() => report(inside('2026-10-01', '2026-11-09'))));
  const slices = said
    .join(' ')
    .split('turn')
    .map((slice) => slice.split('date').length - 1);
  expect(Math.max(...slices)).toBeLessThanOrEqual(3);
  expect(slices.reduce((sum, count) => sum + count, 0)).toBe(120);
});

test('reports that are made at once go on in turn: a short one does not wait for a long one', async () => {
  const dates = Array.from({ length: 300 }, (_, days) => dateIn('2026-01-01', days));
  const { journal } = journalOf(dates.map((of) => day(of)));
  const { report } = createReports(need(journal, slowMachine()));
  const done: string[] = [];
  const long = report(inside('2026-01-01', '2026-10-27')).then(() => done.push('long'));
  const short = report(inside('2026-02-01', '2026-02-01')).then(() => done.push('short'));
  await Promise.all([long, short]);
  expect(done).toEqual(['short', 'long']);
});

test('warming counts what is missing of the past, the latest first, and can be stopped', async () => {
  const dates = Array.from({ length: 12 }, (_, days) => dateIn('2026-11-16', days));
  const { journal, kept, read } = journalOf(dates.map((of) => day(of)));
  const known = await (async () => {
    await createReports(need(journal)).report(inside('2026-11-20', '2026-11-20'));
    return read.splice(0);
  })();
  expect(known).toContain('2026-11-20');
  const { warm } = createReports(need(journal, slowMachine()));
  const stopped = warm();
  stopped.stop();
  await stopped.done;
  expect(read).toEqual([]);
  await warm().done;
  expect(read.slice(0, 2)).toEqual(['2026-11-25', '2026-11-24']);
  expect(kept.size).toBe(10);
  await warm().done;
  expect(read.length + known.length).toBe(10);
});
