/** A queue of CUPS on this machine, by its `lp`: bytes go through as they are, answers do not come back. */
import { spawn } from 'node:child_process';
import type { Limits, Sent, Wire } from './wire.ts';

export const openCups = (queue: string, limits: Limits): Promise<Wire> =>
  Promise.resolve({
    answers: false,
    send: (bytes) => send(queue, bytes, limits.wire),
    answer: () => Promise.resolve(null),
    close: () => Promise.resolve(true),
  });

/** No shell: the queue's name is an argument, whatever stands in it. */
function send(queue: string, bytes: Uint8Array, ms: number): Promise<Sent> {
  const lp = spawn('lp', ['-d', queue, '-o', 'raw', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  return new Promise((resolve) => {
    const timer = setTimeout(() => lp.kill('SIGKILL'), ms);
    // `lp` refused the job, or is not installed: CUPS prints nothing of it. Ended by force: it may have it already.
    const end = (sent: Sent): void => {
      clearTimeout(timer);
      resolve(sent);
    };
    lp.once('error', () => end('none'));
    lp.once('close', (code) => end(code === 0 ? 'all' : code === null ? 'part' : 'none'));
    lp.stdin.on('error', () => {});
    lp.stdin.end(bytes);
  });
}
