/** A report of a small day, held against the program's own account of it: what differs is named by section, row and column. */
import { expect, test } from 'vitest';
import type { Report } from '../../server/contract/report.ts';
import { sampleOffice } from './sample-office.ts';
import { compareReport } from './tally/compare-report.ts';
import { createDoorTally } from './tally/door.ts';
import type { Acted } from './tally/seen.ts';
import { stretchesOf } from './tally/stretches.ts';
import { createTally, type Tally } from './tally/tally.ts';

const office = sampleOffice();
const date = '2026-11-26';
const minute = 60_000;
/** Minutes after eight o'clock in Makassar. */
const at = (minutes: number) => {
  const from = Date.parse(`${date}T00:00:00Z`) + minutes * minute;
  return { from, to: from };
};

function give(tally: Tally, number: string, service: string, notBefore?: number): void {
  const promiseAt = new Date(at(30).from).toISOString();
  const answer = { code: `code of ${number}`, shortCode: 'ABCDEF', number, service, lane: 'regular' };
  const reserved = notBefore === undefined ? {} : { notBefore: new Date(at(notBefore).from).toISOString() };
  tally.took({ ...answer, ...reserved, step: '', ahead: 0, estimate: null, promiseAt }, 2, at(0));
}
const did = (tally: Tally, action: Acted['action'], counter: number, ticket: string | null, when: number) =>
  void tally.acted({ counter, action, ticket, span: at(when) });

/** A-001 is served at both steps; A-002 is missed; C-001 gets its hand-over in time, and says how it was. */
function smallDay(): Tally {
  const tally = createTally(office);
  for (const number of ['A-001', 'A-002']) give(tally, number, 'passport');
  give(tally, 'C-001', 'collection');
  did(tally, 'next', 1, 'A-001', 4);
  tally.said.described('A-001', { purposes: 'work' });
  did(tally, 'start', 1, 'A-001', 5);
  did(tally, 'done', 1, 'A-001', 9);
  did(tally, 'next', 1, 'A-002', 10);
  did(tally, 'no_show', 1, 'A-002', 12);
  did(tally, 'next', 3, 'A-001', 15);
  did(tally, 'done', 3, 'A-001', 20);
  did(tally, 'next', 4, 'C-001', 6);
  did(tally, 'start', 4, 'C-001', 7);
  did(tally, 'done', 4, 'C-001', 8);
  tally.said.rated('code of C-001', 'good');
  return tally;
}

type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Its rows are named by their keys with ` / ` between them. */
const told: Readonly<Record<string, Cells>> = {
  totals: {
    '': {
      ...{
        issued: 3,
        people: 6,
        served: 2,
        noShow: 1,
        promiseKept: 2,
        promiseLapsed: 1,
        handoverKept: 1,
        rated: 1,
      },
      ...{ waits: 4, waitMedian: 360, waitP90: 600, services: 3, serviceMedian: 240, serviceP90: 300 },
      ...{ stays: 2, stayMedian: 480, stayP90: 1200, walks: 2, walkMedian: 60, walkP90: 60 },
    },
  },
  days: { [date]: { issued: 3, served: 2, noShow: 1, waits: 4, waitMedian: 360, waitP90: 600 } },
  visits: {
    'passport / regular': {
      ...{ issued: 2, people: 4, served: 1, noShow: 1, promiseKept: 1, promiseLapsed: 1 },
    },
    'collection / regular': { issued: 1, people: 2, served: 1, promiseKept: 1 },
  },
  waits: {
    'documents / ': { waits: 2, waitMedian: 240, waitP90: 600 },
    'documents / 08': { waits: 2, waitMedian: 240, waitP90: 600 },
    'interview / ': { waits: 1, waitMedian: 360, waitP90: 360 },
    'handover / ': { waits: 1, waitMedian: 360, waitP90: 360 },
  },
  services: {
    'documents / ': { services: 1, serviceMedian: 240, serviceP90: 240 },
    'interview / ': { services: 1, serviceMedian: 300, serviceP90: 300 },
    'handover / ': { services: 1, serviceMedian: 60, serviceP90: 60 },
  },
  walks: {
    '1': { walks: 1, walkMedian: 60, walkP90: 60 },
    '4': { walks: 1, walkMedian: 60, walkP90: 60 },
  },
  handovers: { handover: { handoverKept: 1 } },
  choices: { 'purposes / work': { count: 1 } },
  counters: {
    '1': { calls: 2, served: 1, noShow: 1, services: 1, serviceMedian: 240, serviceP90: 240 },
    '3': { calls: 1, served: 1, services: 1, serviceMedian: 300, serviceP90: 300 },
    '4': { calls: 1, served: 1, services: 1, serviceMedian: 60, serviceP90: 60 },
  },
  satisfaction: { collection: { good: 1 } },
};

