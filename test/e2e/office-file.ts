/** Office files for tests of the whole: small, open at all hours, and as quick as a test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Midnight ends every visit: where no test is about it, the office is where it is hours away. */
const awayFromMidnight = (): string => (new Date().getUTCHours() < 12 ? 'Asia/Makassar' : 'Africa/Abidjan');

/** No refractory time: every press calls. English first, so that pages can be read by whoever reads the tests. */
export function officeText(timeZone = awayFromMidnight(), counters = 6): string {
  const rows = Array.from({ length: counters }, (_, index) => `  - { number: ${index + 1}, steps: [desk] }`);
  return [
    'id: contoh',
    'name: { id: Kantor Contoh, en: Example Office }',
    `timeZone: ${timeZone}`,
    'languages: [en, id]',
    'hours: { mon-sun: [00:00-24:00] }',
    'steps:',
    '  - { id: desk, name: { id: Meja, en: Desk }, incomplete: { reasons: [missing] } }',
    'services:',
    '  - { id: passport, prefix: A, name: { id: Paspor, en: Passport }, steps: [desk], promise: PT8H }',
    '  - { id: collection, prefix: C, name: { id: Pengambilan, en: Collection }, steps: [desk], promise: PT8H }',
    'lanes:',
    '  - { id: regular, name: { id: Umum, en: Regular } }',
    '  - { id: priority, prefix: P, name: { id: Prioritas, en: Priority }, for: [elderly] }',
    'counters:',
    ...rows,
    'calling: { refractory: PT0S, recallAfter: PT0S, noShowAfter: 1, noShowWait: PT0S }',
    '',
  ].join('\n');
}

/** Puts the text into a file of its own. @returns its path, for `LOKET_OFFICE` */
export function officeFile(text = officeText()): string {
  const file = join(temporaryFolder(), 'office.yaml');
  writeFileSync(file, text);
  return file;
}
