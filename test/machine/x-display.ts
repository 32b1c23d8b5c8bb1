/** A display that nobody sees, for browsers that are not headless: an X server of its own for each test file. */
import { spawn } from 'node:child_process';
import { pathOf } from '../needs.ts';

export interface XDisplay {
  /** `:7` */
  readonly name: string;
  close(): Promise<void>;
}

/** The server takes a free number itself and says which. */
export async function openDisplay(width = 1280, height = 720): Promise<XDisplay> {
  const file = pathOf('Xvfb');
  if (file === undefined) throw new Error('there is no Xvfb');
  const screen = ['-screen', '0', `${width}x${height}x24`];
  const server = spawn(file, ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((done) => server.on('exit', () => done()));
  const number = await new Promise<string>((known, failed) => {
    server.stdio[3]?.on('data', (bytes: Buffer) => known(String(bytes).trim()));
    void gone.then(() => failed(new Error('Xvfb ended')));
  });
  return {
    name: `:${number}`,
    close() {
      server.kill();
      return gone;
    },
  };
}
