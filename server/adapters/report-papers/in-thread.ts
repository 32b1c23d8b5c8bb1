/** Writes a paper in a thread of its own: a page takes longer to draw than a press may wait. */
import { Worker } from 'node:worker_threads';
import type { Report } from '../../contract/report.ts';
import type { PaperWanted } from './write-paper.ts';

/** MB. Ten years by day need a part of it; what needs more ends the thread, not the hub. */
const mostMemory = 256;
let last: Promise<unknown> = Promise.resolve();

/** One paper after the other. Rejects when the thread fails, which no report should make it do. */
export function writePaperInThread(report: Report, wanted: PaperWanted): Promise<Uint8Array<ArrayBuffer>> {
  const next = last.then(() => write(report, wanted));
  last = next.catch(() => undefined);
  return next;
}

function write(report: Report, wanted: PaperWanted): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      // As text: it is made and handed over faster than a copy of so many small objects.
      workerData: { report: JSON.stringify(report), wanted },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
}
