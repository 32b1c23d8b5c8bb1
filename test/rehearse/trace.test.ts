/** Recordings of real queues: what is recovered from them, and what is said of files that are none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replayDay } from './plan/replay.ts';
import { assignCounters } from './trace/counters.ts';
import { parseTable } from './trace/csv.ts';
import { asList, chooseDay, openRecording, read } from './trace/open-recording.ts';
import type { RecordedVisitor } from './trace/recording.ts';
import { bankSample, packed, warsawSample } from './trace/samples.ts';

function fileOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-trace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'recording'), content);
  return join(folder, 'recording');
}

const warsawDay = (lines: readonly string[]) => {
  const day = read(parseTable(warsawSample(lines))).day('UD_Test', '2020-01-13');
  if (!day) throw new Error('no such day');
  return day;
};

const clock = (hour: number, minute: number, second = 0) => hour * 3600 + minute * 60 + second;

test('a number came when called and waiting first reached it, and was called when called did', () => {
  const { visitors } = warsawDay(['08:00 A 1 0', '08:10 A 1 3 A001', '08:20 A 1 1 A003', '08:30 A 1 0 A004']);
  expect(visitors).toHaveLength(4);
  // Four came between 8:00 and 8:10, evenly; one was called then, two until 8:20, one until 8:30.
  expect(visitors.map(({ arrived }) => arrived)).toEqual([
    clock(8, 1, 15),
    clock(8, 3, 45),
    clock(8, 6, 15),
    clock(8, 8, 45),
  ]);
  expect(visitors.map(({ called }) => called)).toEqual([
    clock(8, 5),
    clock(8, 12, 30),
    clock(8, 17, 30),
    clock(8, 25),
  ]);
});

test('nobody is called before coming, and nobody comes before the number in front', () => {
  const lines = [
    '08:00 A 2 0',
    '08:05 A 2 0 A002',
    '08:10 A 2 5 A002',
    '08:15 A 2 0 A009',
    '08:20 A 2 1 A009',
  ];
  const { visitors } = warsawDay(lines);
  expect(visitors).toHaveLength(10);
  expect(visitors.at(-1)?.called).toBeNull();
  for (const [index, { arrived, called }] of visitors.entries()) {
    expect(arrived).toBeGreaterThanOrEqual(visitors[index - 1]?.arrived ?? 0);
    if (called !== null) expect(called).toBeGreaterThan(arrived);
  }
});

test('a number of another queue, a slip and a number run from 401 do not make people up', () => {
  const { visitors, queues } = warsawDay([
    '08:00 E 1 0',
    '08:05 E 1 0 E401',
    '08:10 E 1 0 A177',
    '08:15 E 1 0 E403',
    '08:20 E 1 0 E402',
    '08:25 E 1 0 E404',
  ]);
  expect(queues.map(({ prefix }) => prefix)).toEqual(['E']);
  expect(visitors).toHaveLength(4);
});

test('numbers that begin anew at noon go on as one count, and it is noted', () => {
  const { visitors, notes } = warsawDay([
    '08:00 A 1 0',
    '08:05 A 1 0 A040',
    '12:00 A 1 0 A001',
    '12:05 A 1 0 A002',
    '12:10 A 1 0 A003',
  ]);
  expect(visitors).toHaveLength(43);
  expect(notes.join()).toContain('numbers went from high to low at 12:00');
});

test('of a bank each caller is taken over to the second, whoever gave up too', () => {
  const day = read(parseTable(bankSample)).day('bank', '1999-02-01');
  expect(day?.queues.map(({ prefix }) => prefix)).toEqual(['NW', 'PS']);
  expect(day?.lanes).toEqual(['regular', 'priority-1', 'priority-2']);
  const [first, second, gaveUp, early, lacking] = day?.visitors ?? [];
  expect(first).toEqual({
    ...{ queue: 1, lane: 0, arrived: clock(8, 0), called: clock(8, 0, 30) },
    ...{ served: 120, left: null, server: 's02' },
  });
  expect(second).toMatchObject({ queue: 0, lane: 2, called: clock(8, 0, 15) });
  expect(gaveUp).toMatchObject({ called: null, left: clock(8, 1, 45) });
  expect(early?.called).toBe(clock(8, 2));
  expect(lacking?.called).toBe(clock(8, 3, 10));
});

test('every call has a counter that was free, or the recorded one', () => {
  const visitor = (called: number, served: number, server: string | null = null): RecordedVisitor => ({
    ...{ queue: 0, lane: 0, arrived: 0, left: null, called, served, server },
  });
  expect(assignCounters([visitor(10, 20), visitor(15, 20), visitor(31, 5)]).counters).toEqual([1, 2, 1]);
  expect(assignCounters([visitor(10, 99, 's2'), visitor(11, 5, 's1'), visitor(12, 5)]).counters).toEqual([
    2, 1, 3,
  ]);
});

test('a recorded day becomes an office of its queues and a plan of its numbers', () => {
  const plan = replayDay(warsawDay(['08:00 A 1 0', '08:10 A 1 1 A001', '08:20 A 1 0 A002', '08:20 B 1 2']));
  expect(plan.office.services.map(({ prefix, steps }) => [prefix, steps.length])).toEqual([
    ['A', 1],
    ['B', 1],
  ]);
  expect(plan.visits.map(({ number }) => number)).toEqual(['A-001', 'A-002', 'B-001', 'B-002']);
  const [first] = plan.visits;
  // Warsaw is an hour before Greenwich in January.
  expect(new Date(first?.call?.at ?? 0).toISOString()).toBe('2020-01-13T07:05:00.000Z');
  expect(plan.visits[3]?.call).toBeNull();
});

test('a recording is read packed or plain, and lists its days', () => {
  for (const content of [warsawSample(['08:00 A 1 2 A001']), packed(warsawSample(['08:00 A 1 2 A001']))]) {
    const [head, line] = asList(openRecording(fileOf(content)).list()).split('\n');
    expect(head?.split(/\s+/)).toEqual(['office', 'date', 'numbers', 'called', 'queues']);
    expect(line?.trim().split(/\s+/)).toEqual(['UD_Test', '2020-01-13', '3', '1', '1']);
  }
});

test.each([
  ['Hello', /nothing in it/],
  ['a,b\n1,2\n', /not a recording that is known: expected the columns[\s\S]*found\n {2}a,b/],
  [Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]), /not readable as CSV or packed CSV/],
  [
    warsawSample(['8.05 A 1 2 A001']),
    /line 2: time: expected a time such as 08:05 or 08:05:30, found "8.05"/,
  ],
  [`${warsawSample(['08:00 A 1 2 A001'])}UD_Test,2020\n`, /line 3: expected 10 cells, found 2/],
  [warsawSample(['08:00 A 1 many A001']), /line 2: waiting: expected a whole number, found "many"/],
])('a file that is no recording is told apart: %j', (content, message) => {
  expect(() => openRecording(fileOf(content)).list()).toThrow(message);
});

test('an office or a date that is not in the recording is answered with those that are', () => {
  const recording = read(parseTable(bankSample));
  expect(() => chooseDay(recording, null, null)).toThrow('--date: choose one of 1999-02-01, 1999-02-02');
  expect(() => chooseDay(recording, 'bank', '1999-03-01')).toThrow(
    'of bank the recording has 1999-02-01, 1999-02-02',
  );
  expect(() => chooseDay(recording, 'Nowhere', null)).toThrow('--office Nowhere: the recording has bank');
  expect(() => openRecording('/nowhere/at-all.csv')).toThrow('There is no file /nowhere/at-all.csv.');
});
