/** Months that are over are kept as one sum: every figure is the same as from their dates, also after a change of one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../server/contract/report.ts';
import { dateIn, daysBetween } from '../../server/domain/hours/hours.ts';
import { decodeMonth } from '../../server/figures/encode-month.ts';
import type { DayFacts } from '../../server/figures/facts.ts';
import type { DateRange } from '../../server/figures/ranges.ts';
import { createReports } from '../../server/figures/reports.ts';
import { contoh } from '../domain/office.ts';
import { clock, date, facts, step, ticket } from './facts.ts';
import { inside, journalOf, need } from './kept.ts';
import { randomFacts } from './random-facts.ts';
import { reportOf, rowsOf, totalsOf } from './reading.ts';

/** With a leap year, and dates of the month that goes on. */
const first = '2023-11-20';
const length = daysBetween(first, date) + 3;
/** On Sundays nothing happens. Each date is other than the one before, and some are alike. */
const years = (days: readonly DayFacts[]): DayFacts[] =>
  Array.from({ length }, (_, at) => dateIn(first, at))
    .filter((on) => new Date(on).getUTCDay() !== 0)
    .map((on, at) => dayLike(days[at % days.length] as DayFacts, on));

/** The same on another date. */
function dayLike(day: DayFacts, on: string): DayFacts {
  const moved = JSON.stringify({ ...day, date: on }).replaceAll(`"${date}T`, `"${on}T`);
  return JSON.parse(moved) as DayFacts;
}

const someDays = (): DayFacts[] => fc.sample(randomFacts(date, 12), { numRuns: 23, seed: 7 });
const anyRange = fc
  .tuple(fc.integer({ min: -40, max: length }), fc.oneof(fc.nat(40), fc.nat(length)))
  .map(([from, more]) => ({ from: dateIn(first, from), to: dateIn(first, from + more) }));
const notable: DateRange[] = [
  { from: '2024-02-01', to: '2024-02-29' },
  { from: '2024-02-29', to: '2024-03-31' },
  { from: '2025-02-01', to: '2025-02-28' },
  { from: '2024-12-31', to: '2026-01-01' },
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2026-10-01', to: '2026-10-31' },
  { from: '2026-10-31', to: '2026-11-30' },
  { from: '2026-10-10', to: '2026-10-20' },
  { from: first, to: date },
];

test('a report made of kept months is, value by value, the one made of their dates', async () => {
  const { journal, kept, read, days } = journalOf(years(someDays()));
  const reports = createReports(need(journal));
  await reports.warm().done;
  expect([...kept.keys()].filter((of) => of.length === 7)).toHaveLength(36);
  expect(kept.has('2026-10') && kept.has('2023-11') && !kept.has('2026-11')).toBe(true);
  read.length = 0;
  const property = fc.asyncProperty(anyRange, fc.boolean(), async (range, outside) => {
    const made = await reports.report({ ...range, outside });
    expect(made).toEqual(reportOf({ days: days(), range, outside }));
  });
  await fc.assert(property, { numRuns: 20, examples: notable.map((range) => [range, false]) });
  expect(read.filter((of) => of < date)).toEqual([]);
});

const simple = (on: string, count = 1): DayFacts =>
  facts({ date: on, tickets: Array.from({ length: count }, () => ticket()), steps: [step()] });
const dates = (from: string, count: number) => Array.from({ length: count }, (_, at) => dateIn(from, at));
const october = dates('2026-10-01', 31);
const whole = inside('2026-10-01', '2026-10-31');
const issued = (report: Report) => totalsOf(report)?.issued;

test('a month is read as one, and not date by date', async () => {
  const { journal } = journalOf(october.map((on) => simple(on)));
  const asked: string[] = [];
  const counted = (of: string) => {
    asked.push(of);
    return journal.counted(of);
  };
  const telling = { ...journal, counted };
  const { report } = createReports(need(telling));
  const before = await report(whole);
  asked.length = 0;
  expect(await report(whole)).toEqual(before);
  expect(asked).toEqual(['2026-10']);
});

test('after a late change of a date its month is added up anew', async () => {
  const { journal, read, changes } = journalOf(october.map((on) => simple(on)));
  const { report } = createReports(need(journal));
  expect(issued(await report(whole))).toBe(31);
  changes(simple('2026-10-17', 5));
  read.length = 0;
  const after = await report(whole);
  expect(issued(after)).toBe(35);
  expect(rowsOf(after, 'days')['2026-10-17']).toMatchObject({ issued: 5 });
  expect(read).toEqual(['2026-10-17']);
});

