/** Plays a WAV on a sound card of this machine with ALSA's `aplay`: it needs no browser, and nobody's touch. */
import { spawn } from 'node:child_process';

export type Played = { readonly ok: true } | { readonly ok: false; readonly why: string };

export interface Playing {
  readonly done: Promise<Played>;
  stop(): void;
}

export type Play = (device: string, wav: Uint8Array, withinMs: number) => Playing;

const mostSaid = 300;

/** `ok` when it was played to its end; ended by force when it takes longer than `withinMs`. */
export const aplay: Play = (device, wav, withinMs) => {
  const child = spawn('aplay', ['-q', '-D', device, '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, withinMs);
  const done = new Promise<Played>((resolve) => {
    // Installed or not, it is said once by whoever asked.
    child.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'aplay is not installed (package alsa-utils)' : String(error);
      resolve({ ok: false, why });
    });
    child.once('close', (code) => {
      if (code === 0) resolve({ ok: true });
      else
        resolve({
          ok: false,
          why: late ? 'it did not come to an end' : said.trim() || `aplay ended with ${code}`,
        });
    });
  }).finally(() => clearTimeout(timer));
  child.stderr.on('data', (data) => {
    said = `${said}${data}`.slice(0, mostSaid);
  });
  // It may end before it has read everything: its code says so.
  child.stdin.on('error', () => {});
  child.stdin.end(wav);
  return { done, stop: () => child.kill('SIGKILL') };
};
