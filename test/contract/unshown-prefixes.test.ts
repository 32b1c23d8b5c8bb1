/** A hint, not a mistake: letters of numbers that a board of the office leaves out. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import { readableOnSevenSegments } from '../../server/contract/board-text.ts';
import { unshownPrefixes } from '../../server/contract/office/unshown-prefixes.ts';
import { contohText, replaced } from './office-fixture.ts';

/** Of counter 3, which calls for passports (A) in the regular lane and in the priority lane (P). */
function unshownWith(board: string, text = contohText) {
  const file = readOfficeFile(replaced(text, 'counter: 3 }]', `counter: 3, board: ${board} }]`));
  if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
  return unshownPrefixes(file.office);
}
const withB = replaced(contohText, 'prefix: A', 'prefix: B');
const b = [{ prefix: 'B', device: 'ser-3', counter: 3 }];

test('a letter without a shape on seven segments, for every board of a counter that calls it', () => {
  expect(unshownWith('{ width: 6, characters: seven-segment }', withB)).toEqual(b);
  expect(unshownWith('{ width: 6, characters: text }', withB)).toEqual([]);
  expect(unshownWith('{ width: 6, characters: seven-segment }')).toEqual([]);
});

test('letters for which a board has no place', () => {
  const narrow = unshownWith('{ width: 3, characters: text }');
  expect(narrow.map(({ prefix }) => prefix)).toEqual(['A', 'P']);
});

test('a board of digits is what it is', () => {
  expect(unshownWith('{ width: 3, characters: digits }', withB)).toEqual([]);
});

const offices = new URL('../../server/offices/', import.meta.url);

test.each(readdirSync(offices).filter((file) => file.endsWith('.yaml')))(
  'the letters of %s can be shown by boards of seven segments',
  (name) => {
    const file = readOfficeFile(readFileSync(new URL(name, offices), 'utf8'));
    if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
    const prefixes = [...file.office.services, ...file.office.lanes].flatMap(({ prefix }) => prefix ?? []);
    expect(prefixes.length).toBeGreaterThan(0);
    expect(prefixes.filter((prefix) => !readableOnSevenSegments(prefix))).toEqual([]);
  },
);
