/** What is told: ranges on the clock, how long they stay, and how wide they must be. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf } from '../../../server/domain/forecast/likely.ts';
import { type Told, tell } from '../../../server/domain/forecast/told.ts';
import { createTrust } from '../../../server/domain/forecast/trust.ts';

const minute = 60_000;
const fourOfFive = () => 0.8;

test('FC3 a range ends on the grid of the clock: whole minutes, fives from ten on, tens from an hour on', () => {
  const around = (middle: number) => Array.from({ length: 11 }, (_, index) => middle - 2 + index * 0.4);
  const now = 604;
  const short = rangeOf(around(6), now, fourOfFive);
  expect([now + short.from, now + short.to]).toEqual([608, 612]);
  const longer = rangeOf(around(30), now, fourOfFive);
  expect([now + longer.from, now + longer.to]).toEqual([630, 640]);
  const long = rangeOf(around(90), now, fourOfFive);
  expect([now + long.from, now + long.to]).toEqual([690, 700]);
});

test('FC3 a range holds at least the share of what came, its ends are in order, and its middle is the median', () => {
  const waits = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 80 });
  const share = fc.double({ min: 0.5, max: 1, noNaN: true });
  fc.assert(
    fc.property(waits, fc.integer({ min: 0, max: 1439 }), share, (unsorted, now, wanted) => {
      const sorted = unsorted.toSorted((a, b) => a - b);
      const { from, to, middle } = rangeOf(sorted, now, () => wanted);
      const held = sorted.filter((wait) => wait >= from && wait <= to).length;
      expect(held / sorted.length).toBeGreaterThanOrEqual(wanted - 1e-9);
      expect(to).toBeGreaterThan(from);
      const below = sorted.filter((wait) => wait < middle).length;
      const above = sorted.filter((wait) => wait > middle).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(sorted.length / 2);
    }),
  );
});

test('FC3 of ranges that hold as much, the one around the median is told, though waits are skewed', () => {
  const skewed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 40, 60, 80, 100, 120];
  const { from, to, middle } = rangeOf(skewed, 0, () => 0.5);
  expect(middle).toBe(10.5);
  expect([from, to]).toEqual([5, 15]);
});

const told: Told = { from: 100 * minute, to: 120 * minute, expected: 110 * minute };
const likely = (from: number, to: number, middle: number) => ({ from, to, middle });

test('FC6 a told time stays while the middle of what is likely is within it', () => {
  expect(tell(told, likely(20, 35, 28), 80 * minute)).toBe(told);
  expect(tell(told, likely(25, 45, 40), 80 * minute)).toBe(told);
});

test('FC6 it is revised when the middle has left it', () => {
  const next = tell(told, likely(35, 50, 41), 80 * minute);
  expect(next).toEqual({ from: 115 * minute, to: 130 * minute, expected: 121 * minute });
});

test('FC6 it is revised when it is over', () => {
  expect(tell(told, likely(0, 5, 1), 120 * minute)).toEqual({
    from: 120 * minute,
    to: 125 * minute,
    expected: 121 * minute,
  });
});

test('FC6 it is revised when half of its width does, and a short one is not', () => {
  expect(tell(told, likely(25, 35, 30), 80 * minute)).toMatchObject({ from: 105 * minute, to: 115 * minute });
  const short: Told = { from: 100 * minute, to: 110 * minute, expected: 105 * minute };
  expect(tell(short, likely(24, 27, 25), 80 * minute)).toBe(short);
});

test('FC6 what is told first is what is likely', () => {
  expect(tell(null, likely(5, 10, 7), 60 * minute)).toEqual({
    from: 65 * minute,
    to: 70 * minute,
    expected: 67 * minute,
  });
});

test('FC7 after ranges that missed, ranges of such a length must hold more, and others as much as before', () => {
  const trust = createTrust();
  const before = { same: trust.share(10, false), long: trust.share(60, false), anew: trust.share(10, true) };
  for (let times = 0; times < 5; times += 1) trust.note(10, false, false);
  expect(trust.share(10, false)).toBeCloseTo(before.same + 5 * 0.02 * 0.8, 10);
  expect(trust.share(60, false)).toBe(before.long);
  expect(trust.share(10, true)).toBe(before.anew);
});

test('FC7 where four of five hold, nothing changes in the long run; where all do, ranges become narrower, within bounds', () => {
  const steady = createTrust();
  const before = steady.share(20, false);
  for (let times = 0; times < 500; times += 1) steady.note(20, false, times % 5 !== 0);
  expect(steady.share(20, false)).toBeCloseTo(before, 10);
  const [sure, lost] = [createTrust(), createTrust()];
  for (let times = 0; times < 500; times += 1) {
    sure.note(20, false, true);
    lost.note(20, false, false);
  }
  expect(sure.share(20, false)).toBe(0.55);
  expect(lost.share(20, false)).toBe(0.97);
});

test('FC7 what is told anew, and of long waits, must hold more from the beginning', () => {
  const trust = createTrust();
  expect(trust.share(10, true)).toBeGreaterThan(trust.share(10, false));
  expect(trust.share(120, false)).toBeGreaterThan(trust.share(10, false));
});
