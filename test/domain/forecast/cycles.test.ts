/** How long a counter is taken by a visit, learned; and how a step goes today. */
import { expect, test } from 'vitest';
import { createAgenda } from '../../../server/domain/forecast/agenda.ts';
import { type Cycle, createCycles, unknownCycle } from '../../../server/domain/forecast/cycles.ts';
import { fadedBy, paceOf, tempoOf, usualOf } from '../../../server/domain/forecast/tempo.ts';

const minute = 60_000;
const cycle = (minutes: number, more: Partial<Cycle> = {}): Cycle => ({
  ...{ step: 'documents', service: 'passport', counter: 1, hour: 9, ms: minutes * minute },
  ...more,
});

test('FC4 nobody knows anything yet: twelve minutes', () => {
  expect(createCycles().of('documents', 'passport', 1, 9)).toBe(unknownCycle);
  expect(unknownCycle).toBe(12 * minute);
});

test('FC4 few are believed little, many are believed', () => {
  const cycles = createCycles();
  cycles.add(cycle(3));
  // The office leans on twelve minutes (9.75), the step on the office.
  expect(cycles.mean('documents')).toBe(8.4 * minute);
  for (let times = 0; times < 500; times += 1) cycles.add(cycle(3));
  expect(cycles.mean('documents') / minute).toBeCloseTo(3, 1);
});

test('FC4 a step that was never seen leans on the office’s others', () => {
  const cycles = createCycles();
  for (let times = 0; times < 100; times += 1) cycles.add(cycle(3));
  expect(cycles.mean('interview') / minute).toBeGreaterThan(3);
  expect(cycles.mean('interview') / minute).toBeLessThan(3.5);
});

test('FC4 a service, a counter and an hour of their own bend it', () => {
  const cycles = createCycles();
  for (let times = 0; times < 300; times += 1) {
    cycles.add(cycle(4));
    cycles.add(cycle(12, { service: 'renewal' }));
    cycles.add(cycle(2, { counter: 2 }));
    cycles.add(cycle(8, { hour: 15 }));
  }
  const usual = cycles.of('documents', 'passport', 1, 9);
  expect(cycles.of('documents', 'renewal', 1, 9)).toBeGreaterThan(1.5 * usual);
  expect(cycles.of('documents', 'passport', 2, 9)).toBeLessThan(0.7 * usual);
  expect(cycles.of('documents', 'passport', 1, 15)).toBeGreaterThan(1.2 * usual);
});

test('FC5 a break or a forgotten press counts as six of the usual', () => {
  const [forgotten, six] = [createCycles(), createCycles()];
  for (let times = 0; times < 10; times += 1) {
    forgotten.add(cycle(5));
    six.add(cycle(5));
  }
  const usual = six.of('documents', 'passport', 9, 20);
  forgotten.add(cycle(600));
  six.add({ ...cycle(0), ms: 6 * usual });
  expect(forgotten.mean('documents')).toBeCloseTo(six.mean('documents'), 6);
  expect(forgotten.mean('documents')).toBeLessThan(10 * minute);
});

test('a copy learns on by itself', () => {
  const cycles = createCycles();
  for (let times = 0; times < 20; times += 1) cycles.add(cycle(4));
  const before = cycles.of('documents', 'passport', 1, 9);
  const copy = cycles.copy();
  expect(copy.of('documents', 'passport', 1, 9)).toBe(before);
  for (let times = 0; times < 20; times += 1) copy.add(cycle(20));
  expect(cycles.of('documents', 'passport', 1, 9)).toBe(before);
  expect([cycles.size, copy.size]).toEqual([20, 40]);
});

test('as many calls as expected is no pace, twice as many is more than none, a quiet hour is near none', () => {
  expect(paceOf({ calls: 10, taken: 50 * minute }, 5 * minute)).toBe(0);
  expect(paceOf({ calls: 20, taken: 50 * minute }, 5 * minute)).toBeCloseTo(Math.log(21 / 11), 10);
  expect(paceOf({ calls: 0, taken: 0 }, 5 * minute)).toBe(0);
  expect(usualOf(4, 2)).toBeCloseTo(Math.log(2), 10);
  expect(usualOf(null, 2)).toBe(0);
  expect(fadedBy(60)).toBe(0.5);
});

test('an agenda gives the earliest first, and of one instant in the order in which it was noted', () => {
  const agenda = createAgenda<string>();
  for (const [at, what] of [
    [5, 'c'],
    [1, 'a'],
    [5, 'd'],
    [3, 'b'],
    [5, 'e'],
  ] as const)
    agenda.note(at, what);
  const taken = Array.from({ length: 5 }, () => agenda.next());
  expect(taken.map((one) => one?.what).join('')).toBe('abcde');
  expect(agenda.next()).toBeNull();
});

test('FC4 the latest count most: a step that takes twice as long since yesterday is known to', () => {
  const cycles = createCycles();
  for (let times = 0; times < 5000; times += 1) cycles.add(cycle(3));
  for (let times = 0; times < 400; times += 1) cycles.add(cycle(6));
  expect(cycles.mean('documents') / minute).toBeGreaterThan(5.4);
});

test('FC4 today’s pace bends it by two fifths of its logarithm, and not without end', () => {
  expect(tempoOf(0)).toBe(1);
  // Twice as fast as usual: 2 to the power of -0.4.
  expect(tempoOf(Math.log(2))).toBeCloseTo(0.758, 3);
  expect(tempoOf(Math.log(1 / 2))).toBeCloseTo(1.32, 2);
  expect(tempoOf(20)).toBeCloseTo(0.549, 3);
});
