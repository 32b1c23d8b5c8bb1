/** A printer on the network: raw bytes to a TCP port, 9100 unless said otherwise. One connection for one job. */
import { connect, type Socket } from 'node:net';
import { createAnswers } from './answers.ts';
import { type Ended, type Limits, partsOf, type Sent, type Wire, within } from './wire.ts';

/** Rejects when nobody answers there: nothing was sent. */
export async function openTcp(host: string, port: number, limits: Limits): Promise<Wire> {
  const socket = await connected(host, port, limits.wire);
  const answers = createAnswers();
  let broken = false;
  socket.on('data', answers.take);
  // The printer hung up, or was switched off: before we said that we are done, that is no good end.
  const over = (): void => {
    if (!socket.writableEnded) broken = true;
    answers.end();
  };
  socket.on('end', over).on('close', over);
  socket.on('error', () => {
    broken = true;
    answers.end();
  });
  return {
    answers: true,
    send: (bytes) => (broken ? Promise.resolve('none') : send(socket, bytes, limits.wire)),
    answer: answers.next,
    async close() {
      const ended = await ending(socket, limits.wire);
      socket.destroy();
      return broken ? 'broken' : ended;
    },
  };
}

function connected(host: string, port: number, ms: number): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(reason);
    };
    const timer = setTimeout(() => fail(new Error('no answer')), ms);
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

async function send(socket: Socket, bytes: Uint8Array, ms: number): Promise<Sent> {
  for (const chunk of partsOf(bytes)) {
    const taken = new Promise<boolean>((resolve) => socket.write(chunk, (error) => resolve(!error)));
    // What the system holds may still leave when the printer takes bytes again: that paper is given up instead.
    if (!(await within(ms, taken, false))) {
      socket.destroy();
      return 'part';
    }
  }
  return 'all';
}

/** Our end is said, and the printer says its own: then it has everything. */
function ending(socket: Socket, ms: number): Promise<Ended> {
  if (socket.destroyed) return Promise.resolve('broken');
  const closed = new Promise<Ended>((resolve) =>
    socket.once('close', (failed) => resolve(failed ? 'broken' : 'well')),
  );
  socket.end();
  return within(ms, closed, 'open' as const);
}
