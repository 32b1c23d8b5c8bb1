/** Moments that were, found again by likeness. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemory } from '../../../server/domain/forecast/memory.ts';
import { coordinatesOf, kindOf, kinds, type Remembered } from '../../../server/domain/forecast/moment.ts';
import { asUsual, remember } from '../../../server/domain/forecast/usual-moments.ts';

const usual: Remembered = {
  expected: 10,
  ahead: 3,
  pace: 0,
  usual: 0,
  hour: 10,
  quiet: 1,
  since: 0,
  waited: 10,
};
const moment = (changes: Partial<Remembered>): Remembered => ({ ...usual, ...changes });

const anyMoment = fc.record({
  expected: fc.double({ min: 0, max: 240, noNaN: true }),
  ahead: fc.integer({ min: 0, max: 100 }),
  pace: fc.double({ min: -3, max: 3, noNaN: true }),
  usual: fc.double({ min: -3, max: 3, noNaN: true }),
  hour: fc.double({ min: 7, max: 18, noNaN: true }),
  quiet: fc.double({ min: 0, max: 90, noNaN: true }),
  since: fc.double({ min: 0, max: 120, noNaN: true }),
  waited: fc.double({ min: 0, max: 300, noNaN: true }),
});

test('FC2 what came of the moments most like this one is told, and not of others', () => {
  const memory = createMemory(1600);
  for (let index = 0; index < 5; index += 1) {
    memory.add(moment({ ahead: 3, waited: 20 + index }));
    memory.add(moment({ ahead: 30, hour: 16, pace: 1, waited: 100 + index }));
  }
  const found = memory.likely(usual, 5);
  expect(found.map((wait) => Math.round(wait * 100) / 100)).toEqual([20, 21, 22, 23, 24]);
});

test('FC2 what was different is carried over: a wait half as long again stays so at another length', () => {
  const memory = createMemory(1600);
  memory.add(moment({ expected: 9, waited: 19 }));
  expect(memory.likely(moment({ expected: 19 }), 1)[0]).toBeCloseTo(39, 3);
});

/** So alike that the nearest are near. */
const alike = anyMoment.map((one) => ({
  ...usual,
  expected: one.expected / 10,
  waited: one.waited,
  hour: one.hour,
}));
const searched = fc.oneof(
  fc.tuple(fc.array(anyMoment, { minLength: 1, maxLength: 60 }), anyMoment),
  fc.tuple(fc.array(alike, { minLength: 20, maxLength: 60 }), alike),
);

test('FC2 the nearest are found as by looking at all of them', () => {
  fc.assert(
    fc.property(searched, ([all, here]) => {
      const memory = createMemory(16 * 60);
      for (const one of all) memory.add(one);
      const away = (one: Remembered): number =>
        coordinatesOf(one).reduce(
          (sum, value, axis) => sum + (value - (coordinatesOf(here)[axis] ?? 0)) ** 2,
          0,
        );
      const sortedAway = all.toSorted((a, b) => away(a) - away(b));
      const nearest = sortedAway.slice(0, 7);
      const [last, next] = [nearest.at(-1), sortedAway[7]];
      // Where two are as near, either is right.
      fc.pre(!last || !next || away(next) - away(last) > 1e-4 * (1 + away(last)));
      const slow = nearest.map(({ waited, expected }) =>
        Math.max(0, ((waited + 1) * (here.expected + 1)) / (expected + 1) - 1),
      );
      const found = memory.likely(here, 7);
      const sorted = slow.toSorted((a, b) => a - b);
      expect(found).toHaveLength(sorted.length);
      for (const [index, wait] of found.entries())
        expect(Math.abs(wait - (sorted[index] ?? 0))).toBeLessThan(0.01 + wait * 0.001);
    }),
  );
});

test('FC2 an empty memory knows nothing', () => {
  expect(createMemory(160).likely(usual, 80)).toEqual([]);
});

test('FC8 short waits do not drive out long ones', () => {
  const memory = createMemory(16 * 4);
  memory.add(moment({ expected: 200, waited: 123 }));
  for (let index = 0; index < 1000; index += 1) memory.add(moment({ waited: index / 100 }));
  expect(memory.size).toBe(5);
  expect(Math.round(memory.likely(moment({ expected: 200 }), 1)[0] ?? 0)).toBe(123);
});

test('FC8 one crowded morning does not drive out the days before it, and many days do', () => {
  const memory = createMemory(16 * 200);
  const kept = (): number => memory.likely(usual, 200).filter((wait) => wait > 50).length;
  for (let index = 0; index < 1000; index += 1) memory.add(moment({ waited: 60 }));
  expect(kept()).toBe(200);
  for (let index = 0; index < 500; index += 1) memory.add(moment({ waited: 10 }));
  expect(kept()).toBeGreaterThan(100);
  expect(kept()).toBeLessThan(170);
  for (let index = 0; index < 50_000; index += 1) memory.add(moment({ waited: 10 }));
  expect(kept()).toBe(0);
});

test('every moment is of one of the kinds, and who just came is of another one', () => {
  fc.assert(
    fc.property(anyMoment, (one) => {
      expect(kindOf(one)).toBeGreaterThanOrEqual(0);
      expect(kindOf(one)).toBeLessThan(kinds);
    }),
  );
  expect(kindOf(moment({ since: 0 }))).not.toBe(kindOf(moment({ since: 10 })));
});

test('FC8 usual moments are remembered as they were shipped, to a hundredth', () => {
  const [given, taken] = [createMemory(160), createMemory(160)];
  const all = [moment({ waited: 12.345 }), moment({ expected: 1.239, pace: -0.126 })];
  for (const one of all) given.add(one);
  remember(taken, JSON.parse(JSON.stringify(asUsual(all))));
  expect(taken.size).toBe(2);
  const [before = [], after = []] = [given.likely(usual, 2), taken.likely(usual, 2)];
  for (const [index, wait] of before.entries()) expect(after[index]).toBeCloseTo(wait, 1);
});

test('usual moments of another form are not taken for ours', () => {
  expect(() => remember(createMemory(160), { columns: ['expected'], moments: [[1]] })).toThrow(
    'expected the columns',
  );
});