function reportOf(cells: Readonly<Record<string, Cells>>): Report {
  const range = { from: date, to: date, days: 1 };
  const sections = Object.entries(cells).map(([id, rows]) => {
    const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
    return {
      id,
      keys: id === 'waits' || id === 'services' ? ['step', 'hour'] : [],
      columns: columns.map((column) => ({ id: column, unit: 'count' as const, of: column })),
      rows: Object.entries(rows).map(([name, row]) => ({
        keys: name === '' ? [] : name.split(' / '),
        figures: columns.map((column) => ({ now: row[column] ?? 0, before: null, yearBefore: null })),
      })),
    };
  });
  return {
    office: { id: office.id, name: 'Kantor', timeZone: office.timeZone, languages: ['id'] },
    at: new Date(at(60).from).toISOString(),
    ...{ rehearsal: true, outside: false, range, before: range, yearBefore: range, names: {}, sections },
  };
}

const found = (cells: Readonly<Record<string, Cells>>, tally = smallDay(), slack = 1000): string[] =>
  compareReport(reportOf(cells), office, { tally, door: createDoorTally(), slack, beside: null }, null).map(
    ({ where, seen, journal }) => `${where}: ${seen} / ${journal}`,
  );

const changed = (section: string, row: string, cells: Readonly<Record<string, number>>) => ({
  ...told,
  [section]: { ...told[section], [row]: { ...told[section]?.[row], ...cells } },
});

test('a report that says what we saw has no differences', () => {
  expect(found(told)).toEqual([]);
});

test('a count that is one too many is named with its section, row and column', () => {
  expect(found(changed('totals', '', { issued: 4 }))).toEqual(['report, totals, issued: 3 / 4']);
  expect(found(changed('visits', 'passport / regular', { noShow: 2 }))).toEqual([
    'report, visits, passport / regular, noShow: 1 / 2',
  ]);
  expect(found(changed('counters', '3', { calls: 2 }))).toEqual(['report, counters, 3, calls: 1 / 2']);
});

test('a median is right within what our clock can tell, and wrong beyond it', () => {
  expect(found(changed('waits', 'interview / ', { waitMedian: 361 }))).toEqual([]);
  expect(found(changed('waits', 'interview / ', { waitMedian: 362 }))).toEqual([
    'report, waits, interview / , waitMedian: 359 to 361 / 362',
  ]);
  expect(found(changed('waits', 'interview / ', { waitMedian: 362 }), smallDay(), 2000)).toEqual([]);
});

test('a row of nobody that we know of, and one that is missing, are found', () => {
  expect(found(changed('satisfaction', 'passport', { poor: 1 }))).toEqual([
    'report, satisfaction, passport, poor: 0 / 1',
  ]);
  const { walks: _, ...without } = told;
  expect(found(without)).toEqual(
    ['report, walks, 4, walks: 1 / 0', 'report, walks, 1, walks: 1 / 0'].toSorted(),
  );
});

test('a call that was taken back is no call, and ends no wait', () => {
  const tally = smallDay();
  give(tally, 'A-003', 'passport');
  did(tally, 'next', 2, 'A-003', 25);
  did(tally, 'undo', 2, null, 25);
  const issued = found(told, tally);
  expect(issued).toContain('report, totals, issued: 4 / 3');
  expect(issued.filter((line) => line.includes('calls') || line.includes('waits'))).toEqual([]);
});

test('who was held did not wait for the next call; a reserved number waits from its time', () => {
  const tally = createTally(office);
  give(tally, 'A-001', 'passport', 10);
  did(tally, 'next', 1, 'A-001', 12);
  did(tally, 'hold', 1, 'A-001', 13);
  did(tally, 'call', 1, 'A-001', 20);
  did(tally, 'done', 1, 'A-001', 21);
  const visit = tally.byNumber('A-001');
  if (!visit) throw new Error('nobody came');
  const { waits, services, ends } = stretchesOf(visit);
  expect(waits).toEqual([{ step: 'documents', counter: 1, began: at(10), ended: at(12) }]);
  expect(services).toEqual([{ step: 'documents', counter: 1, began: at(20), ended: at(21) }]);
  expect(ends.map(({ end }) => end)).toEqual(['held', 'done']);
});
