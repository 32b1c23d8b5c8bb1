/** FC11: who takes a number before the next forecast stands behind those who came since. */
import { expect, test } from 'vitest';
import { toldBehind } from '../../../server/domain/forecast/told-behind.ts';
import { instant } from '../../../server/domain/instant.ts';

const minute = 60_000;
const at = instant(Date.parse('2026-11-26T01:00:00Z'));
const estimate = {
  ...{ from: at + 5 * minute, to: at + 10 * minute, expected: at + 7 * minute, homeBy: at + 30 * minute },
  ...{ step: 'documents', each: 90_000 },
};
const minutes = (others: number, now = at) => {
  const told = toldBehind(estimate, others, now);
  return told && [told.from, told.expected, told.to, told.homeBy].map((one) => (one - at) / minute);
};

test('FC11 nobody came since: what was forecast', () => {
  expect(minutes(0)).toEqual([5, 7, 10, 30]);
});

test('FC11 four came since: six minutes later, at one and a half each', () => {
  expect(minutes(4)).toEqual([11, 13, 16, 36]);
});

test('FC11 not before the present minute, and nothing once its time is over', () => {
  expect(minutes(0, instant(at + 8 * minute))).toEqual([8, 8, 10, 30]);
  expect(minutes(0, instant(at + 10 * minute))).toBeNull();
  expect(toldBehind({ ...estimate, to: Number.NaN }, 0, at)).toBeNull();
});
