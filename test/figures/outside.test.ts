/** Outside the office nobody can be told of by a figure of fewer than five, nor by subtracting figures from each other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../server/contract/report.ts';
import { booking, date, facts, quota, step, ticket } from './facts.ts';
import { randomFacts } from './random-facts.ts';
import { reportOf, rowsOf, sectionIn, totalsOf } from './reading.ts';

const range = { from: '2026-11-25', to: date };
const many = <Thing>(count: number, thing: Thing): Thing[] => Array<Thing>(count).fill(thing);

test('figures of one to four are few, and so are the times and shares that are of them; nought is told', () => {
  const day = facts({
    tickets: [
      ...many(4, ticket({ service: 'collection' })),
      ...many(9, ticket()),
      ticket({ state: 'cancelled' }),
    ],
    steps: [...many(4, step({ counter: 2 })), ...many(9, step()), ...many(6, step({ counter: 3 }))],
  });
  const rows = rowsOf(reportOf({ days: [day], range, outside: true }), 'walks');
  expect(rows[2]).toEqual({ walks: 'few', walkMedian: 'few', walkP90: 'few' });
  // Of the two others the smaller one goes along: else the four would be 19 - 9 - 6.
  expect(rows[3]).toEqual({ walks: 'few', walkMedian: 'few', walkP90: 'few' });
  expect(rows[1]).toEqual({ walks: 9, walkMedian: 20, walkP90: 20 });
});

test('one that ended otherwise is not found from those who were served', () => {
  const day = facts({ tickets: [...many(20, ticket()), ticket({ state: 'no-show', promise: null })] });
  const totals = totalsOf(reportOf({ days: [day], range, outside: true }));
  expect(totals).toMatchObject({ issued: 21, noShow: 'few', served: 'few' });
});

test('a share is told only where neither part of it is few', () => {
  const broken = (count: number) =>
    facts({ tickets: [...many(20, ticket()), ...many(count, ticket({ promise: 'broken' }))] });
  const shareOf = (count: number) => {
    const totals = totalsOf(reportOf({ days: [broken(count)], range, outside: true }));
    return totals.promiseShare;
  };
  expect(shareOf(0)).toBe(1);
  expect(shareOf(3)).toBe('few');
  expect(shareOf(5)).toBe(0.8);
});

test('whoever is satisfied is not told by the share where all but few are', () => {
  const rated = (good: number, poor: number) =>
    facts({
      tickets: [...many(good, ticket({ rating: 'good' })), ...many(poor, ticket({ rating: 'poor' }))],
    });
  const totals = (good: number, poor: number) =>
    totalsOf(reportOf({ days: [rated(good, poor)], range, outside: true }));
  expect(totals(9, 2)).toMatchObject({ rated: 11, satisfiedShare: 'few' });
  expect(totals(8, 8)).toMatchObject({ rated: 16, satisfiedShare: 0.5 });
});

test('three who booked are not what is left of all visits when those who walked in are taken away', () => {
  const booked = { channel: 'supervisor' };
  const tickets = [...many(20, ticket()), ...many(3, ticket({ ...booked, takesPlace: false }))];
  const day = facts({ tickets, bookings: many(3, booking(booked)), quotas: [quota({ places: 40 })] });
  const shown = reportOf({ days: [day], range, outside: true });
  expect(rowsOf(shown, 'visits')['passport regular']).toMatchObject({ issued: 23, people: 23 });
  const used = { booked: 'few', walkedIn: 'few', usedShare: 'few' };
  expect(rowsOf(shown, 'quotas')).toEqual({ daily: { places: 40, released: 'few', ...used } });
  const came = { booked: 'few', people: 'few', came: 'few' };
  expect(rowsOf(shown, 'channels')).toEqual({ 'walk-in': came, supervisor: came });
});

test('officers have no names outside', () => {
  const days = [facts({ steps: [step()] })];
  expect(reportOf({ days, range }).names.officer).toEqual({
    ayu: { id: 'Ayu Lestari', en: 'Ayu Lestari' },
  });
  expect(reportOf({ days, range, outside: true }).names.officer?.ayu).toEqual({
    id: 'ayu',
    en: 'ayu',
  });
});

test('a year and the same year by dates differ by one date, which cannot be found from them', () => {
  const ofYear = (on: string, count: number) => facts({ date: on, tickets: many(count, ticket()) });
  const report = reportOf({
    days: [ofYear('2022-12-31', 2), ofYear('2023-06-01', 30)],
    range: { from: '2024-01-01', to: '2024-12-31' },
    outside: true,
  });
  expect(totalsOf(report, 'before')).toMatchObject({ issued: 'few' });
  expect(totalsOf(report, 'yearBefore')).toMatchObject({ issued: 'few' });
});

/** A figure of the report, by its place: what it is, and whether it is told. */
interface Cell {
  readonly value: number;
  readonly told: boolean;
}
type Period = 'now' | 'before' | 'yearBefore';

