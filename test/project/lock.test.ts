/** The lock file: versions without known holes, one pinned Node, no private host, no undecided install script. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { read } from './tree.ts';

const manifest = z
  .object({ dependencies: z.record(z.string(), z.string()), allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(read('package.json')));
const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lock = z.object({ packages: z.record(z.string(), entry) }).parse(JSON.parse(read('package-lock.json')));

/** Every installed package; a package may be there in several copies. The entry `''` is the project itself. */
const copies = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, found]) => ({ name: place.slice(place.lastIndexOf('node_modules/') + 13), place, ...found }));

/** Compares numbered versions; a prerelease sorts as the release it leads to, less one. */
function isAtLeast(version: string, least: string): boolean {
  const [numbers = '', prerelease] = version.split('-', 2);
  const difference = numbers.split('.').map((part, at) => Number(part) - Number(least.split('.')[at]));
  return (difference.find((step) => step !== 0) ?? (prerelease === undefined ? 0 : -1)) >= 0;
}

test.each([
  ['1.2.0', '1.2.0', true],
  ['1.10.0', '1.2.0', true],
  ['2.0.0', '1.9.9', true],
  ['1.1.9', '1.2.0', false],
  ['8.21.0', '8.21.1', false],
  ['1.2.0-rc.1', '1.2.0', false],
])('%s is at least %s: %s', (version, least, expected) => expect(isAtLeast(version, least)).toBe(expected));

test.each([
  ['aedes', '1.2.0'],
  ['socket.io-parser', '4.2.7'],
  ['engine.io', '6.6.9'],
  ['ws', '8.21.0'],
  ['proxy-addr', '2.0.8'],
])('every copy of %s is at least %s', (name, least) => {
  const found = copies.filter((copy) => copy.name === name);
  expect(found).not.toHaveLength(0);
  expect(found.filter(({ version }) => !isAtLeast(version ?? '0.0.0', least))).toEqual([]);
});

test('Node is pinned to one exact version of 26', () => {
  expect(manifest.dependencies.node).toMatch(/^26\.\d+\.\d+$/);
  expect(lock.packages['node_modules/node']?.version).toBe(manifest.dependencies.node);
});

test('the lock file names no host but the public registry', () => {
  expect(copies.length).toBeGreaterThan(100);
  const elsewhere = copies.filter(
    ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(elsewhere).toEqual([]);
});

test('every install script is allowed or refused by name', () => {
  const scripted = copies.filter((copy) => copy.hasInstallScript).map((copy) => copy.name);
  expect(scripted).toContain('node');
  expect(scripted.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
});
