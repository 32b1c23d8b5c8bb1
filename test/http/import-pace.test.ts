/** Parts of a list are as large as the machine is quick. */
import { expect, test } from 'vitest';
import { createPace, linesNext } from '../../server/adapters/http/import-pace.ts';

test('a quick part is followed by one of twice as many lines at most, up to a hundred', () => {
  expect(linesNext(20, 0.1)).toBe(40);
  expect(linesNext(80, 0.1)).toBe(100);
});

test('a slow part is followed by as few lines as would have been quick, but some', () => {
  expect(linesNext(100, 16)).toBe(50);
  expect(linesNext(20, 4000)).toBe(5);
});

test('the first part is small, and the next is as large as the first was quick', async () => {
  const times = [0, 16, 20];
  const pace = createPace(() => times.shift() ?? 20);
  expect(pace.lines).toBe(20);
  await pace.rest();
  expect(pace.lines).toBe(10);
});
