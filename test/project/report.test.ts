/** The reporter: one closing line that counts everything, and every skipped test with its reason. */
import { expect, test } from 'vitest';
import { runSample } from './sample.ts';

test('the last line counts the passed, the failed, a broken hook and the skipped; reasons stand above it', () => {
  const run = runSample('mixed');
  expect(run.last).toBe('1 passed, 2 failed, 3 skipped');
  expect(run.lines.slice(-4, -1)).toEqual([
    'skipped: mixed.sample.ts > is left out (the moon is wrong)',
    'skipped: mixed.sample.ts > is not written (not written yet)',
    'skipped: mixed.sample.ts > a hook that fails > never runs (did not run)',
  ]);
  expect(run.lines.filter((line) => /^\d+ passed, /.test(line))).toHaveLength(1);
  expect(run.status).toBe(1);
});

test('a file that does not load is a failure', () => {
  const run = runSample('broken');
  expect(run.last).toBe('0 passed, 1 failed, 0 skipped');
  expect(run.status).toBe(1);
});

test('a run that finds no test has failed', () => {
  const run = runSample('nothing-of-this-name');
  expect(run.last).toBe('0 passed, 1 failed, 0 skipped');
  expect(run.status).toBe(1);
});
