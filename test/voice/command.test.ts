/** `npm run voice`, as a person types it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const main = join(import.meta.dirname, '../../server/voice/main.ts');

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'loket-say-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

test('says a call into a file', () => {
  const file = join(folder(), 'call.wav');
  const { status, stdout } = run('say', 'A-012', '3', '--out', file, '--languages', 'id');
  expect(status).toBe(0);
  expect(stdout).toMatch(/call\.wav: [78]\.\d s\n$/);
  expect(readFileSync(file).subarray(0, 4).toString()).toBe('RIFF');
});

test('prints the list, or writes it', () => {
  const file = join(folder(), 'words.txt');
  expect(run('list', 'en').stdout).toContain('letter-z.wav');
  expect(run('list', 'id', '--out', file).stdout).toBe('');
  expect(readFileSync(file, 'utf8')).toContain('silakan menuju loket');
});

test('takes nothing from a folder with too little in it, and ends with 1', () => {
  const made = folder();
  writeFileSync(join(made, '1.wav'), 'no sound');
  const { status, stdout } = run('take', made, '--as', 'id', '--to', join(made, 'voice'));
  expect(status).toBe(1);
  expect(stdout).toContain('1.wav is no WAV file');
  expect(stdout).toContain('Nothing was written.');
  expect(existsSync(join(made, 'voice'))).toBe(false);
});

test.each([
  [['say', 'A-012'], 'say A-012 3 --out FILE.wav'],
  [['list', 'xx'], 'There are no words for "xx"'],
  [['check', '/nowhere/at/all'], 'There is no folder /nowhere/at/all.'],
  [['take', '.', '--as', 'id'], 'take FOLDER --as id --to DATA/voice'],
  [['make', 'xx', '--to', tmpdir()], 'Nobody has written the words of "xx".'],
  [['say', '--loud'], 'Unknown option'],
])('%j is refused in one sentence', (words, sentence) => {
  const { status, stderr } = run(...words);
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});
