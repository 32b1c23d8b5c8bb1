/** The forecast's bench: what it reads, that it never looks ahead, and that its figures are right. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createMemory } from '../../../server/domain/forecast/memory.ts';
import { createTrust } from '../../../server/domain/forecast/trust.ts';
import { bankSample, packed, warsawSample } from '../../rehearse/trace/samples.ts';
import { condense } from './condense.ts';
import { judge } from './judge.ts';
import { createHistory, unseen } from './learn.ts';
import { leftOut } from './left-out.ts';
import { livedThrough, officesIn } from './past.ts';
import { isSure, type RecordedQueue, readQueues } from './recorded-queue.ts';
import { walk } from './walk.ts';

function fileOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-forecast-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'recording'), content);
  return join(folder, 'recording');
}
const clock = (hour: number, minute: number): number => hour * 3600 + minute * 60;

/** Looked at every five minutes from 8 to 12; somebody comes every so many seconds, and one after the other is called. */
function steadyQueue(date: string, comesEvery: number, takes: number, counters = 1): RecordedQueue {
  const looks = Array.from({ length: 49 }, (_, index) => clock(8, 0) + index * 300);
  const free = Array.from({ length: counters }, () => clock(8, 0));
  const visits = Array.from({ length: 60 }, (_, index) => {
    const arrived = clock(8, 0) + index * comesEvery;
    const counter = free.indexOf(Math.min(...free));
    const called = Math.max(arrived + 5, free[counter] ?? 0);
    free[counter] = called + takes;
    return { arrived, called, left: null, priority: 0, doubt: null } as const;
  }).filter(({ called }) => called < clock(12, 0));
  return { office: 'test', date, queue: 'A', visits, serving: [{ from: clock(8, 0), counters }], looks };
}

test('a recording of looks is read: who came and was called when, and how many counters served', () => {
  const lines = ['08:00 A 2 0', '08:10 A 2 3 A001', '08:20 A 3 1 A003', '08:30 A 3 0 A004'];
  const [queue] = readQueues(fileOf(packed(warsawSample(lines))));
  expect(queue).toMatchObject({ office: 'UD_Test', date: '2020-01-13', queue: 'A' });
  expect(queue?.visits).toHaveLength(4);
  expect(queue?.visits.every(isSure)).toBe(true);
  expect(queue?.serving.map(({ counters }) => counters)).toEqual([2, 2, 3, 3]);
});

test('a recording of calls is read: who gave up, and priorities', () => {
  const queues = readQueues(fileOf(bankSample));
  expect(queues.map(({ date, visits }) => [date, visits.length])).toEqual([
    ['1999-02-01', 5],
    ['1999-02-02', 1],
  ]);
  expect(queues[0]?.visits.map(({ called, left }) => [called === null, left === null])).toEqual([
    [false, true],
    [false, true],
    [true, false],
    [false, true],
    [false, true],
  ]);
  expect(queues[0]?.visits[1]?.priority).toBe(2);
});

test('calls in a gap, those of a queue that was cleared, and who was never called are left out, and counted', () => {
  const lines = [
    '08:00 A 1 0',
    '08:05 A 1 2 A001',
    '08:55 A 1 0 A003',
    '09:00 A 1 40 A003',
    '09:05 A 1 2 A041',
  ];
  const [queue] = readQueues(fileOf(warsawSample([...lines, '09:10 A 1 2 A041'])));
  if (!queue) throw new Error('no queue');
  expect(leftOut([queue])).toEqual({ visits: 43, gap: 2, cleared: 38, gaveUp: 0, neverCalled: 2 });
  const told = [...judge([queue], unseen, memoryOf([queue]), createTrust())];
  expect(told.map(({ place }) => place)).toEqual([0]);
});

const memoryOf = (queues: readonly RecordedQueue[]) => {
  const memory = createMemory(16_000);
  for (const office of officesIn(queues))
    for (const moment of livedThrough(office).flat()) memory.add(moment);
  return memory;
};

