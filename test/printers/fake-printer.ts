/** A receipt printer on the network, as it stands in an office: real TCP, real answers, every way to fail. */
import { createServer, type Server, type Socket } from 'node:net';
import { type Decoded, decode } from './decode.ts';
import { createMachine, type Mood } from './machine.ts';

export interface FakePrinter {
  /** `tcp://127.0.0.1:43210`, for the device's settings. */
  readonly at: string;
  readonly mood: Readonly<Mood>;
  /** `set({ paper: 'out' })`, `set({ cover: 'open' })`, `set({ silent: true })`, `set({ breaksAfter: 100 })`, … */
  set(mood: Partial<Mood>): void;
  /** Papers that were cut off, as they look. Throws where a hostile text got through as a command. */
  papers(): Decoded[];
  /** What stands on the paper behind the last cut, in bytes: a paper that broke off. */
  readonly begun: number;
  readonly printed: Uint8Array;
  readonly asked: number;
  /** Most connections that were open at once: many printers take only one. */
  readonly mostAtOnce: number;
  /** Everything that hangs on it breaks; its memory is lost; nobody answers at its address. */
  switchOff(): Promise<void>;
  /** At the same address. */
  switchOn(): Promise<void>;
  /** When it has printed, was asked, or was changed, and this holds. */
  until(holds: (printer: FakePrinter) => boolean): Promise<void>;
}

/** Plugged in and switched on. `switchOff` at the end of the test. */
export async function plugInPrinter(mood: Partial<Mood> = {}): Promise<FakePrinter> {
  const sockets = new Set<Socket>();
  const watchers = new Set<() => void>();
  const seen = (): void => {
    for (const watcher of watchers) watcher();
  };
  const breakAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const machine = createMachine(breakAll, seen);
  machine.set(mood);
  let mostAtOnce = 0;
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    mostAtOnce = Math.max(mostAtOnce, sockets.size);
    socket.on('data', (bytes: Buffer) => machine.take(bytes, (byte) => socket.write(Uint8Array.of(byte))));
    socket.on('end', () => machine.mood.clings || socket.end());
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  let server = await listening(accept, 0);
  const port = portOf(server);
  const printer: FakePrinter = {
    at: `tcp://127.0.0.1:${port}`,
    mood: machine.mood,
    set: machine.set,
    papers: () => cutApart(machine.printed).papers.map(decode),
    get begun() {
      return cutApart(machine.printed).begun;
    },
    get printed() {
      return machine.printed;
    },
    get asked() {
      return machine.asked;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    async switchOff() {
      breakAll();
      machine.forget();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
    async switchOn() {
      server = await listening(accept, port);
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!holds(printer)) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
  return printer;
}

const listening = (accept: (socket: Socket) => void, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, accept);
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

/** Each paper with the cut that ends it (`GS V`), and how many bytes stand behind the last cut. */
export function cutApart(printed: Uint8Array): { papers: Uint8Array[]; begun: number } {
  const papers: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < printed.length; at += 1) {
    if (printed[at] !== 0x1d || printed[at + 1] !== 0x56) continue;
    const end = at + ((printed[at + 2] ?? 0) >= 65 ? 4 : 3);
    papers.push(printed.slice(from, end));
    from = end;
  }
  return { papers, begun: printed.length - from };
}
