/** The office's own moments on disk, so that a restart does not make it a new office. Without the file it is one, and nothing is lost. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Remembered } from '../domain/forecast/moment.ts';
import { asUsual, columns, type UsualMoments } from '../domain/forecast/usual-moments.ts';

/** Empty where there is no file. @throws where it is none of ours */
export function readMoments(file: string): Remembered[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return momentsIn(JSON.parse(text), file);
}

/** Minutes: a queue that does not move is expected to last for days, and no longer. */
const longest = 10_000;
const logarithms: readonly string[] = ['pace', 'usual'];

function isPossible(value: unknown, column: number): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > longest) return false;
  return value >= 0 || logarithms.includes(columns[column] ?? '');
}

function momentsIn(read: Partial<UsualMoments> | null, file: string): Remembered[] {
  const rows = read?.columns?.join() === columns.join() ? read.moments : undefined;
  const isWhole = rows?.every(
    (row) => Array.isArray(row) && row.length === columns.length && row.every(isPossible),
  );
  if (!rows || !isWhole) throw new Error(`${file}: not a record of moments`);
  return rows.map((row) => {
    const [expected = 0, ahead = 0, pace = 0, usual = 0, hour = 0, quiet = 0, since = 0, waited = 0] = row;
    return { expected, ahead, pace, usual, hour, quiet, since, waited };
  });
}

export function writeMoments(file: string, moments: readonly Remembered[]): void {
  const draft = `${file}.new`;
  writeFileSync(draft, JSON.stringify(asUsual(moments)));
  renameSync(draft, file);
}
