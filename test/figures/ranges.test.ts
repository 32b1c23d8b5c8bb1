/** The ranges that a report compares. */
import { expect, test } from 'vitest';
import { datesOf, isRange, mostDates, rangeBefore, rangeOfYearBefore } from '../../server/figures/ranges.ts';

test.each([
  ['2026-11-26', '2026-11-26', '2026-11-25', '2026-11-25'],
  ['2026-11-01', '2026-11-30', '2026-10-02', '2026-10-31'],
  ['2026-01-01', '2026-01-07', '2025-12-25', '2025-12-31'],
  ['2024-03-01', '2024-03-31', '2024-01-30', '2024-02-29'],
  ['2025-01-01', '2025-12-31', '2024-01-02', '2024-12-31'],
])('before %s to %s is %s to %s', (from, to, first, last) => {
  expect(rangeBefore({ from, to })).toEqual({ from: first, to: last });
});

test.each([
  ['2026-11-26', '2026-11-30', '2025-11-26', '2025-11-30'],
  ['2024-02-29', '2024-02-29', '2023-02-28', '2023-02-28'],
  ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
  ['2025-02-28', '2025-03-01', '2024-02-28', '2024-03-01'],
])('a year before %s to %s is %s to %s', (from, to, first, last) => {
  expect(rangeOfYearBefore({ from, to })).toEqual({ from: first, to: last });
});

test('the dates of a range, over a leap day', () => {
  expect(datesOf({ from: '2024-02-28', to: '2024-03-01' })).toEqual([
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
  ]);
});

test('a range is in order and not longer than ten years', () => {
  expect(mostDates).toBe(3700);
  expect(isRange({ from: '2026-11-26', to: '2026-11-26' })).toBe(true);
  expect(isRange({ from: '2026-11-26', to: '2026-11-25' })).toBe(false);
  expect(isRange({ from: '2016-01-01', to: '2026-02-16' })).toBe(true);
  expect(isRange({ from: '2016-01-01', to: '2026-02-17' })).toBe(false);
  expect(isRange({ from: '0001-01-01', to: '0001-01-02' })).toBe(false);
});
