/** A microphone and a loudspeaker of this machine, by ALSA's own programs, and the terminal. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Studio } from './record.ts';

/** `device`: as `arecord -L` names it; null: the default. `close` gives the terminal back. */
export function openStudio(device: string | null): Studio & { close(): void } {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const typed = lines[Symbol.asyncIterator]();
  const named = device === null ? [] : ['-D', device];
  return {
    say: (line) => void process.stdout.write(`${line}\n`),
    async ask(question) {
      process.stdout.write(question);
      const { value, done } = await typed.next();
      return done ? null : value.trim().toLowerCase();
    },
    async record(file, until) {
      const child = start('arecord', [
        '-q',
        ...named,
        '-t',
        'wav',
        '-f',
        'S16_LE',
        '-r',
        '44100',
        '-c',
        '1',
        file,
      ]);
      // On this signal it completes the file's header before it ends.
      await Promise.race([until, child.ended]);
      child.process.kill('SIGINT');
      await child.ended;
    },
    play: (file) => start('aplay', ['-q', file]).ended,
    close: () => lines.close(),
  };
}

function start(program: string, options: readonly string[]) {
  const child = spawn(program, options, { stdio: ['ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', () => reject(new Error(`${program} cannot be started: apt-get install alsa-utils`)));
    child.on('close', (code, signal) => {
      // Interrupted by us it ends with 1 and one line about it.
      if (code === 0 || signal || /signal/i.test(said)) resolve();
      else reject(new Error(`${program} failed: ${said.trim() || `code ${code}`}`));
    });
  });
  ended.catch(() => undefined);
  return { process: child, ended };
}