test('a month of which a date becomes known later has it', async () => {
  const { journal, kept, changes } = journalOf(october.slice(1).map((on) => simple(on)));
  const { report } = createReports(need(journal));
  expect(issued(await report(whole))).toBe(30);
  const month = kept.get('2026-10') ?? new Uint8Array();
  changes(simple('2026-10-01'));
  expect(issued(await report(whole))).toBe(31);
  // Also where the month was not thrown away: it has fewer dates.
  kept.set('2026-10', month);
  expect(issued(await report(whole))).toBe(31);
});

test.each([1, 4, 20])('a change while the month is added up is not lost (turn %i)', async (turn) => {
  const { journal, kept, changes } = journalOf(october.map((on) => simple(on)));
  let [now, turns] = [0, 0];
  const { report } = createReports(
    need(journal, {
      clock: () => (now += 5),
      pause: async () => {
        turns += 1;
        if (turns === turn) for (const on of october) changes(simple(on, 2));
      },
    }),
  );
  // Somebody else counts the changed date before the month is all added up.
  const both = await Promise.all([report(whole), report(inside('2026-10-01', '2026-10-02'))]);
  expect(turns).toBeGreaterThan(30);
  expect(both).toHaveLength(2);
  expect(issued(await report(whole))).toBe(62);
  expect(decodeMonth(kept.get('2026-10') ?? new Uint8Array())?.days.size).toBe(31);
});

test('a month with hours of another time zone is added up anew, and kept with these', async () => {
  const { journal, kept } = journalOf(october.map((on) => simple(on)));
  const report = (timeZone: string) =>
    createReports(
      need(journal, { office: () => ({ office: contoh({ timeZone }), officers: new Map() }) }),
    ).report(whole);
  expect(rowsOf(await report('Asia/Makassar'), 'hours')['08']).toMatchObject({ issued: 31 });
  expect(rowsOf(await report('Asia/Jakarta'), 'hours')['07']).toMatchObject({ issued: 31 });
  expect(decodeMonth(kept.get('2026-10') ?? new Uint8Array())?.timeZone).toBe('Asia/Jakarta');
});

test('bytes that are no month of this version are not believed', async () => {
  const { journal, kept } = journalOf(october.map((on) => simple(on)));
  const { report } = createReports(need(journal));
  const right = await report(whole);
  const month = kept.get('2026-10') ?? new Uint8Array();
  for (const wrong of [month.with(4, 0), month.subarray(0, -1), new Uint8Array([1, 2, 3])]) {
    kept.set('2026-10', wrong);
    expect(await report(whole)).toEqual(right);
    expect(kept.get('2026-10')).toEqual(month);
  }
});

test('a full disk hides no month', async () => {
  const { journal } = journalOf(october.map((on) => simple(on)));
  const keepCounted = () => {
    throw new Error('the disk is full');
  };
  expect(issued(await createReports(need({ ...journal, keepCounted })).report(whole))).toBe(31);
});

test('the month that goes on, and later ones, are added up from their dates', async () => {
  const { journal, kept } = journalOf(dates('2026-11-01', 61).map((on) => simple(on)));
  const { report } = createReports(need(journal));
  expect(issued(await report(inside('2026-11-01', '2026-12-31')))).toBe(61);
  expect([...kept.keys()].filter((of) => of.length === 7)).toEqual([]);
  const next = createReports(need(journal, { today: () => '2026-12-01' }));
  expect(issued(await next.report(inside('2026-11-01', '2026-11-30')))).toBe(30);
  expect(kept.has('2026-11')).toBe(true);
});

test('times of a clock that was wrong by years are added up too', async () => {
  const wrong = step({ waitedFrom: clock('08:00', '2016-01-01'), calledAt: clock('08:00', '2026-10-03') });
  const odd = [simple('2026-10-01'), { ...simple('2026-10-03'), steps: [wrong, wrong, step()] }];
  const { journal, days } = journalOf(odd);
  const { report } = createReports(need(journal));
  await report(whole);
  const { from, to } = whole;
  expect(await report(whole)).toEqual(reportOf({ days: days(), range: { from, to } }));
});
