/** The office's own moments on disk: what cannot be is refused whole, before it can spoil a told time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readMoments, writeMoments } from '../../server/forecast/kept-moments.ts';

const moment = {
  ...{ expected: 12.5, ahead: 3, pace: -0.4, usual: 0.2 },
  ...{ hour: 9.5, quiet: 4, since: 0, waited: 14.25 },
};

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-moments-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'forecast.json');
}

test('moments are read as they were written', () => {
  const kept = file();
  expect(readMoments(kept)).toEqual([]);
  writeMoments(kept, [moment, { ...moment, waited: 0 }]);
  expect(readMoments(kept)).toEqual([moment, { ...moment, waited: 0 }]);
});

test.each([
  ['a wait below nothing', { waited: -5 }],
  ['a wait without end', { waited: 1e308 }],
  ['an expectation below nothing', { expected: -1 }],
  ['a pace that cannot be', { pace: 1e9 }],
])('%s is no record of moments', (_, wrong) => {
  const kept = file();
  writeMoments(kept, [moment, { ...moment, ...wrong }]);
  expect(() => readMoments(kept)).toThrow('not a record of moments');
});

test('neither is another program’s file', () => {
  const kept = file();
  writeFileSync(kept, '{"columns":["a"],"moments":[[1]]}');
  expect(() => readMoments(kept)).toThrow('not a record of moments');
});