function cellsOf(open: Report, shown: Report, period: Period) {
  return (id: string, row: number, column: string): Cell => {
    const section = sectionIn(open, id);
    const at = section.columns.findIndex((each) => each.id === column);
    if (at < 0) throw new Error(`no column ${column} in ${id}`);
    const value = Number(section.rows[row]?.figures[at]?.[period] ?? 0);
    return { value, told: sectionIn(shown, id).rows[row]?.figures[at]?.[period] !== 'few' };
  };
}

/** Total and parts, as anybody can know them from what the figures mean. */
function* subtractions(open: Report, cell: ReturnType<typeof cellsOf>): Generator<[Cell, Cell[]]> {
  const rows = (id: string) => sectionIn(open, id).rows.map(({ keys }, at) => ({ keys, at }));
  const total = (column: string) => cell('totals', 0, column);
  const ends = ['served', 'noShow', 'incomplete', 'cancelled', 'unfinished'];
  for (const [id, columns] of Object.entries({
    days: ['issued', 'served', 'waits', 'promiseKept', 'promiseBroken', 'noShow'],
    hours: ['issued', 'served', 'waits'],
    visits: ['issued', 'people', ...ends, 'promiseKept', 'promiseBroken', 'promiseLapsed'],
    walks: ['walks'],
    handovers: ['handoverKept', 'handoverBroken', 'claims'],
    counters: ['services'],
    officers: ['services'],
  }))
    for (const column of columns) yield [total(column), rows(id).map(({ at }) => cell(id, at, column))];
  yield [total('screened'), rows('screenings').map(({ at }) => cell('screenings', at, 'count'))];
  yield [total('offsite'), rows('offsite').map(({ at }) => cell('offsite', at, 'visits'))];
  const ratings = rows('satisfaction').flatMap(({ at }) =>
    ['good', 'fair', 'poor'].map((column) => cell('satisfaction', at, column)),
  );
  yield [total('rated'), ratings];
  for (const id of ['waits', 'services']) {
    const all = rows(id).filter(({ keys }) => keys[1] === '');
    yield [total(id), all.map(({ at }) => cell(id, at, id))];
    for (const { keys, at } of all) {
      const hours = rows(id).filter((row) => row.keys[0] === keys[0] && row.keys[1] !== '');
      yield [cell(id, at, id), hours.map((row) => cell(id, row.at, id))];
    }
  }
  for (const { keys, at } of rows('hours')) {
    const steps = rows('waits').filter((row) => row.keys[1] === keys[0]);
    yield [cell('hours', at, 'waits'), steps.map((row) => cell('waits', row.at, 'waits'))];
  }
  yield [total('issued'), ends.map(total)];
  yield [total('served'), [total('stays')]];
  for (const { at } of rows('visits'))
    yield [cell('visits', at, 'issued'), ends.map((end) => cell('visits', at, end))];
  for (const { at } of rows('offsite'))
    yield [
      cell('offsite', at, 'visits'),
      ['done', 'noShow', 'incomplete'].map((end) => cell('offsite', at, end)),
    ];
  for (const { at } of rows('channels'))
    yield [
      cell('channels', at, 'booked'),
      ['came', 'expired', 'cancelled'].map((end) => cell('channels', at, end)),
    ];
}

test('no hidden figure is what is left of its total when the told ones are taken away', () => {
  const days = fc.tuple(randomFacts(date), randomFacts('2026-11-25'), randomFacts('2026-11-24'));
  fc.assert(
    fc.property(days, (of) => {
      const [open, shown] = [reportOf({ days: of, range }), reportOf({ days: of, range, outside: true })];
      for (const period of ['now', 'before', 'yearBefore'] as const) {
        for (const [total, parts] of subtractions(open, cellsOf(open, shown, period))) {
          if (total.value !== parts.reduce((sum, { value }) => sum + value, 0)) continue;
          const hidden = parts.filter(({ told }) => !told);
          if (!total.told) expect(hidden.length).toBeGreaterThan(0);
          else if (hidden.length > 0) {
            expect(hidden.length).toBeGreaterThan(1);
            expect(hidden.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThanOrEqual(5);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('no count of one to four is told, and no time or share that is of a hidden one', () => {
  fc.assert(
    fc.property(randomFacts(date), randomFacts('2026-11-24'), (one, two) => {
      const shown = reportOf({ days: [one, two], range, outside: true });
      for (const { columns, rows } of shown.sections)
        for (const { figures } of rows)
          for (const period of ['now', 'before', 'yearBefore'] as const)
            for (const [at, { unit, of }] of columns.entries()) {
              const value = figures[at]?.[period] ?? null;
              if (unit === 'count' || unit === 'people') expect([1, 2, 3, 4]).not.toContain(value);
              const base = figures[columns.findIndex(({ id }) => id === of)]?.[period];
              if (base === 'few') expect(value === null ? 'few' : value).toBe('few');
            }
    }),
    { numRuns: 40 },
  );
});
