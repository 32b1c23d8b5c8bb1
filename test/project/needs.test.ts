/** `needs`: a missing tool skips on a user's machine, fails in CI, and an installed one changes nothing. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSample } from './sample.ts';

test('a test whose tool is missing is skipped on a user’s machine, and says what to install', () => {
  const run = runSample('tools');
  expect(run.last).toBe('1 passed, 0 failed, 2 skipped');
  expect(run.lines).toContain(
    'skipped: tools.sample.ts > opens a page (needs chromium: install the package chromium)',
  );
  expect(run.status).toBe(0);
});

test('a test whose tool is missing fails in CI', () => {
  const run = runSample('tools', { ci: '1' });
  expect(run.last).toBe('1 passed, 2 failed, 0 skipped');
  expect(run.status).toBe(1);
});

test('a test whose tools are all there runs, in CI too', () => {
  const run = runSample('tools', { ci: '1', path: folderOf('chromium', 'mosquitto_pub', 'mosquitto_sub') });
  expect(run.last).toBe('3 passed, 0 failed, 0 skipped');
  expect(run.status).toBe(0);
});

test('one missing tool of two is enough to skip', () => {
  const run = runSample('tools', { path: folderOf('chromium', 'mosquitto_pub') });
  expect(run.last).toBe('2 passed, 0 failed, 1 skipped');
});

/** A folder with programs of these names that do nothing. */
function folderOf(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-tools-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}