test('nothing that comes later changes what is known before', () => {
  const queue = steadyQueue('2020-01-13', 60, 90);
  const history = createHistory();
  history.learn([steadyQueue('2020-01-10', 60, 80)]);
  const looksUntil = (of: RecordedQueue, at: number) =>
    [...walk(of, history)]
      .filter((look) => look.at <= at)
      .map(({ place, at: when, moment, simple }) => ({ place, when, moment, simple }));
  fc.assert(
    fc.property(fc.integer({ min: clock(8, 5), max: clock(10, 0) }), (at) => {
      const known = looksUntil(queue, at);
      expect(known).not.toHaveLength(0);
      expect(looksUntil(cutAfter(queue, at), at)).toEqual(known);
    }),
    { numRuns: 40 },
  );
});

function cutAfter(queue: RecordedQueue, at: number): RecordedQueue {
  return {
    ...queue,
    looks: queue.looks.filter((look) => look <= at),
    serving: queue.serving.filter(({ from }) => from <= at),
    visits: queue.visits
      .filter(({ arrived }) => arrived <= at)
      .map((visit) => (visit.called !== null && visit.called > at ? { ...visit, called: null } : visit)),
  };
}

test('nor what is told before: ranges depend only on what was', () => {
  const days = ['2020-01-09', '2020-01-10'].map((date) => steadyQueue(date, 60, 80));
  const history = createHistory();
  history.learn(days);
  const memory = memoryOf(days);
  const queue = steadyQueue('2020-01-13', 60, 90);
  const at = clock(9, 0);
  // What is recorded later may be otherwise, but who is judged must have been called.
  const other = {
    ...queue,
    serving: [...queue.serving, { from: at + 1, counters: 5 }],
    visits: queue.visits.map(({ called, ...visit }) => ({
      ...visit,
      called: called !== null && called > at ? called + 1800 : called,
    })),
  };
  const toldIn = (of: RecordedQueue) =>
    [...judge([of], history, memory, createTrust())]
      .filter((one) => one.at <= at)
      .map(({ waited: _, ...told }) => told);
  expect(toldIn(queue).length).toBeGreaterThan(30);
  expect(toldIn(other)).toEqual(toldIn(queue));
});

test('in a queue that goes as it always does, the told range holds the truth', () => {
  const days = ['2020-01-07', '2020-01-08', '2020-01-09', '2020-01-10'].map((date) =>
    steadyQueue(date, 100, 240, 2),
  );
  const history = createHistory();
  history.learn(days);
  const told = [...judge([steadyQueue('2020-01-13', 100, 240, 2)], history, memoryOf(days), createTrust())];
  const first = told.filter(({ revision }) => revision === 0);
  expect(first).toHaveLength(60);
  const held = first.filter(({ from, to, waited }) => from <= waited && waited <= to);
  expect(held.length).toBeGreaterThanOrEqual(50);
  expect(Math.max(...first.map(({ waited }) => waited))).toBeGreaterThan(15);
});

test('moments are drawn evenly from offices, and the same ones each time', () => {
  const [busy = []] = livedThrough({
    office: 'busy',
    days: [{ date: '2020-01-13', queues: [steadyQueue('2020-01-13', 60, 90)] }],
  });
  const small = busy.slice(0, 40).map((moment) => ({ ...moment, hour: 7 }));
  const drawn = condense([busy, small], 6);
  expect(condense([busy, small], 6)).toEqual(drawn);
  expect(drawn.filter(({ hour }) => hour === 7).length).toBeGreaterThan(drawn.length / 5);
  expect(new Set(drawn).size).toBe(drawn.length);
});

test.each([
  ['', 'expected the columns office,date'],
  ['office,date\n', 'expected the columns office,date'],
  [warsawSample([]), 'there is nobody in it'],
  [warsawSample(['8.05 A 1 0']), 'line 2: time: expected a time such as 08:05'],
])('a file that is no recording is told: %#', (content, message) => {
  const file = fileOf(content);
  expect(() => readQueues(file)).toThrow(message);
  expect(() => readQueues(file)).toThrow(file);
});
