/** A receipt printer on the network for stories: it answers how it is, and keeps the papers that came out, as bytes. */
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Decoded, decode } from '../printers/decode.ts';

/** `breaks`: the line is cut in the middle of a paper. */
type Mood = 'well' | 'out' | 'breaks';

/** DLE EOT 1, 2 and 4 (Epson's ESC/POS reference): what a well printer says, and one without paper. */
const answers: Readonly<Record<Mood, readonly [number, number, number]>> = {
  well: [0x12, 0x12, 0x12],
  breaks: [0x12, 0x12, 0x12],
  out: [0x1a, 0x32, 0x72],
};
const inTurn = Buffer.from([0x1d, 0x72, 0x01]);

export async function plugInPrinter() {
  let mood: Mood = 'well';
  const papers: Decoded[] = [];
  const sockets = new Set<Socket>();

  function answer(socket: Socket, question: number): void {
    const [printer, offline, paper] = answers[mood];
    socket.write(Buffer.of(question === 4 ? paper : question === 2 ? offline : printer));
  }
  /** A question comes by itself, or behind the paper that it is about. */
  function hear(socket: Socket, kept: Buffer): Buffer {
    if (kept.length === 3 && kept[0] === 0x10 && kept[1] === 0x04) {
      answer(socket, kept[2] ?? 0);
      return Buffer.alloc(0);
    }
    if (mood === 'breaks' && kept.length > 3) {
      socket.destroy();
      return Buffer.alloc(0);
    }
    if (!kept.subarray(-3).equals(inTurn)) return kept;
    papers.push(decode(new Uint8Array(kept.subarray(0, -3))));
    socket.write(Buffer.of(0x00));
    return Buffer.alloc(0);
  }

  const server = createServer((socket) => {
    let kept: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.on('data', (chunk) => {
      kept = hear(socket, Buffer.concat([kept, Buffer.from(chunk)]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return {
    papers,
    at: `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    becomes(next: Mood): void {
      mood = next;
    },
  };
}
