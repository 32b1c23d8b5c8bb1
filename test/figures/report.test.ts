/** The rows of a report: which there are, in which order, how they are called, and what stands beside them. */
import { expect, test } from 'vitest';
import { contoh } from '../domain/office.ts';
import { date, facts, step, ticket } from './facts.ts';
import { reportOf, rowsOf, sectionIn } from './reading.ts';

const keysOf = (report: ReturnType<typeof reportOf>, id: string) =>
  sectionIn(report, id).rows.map(({ keys }) => keys.join(' '));

test('rows are in the order of the office file, then those that it no longer knows', () => {
  const services = ['question', 'zoo', 'collection', 'ark', 'passport'];
  const report = reportOf({
    days: [
      facts({
        tickets: services.map((service) => ticket({ service })),
        steps: [12, 10, 9, 5, 1].flatMap((counter) => [
          step({ counter, officer: null }),
          step({ counter, step: 'handover' }),
        ]),
        screenings: { held: 1, admitted: 1 },
      }),
    ],
    range: { from: date, to: date },
  });
  expect(keysOf(report, 'visits')).toEqual([
    ...['passport regular', 'collection regular', 'question regular', 'ark regular', 'zoo regular'],
  ]);
  expect(keysOf(report, 'counters')).toEqual(['1', '5', '9', '10', '12']);
  expect(keysOf(report, 'officers')).toEqual(['ayu', '']);
  expect(keysOf(report, 'waits')).toEqual(['documents 08', 'documents ', 'handover 08', 'handover ']);
  expect(keysOf(report, 'screenings')).toEqual(['admitted', 'held']);
});

test('names are the office’s of now, and an id that it no longer knows is called by itself', () => {
  const office = contoh({
    counters: [
      { number: 1, name: 'Meja A', steps: ['documents'] },
      { number: 2, steps: ['interview', 'handover'] },
    ],
  });
  const days = [
    facts({
      tickets: [ticket(), ticket({ service: 'ark' })],
      steps: [step(), step({ counter: 2, officer: 'gone' })],
    }),
  ];
  const { names } = reportOf({ days, range: { from: date, to: date }, office });
  expect(names).toMatchObject({
    service: { passport: { id: 'passport', en: 'passport' }, ark: { id: 'ark', en: 'ark' } },
    officer: { ayu: { id: 'Ayu Lestari' }, gone: { id: 'gone' } },
    counter: { 1: { id: 'Meja A', en: 'Meja A' } },
  });
  expect(Object.keys(names.counter ?? {})).toEqual(['1']);
});

test('a row that any of the three ranges has is there, with nought in the others', () => {
  const days = [
    facts({ date: '2026-11-25', tickets: [ticket({ service: 'question' })] }),
    facts({ date: '2025-11-26', tickets: [ticket({ service: 'collection' })] }),
  ];
  const report = reportOf({ days, range: { from: date, to: date } });
  expect(rowsOf(report, 'visits')).toEqual({ 'collection regular': {}, 'question regular': {} });
  expect(rowsOf(report, 'visits', 'before')['question regular']).toMatchObject({ issued: 1 });
  expect(rowsOf(report, 'visits', 'yearBefore')['collection regular']).toMatchObject({ issued: 1 });
});

test('beside a date stands the one at its place before, and its own a year before, each once', () => {
  const on = (of: string, count: number) =>
    facts({ date: of, tickets: Array.from({ length: count }, () => ticket()) });
  const report = reportOf({
    days: [
      on('2024-02-28', 1),
      on('2024-02-29', 2),
      on('2024-02-26', 3),
      on('2024-02-27', 4),
      on('2023-02-28', 5),
    ],
    range: { from: '2024-02-28', to: '2024-02-29' },
  });
  const issued = sectionIn(report, 'days').rows.map(({ keys, figures }) => [keys[0], figures[0]]);
  expect(issued).toEqual([
    ['2024-02-28', { now: 1, before: 3, yearBefore: 5 }],
    ['2024-02-29', { now: 2, before: 4, yearBefore: null }],
  ]);
});
