/** The figures of told ranges against a slow recount, what becomes of them in tables, and the words of the command line. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { warsawSample } from '../../rehearse/trace/samples.ts';
import { readOptions } from '../options.ts';
import { type Cell, figuresOf } from './figures.ts';
import type { Judged } from './judge.ts';
import { coverageVerdict, ratioVerdict } from './verdict.ts';

const judged: fc.Arbitrary<Judged> = fc.record({
  office: fc.constant('one'),
  date: fc.constant('2020-01-13'),
  queue: fc.constantFrom('A', 'B'),
  place: fc.nat(20),
  at: fc.integer({ min: 8 * 3600, max: 12 * 3600 }),
  from: fc.integer({ min: 0, max: 60 }),
  to: fc.integer({ min: 61, max: 130 }),
  simple: fc.double({ min: 0, max: 100, noNaN: true }),
  waited: fc.double({ min: 0, max: 150, noNaN: true }),
  revision: fc.constant(0),
  moved: fc.constant(null),
});

test('figures are those of a slow recount', () => {
  fc.assert(
    fc.property(fc.array(judged, { minLength: 1, maxLength: 60 }), (all) => {
      const { all: cell, byHour, byTold, byReal } = figuresOf(all);
      let held = 0;
      let error = 0;
      for (const one of all) {
        if (one.from <= one.waited && one.waited <= one.to) held += 1;
        error += Math.abs((one.from + one.to) / 2 - one.waited);
      }
      expect(cell.n).toBe(all.length);
      expect(cell.coverage * all.length).toBeCloseTo(held, 6);
      expect(cell.error * all.length).toBeCloseTo(error, 6);
      for (const cells of [byHour, byTold, byReal])
        expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
      const longest = byReal.find(({ what }) => what === '80 min and more');
      expect(longest?.n ?? 0).toBe(all.filter(({ waited }) => waited >= 80).length);
      const nine = byHour.find(({ what }) => what === '09:00');
      const atNine = all.filter(({ at }) => at >= 9 * 3600 && at < 10 * 3600);
      expect(nine?.n ?? 0).toBe(atNine.length);
    }),
  );
});

test('revisions are counted by visit', () => {
  const told = (place: number, revision: number, moved: number | null): Judged => ({
    ...{ office: 'one', date: '2020-01-13', queue: 'A', place, at: 9 * 3600, from: 0, to: 10 },
    ...{ simple: 5, waited: 5, revision, moved },
  });
  const { revisions, first, revised } = figuresOf([
    told(0, 0, null),
    told(0, 1, -4),
    told(0, 2, 20),
    told(1, 0, null),
    told(2, 0, null),
    told(2, 1, 6),
    told(3, 0, null),
  ]);
  expect(revisions).toMatchObject({
    visits: 4,
    rangesAVisit: 1.75,
    neverRevised: 0.5,
    movedMean: 10,
    movedP90: 20,
    jumps: 25,
  });
  expect([first.n, revised.n]).toEqual([4, 3]);
});

test('a cell meets its goals, misses them, or says nothing where it is of too few', () => {
  const cell = (changes: Partial<Cell>): Cell => ({
    ...{ what: '', n: 200, coverage: 0.8, width: 10, error: 7, simple: 10 },
    ...changes,
  });
  expect([0.74, 0.75, 0.85, 0.86].map((coverage) => coverageVerdict(cell({ coverage })))).toEqual([
    'MISSED',
    'met',
    'met',
    'MISSED',
  ]);
  expect([ratioVerdict(cell({})), ratioVerdict(cell({ error: 7.1 }))]).toEqual(['met', 'MISSED']);
  expect([coverageVerdict(cell({ n: 199 })), ratioVerdict(cell({ n: 199 }))]).toEqual([null, null]);
});

test('a scenario is named as a word or as an option, and a wrong one is told', () => {
  expect(readOptions(['forecast', '--data', 'a', '--data', 'b', '--offices', '3'])).toMatchObject({
    scenarios: ['forecast'],
    forecast: { data: ['a', 'b'], offices: 3, page: null, teach: null },
  });
  expect(readOptions(['--only', 'forecast', '--quick'])).toMatchObject({
    scenarios: ['forecast'],
    forecast: { data: null, offices: 2 },
  });
  expect(() => readOptions(['forcast'])).toThrow('forcast: expected one of start, calls');
  expect(() => readOptions(['--offices', '0'])).toThrow('--offices must be a whole number');
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const bench = (...words: string[]): Promise<Ended> =>
  new Promise((done) => {
    const main = resolve(import.meta.dirname, '../main.ts');
    execFile(process.execPath, [main, ...words], (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'loket-forecast-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a file that is not there, and a mistaken option, end with code 2 and a sentence', async () => {
  const missing = await bench('forecast', '--data', '/nowhere/at-all.csv');
  expect(missing).toMatchObject({ code: 2, err: 'There is no file /nowhere/at-all.csv.\n' });
  const mistaken = await bench('forecast', '--pages', 'x.html');
  expect(mistaken.code).toBe(2);
  expect(mistaken.err).toContain("Unknown option '--pages'");
});

test('a recording is judged as a table, as JSON, and as a page that needs nothing else', async () => {
  const data = join(folder(), 'day.csv');
  const page = join(folder(), 'page.html');
  const lines = Array.from({ length: 24 }, (_, look) => {
    const time = `${String(8 + Math.floor(look / 12)).padStart(2, '0')}:${String((look % 12) * 5).padStart(2, '0')}`;
    return `${time} A 1 3 ${look === 0 ? '' : `A${String(look).padStart(3, '0')}`}`;
  });
  writeFileSync(data, warsawSample(lines));
  const { code, out, err } = await bench('forecast', '--data', data, '--json', '--page', page);
  expect(code).toBe(0);
  expect(err).toContain('day.csv, offices never seen');
  const { forecast } = JSON.parse(out) as {
    forecast: { trial: string; all: Cell; left: { visits: number } }[];
  };
  expect(forecast.map(({ trial, all, left }) => [trial, all.n > 0, left.visits])).toEqual([
    ['known', false, 0],
    ['unseen', true, 26],
  ]);
  const html = readFileSync(page, 'utf8');
  expect(html).toContain('<svg');
  expect(html).not.toMatch(/https?:|<script|NaN|undefined/);
});
