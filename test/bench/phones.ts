/** The crowd of phones, seen from the bench: a process of its own that watches tickets. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CrowdOrder, CrowdReport } from './phone-crowd.ts';
import type { Workshop } from './workshop.ts';

export interface Phones {
  /** Views received and phones cut off since the last question. */
  count(): Promise<CrowdReport>;
  close(): Promise<void>;
}

const comeWithinMs = 60_000;
/** Real phones do not run on the hub's own processor: here they give way. */
const yielding = 5;
const settleMs = 1_500;

/** Resolves when every phone has its first view and the hub has come to rest. */
export async function openPhones(
  port: number,
  codes: readonly string[],
  workshop: Workshop,
): Promise<Phones> {
  const child = fork(fileURLToPath(new URL('phone-crowd.ts', import.meta.url)));
  workshop.adopt(child);
  if (child.pid !== undefined) setPriority(child.pid, yielding);

  async function ask(order: CrowdOrder): Promise<CrowdReport> {
    const answer = once(child, 'message', { signal: AbortSignal.timeout(comeWithinMs) });
    child.send(order);
    const [report]: [CrowdReport] = (await answer) as [CrowdReport];
    if (report.fault !== undefined) throw new Error(`Phones: ${report.fault}`);
    return report;
  }

  await ask({ port, codes });
  await pause(settleMs);
  return {
    count: () => ask({}),
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await pause(settleMs);
    },
  };
}
