/** Reads a list of bookings in a thread of its own: thousands of rows take longer than a press may wait. */
import { Worker } from 'node:worker_threads';
import type { BookingLine, LineMistake, ListOptions, ListRead } from './booking-line.ts';

/** What the thread says: parts of the list, none so large that taking it in would hold anything up, then the whole but for them. */
export type Said =
  | { readonly lines: BookingLine[]; readonly mistakes: LineMistake[] }
  | { readonly end: ListRead };

/** MB. A file of 8 MB needs a part of it; one that needs more ends the thread, not the hub. */
const mostMemory = 512;
let last: Promise<unknown> = Promise.resolve();

/** One list after the other. Rejects when the thread fails, which no content of a file should make it do. */
export function readListInThread(bytes: Uint8Array, options: ListOptions): Promise<ListRead> {
  const next = last.then(() => read(bytes, options));
  last = next.catch(() => undefined);
  return next;
}

function read(bytes: Uint8Array, options: ListOptions): Promise<ListRead> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { bytes, options },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const lines: BookingLine[] = [];
    const mistakes: LineMistake[] = [];
    worker.on('message', (said: Said) => {
      if ('end' in said) return resolve(said.end.ok ? { ...said.end, lines, mistakes } : said.end);
      lines.push(...said.lines);
      mistakes.push(...said.mistakes);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
}
