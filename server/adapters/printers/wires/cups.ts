/** A queue of CUPS on this machine, by its `lp`: bytes go through as they are, answers do not come back. */
import { spawn } from 'node:child_process';
import type { Limits, Sent, Wire } from './wire.ts';

/** Rejects where there is no such queue, or it is stopped: a paper would come out hours later. Nothing was sent. */
export async function openCups(queue: string, limits: Limits): Promise<Wire> {
  const told = await run('lpstat', ['-p', queue], new Uint8Array(), limits.wire);
  if (told.code !== 0 || /\bdisabled\b/.test(told.text)) throw new Error('no queue that prints');
  return {
    answers: false,
    send: (bytes) => send(queue, bytes, limits.wire),
    answer: () => Promise.resolve(null),
    close: () => Promise.resolve('well'),
  };
}

/** Refused by `lp`: CUPS prints nothing of it. Ended by force: CUPS may have it already. */
async function send(queue: string, bytes: Uint8Array, ms: number): Promise<Sent> {
  const { code } = await run('lp', ['-d', queue, '-o', 'raw', '-'], bytes, ms);
  if (code === 0) return 'all';
  return code === null ? 'part' : 'none';
}

const notInstalled = 127;

/**
 * No shell: the queue's name is an argument, whatever stands in it.
 * @returns code null: the time was over, and it was ended by force
 */
function run(
  program: 'lp' | 'lpstat',
  order: readonly string[],
  input: Uint8Array,
  ms: number,
): Promise<{ code: number | null; text: string }> {
  const env = { ...process.env, LC_ALL: 'C' };
  const child = spawn(program, order, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    let text = '';
    const end = (code: number | null): void => {
      clearTimeout(timer);
      resolve({ code, text });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end(null);
    }, ms);
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    child.stdin.on('error', () => {});
    child.once('error', () => end(notInstalled));
    child.once('close', end);
    child.stdin.end(input);
  });
}
