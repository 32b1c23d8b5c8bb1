/** The mark that says until when the hub was alive. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepAlive, lastAlive } from '../../server/hub/alive.ts';
import { temporaryFolder } from './folder.ts';
import { at } from './office-day.ts';

test('a folder without a mark says nothing of the past', () => {
  expect(lastAlive(temporaryFolder())).toBe(null);
});

test('the hub’s time is noted again and again, and at the stop', async () => {
  const folder = temporaryFolder();
  let time = at(1);
  const alive = keepAlive(folder, () => time, 1);
  onTestFinished(() => alive.stop());
  await expect.poll(() => lastAlive(folder)).toBe(at(1));
  time = at(2);
  await expect.poll(() => lastAlive(folder)).toBe(at(2));
  time = at(3);
  await alive.stop();
  expect(readFileSync(join(folder, 'alive'), 'utf8')).toBe('2026-11-26T00:03:00.000Z\n');
  expect(readdirSync(folder)).toEqual(['alive']);
});

test('the time is noted at once, not only after ten seconds', async () => {
  const folder = temporaryFolder();
  const alive = keepAlive(folder, () => at(1));
  await expect.poll(() => lastAlive(folder)).toBe(at(1));
  await alive.stop();
});

test.each([
  '',
  '2026-11-26T00:03:00',
  '2026-11-26T00:03:00.000Z\n2026-11-26T00:04:00.000Z\n',
  '2026-13-26T00:03:00.000Z\n',
  '1795651200000\n',
  '\0\0\0\0',
])('a mark that is no instant says nothing: %j', (text) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'alive'), text);
  expect(lastAlive(folder)).toBe(null);
});

test('where nothing can be written the hub goes on without a mark', async () => {
  const folder = join(temporaryFolder(), 'not-there');
  const alive = keepAlive(folder, () => at(1), 1);
  await alive.stop();
  expect(lastAlive(folder)).toBe(null);
});
