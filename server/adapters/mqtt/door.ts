/** The listening socket: no delay, limits before CONNECT, and every byte through the checks. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Aedes, Client } from 'aedes';
import { createFrames } from './frames.ts';
import type { Dropped, Guard } from './guard.ts';
import { forgetHighest, interceptBytes } from './inside-aedes.ts';

export interface Door {
  readonly port: number;
  /** The client is in: its time limit is over. */
  connected(client: Client): void;
  /** Lets nobody in any more, and lets those who are in read what was sent before they go. */
  farewell(): Promise<void>;
  close(): Promise<void>;
}

export interface Doorkeeper {
  /** Told of a client whose packets are not good. */
  turnedAway(client: Client, address: string, reason: Dropped): void;
  /** Bytes of payload that the client may send at once. */
  mostPayload(client: Client): number;
}

const backlog = 4096;
const mostConnections = 4096;
/** Connections of one address that have not come in yet; beyond it the oldest has to go. */
const mostWaiting = 512;
/** From the first byte of TCP to CONNACK, the delays for guesses included. */
const connectWithinMs = 10_000;
/** How long the others have to hang up. */
const farewellMs = 500;
/** CONNACK with return code 1, unacceptable protocol version [MQTT-3.1.2-2]. */
const wrongVersion = Buffer.from([0x20, 0x02, 0x00, 0x01]);

export async function openDoor(
  broker: Aedes,
  guard: Guard,
  listen: { host: string; port: number },
  keeper: Doorkeeper,
): Promise<Door> {
  const waiting = new Map<string, Set<Socket>>();
  const sockets = new Map<Socket, () => void>();

  function leaveQueue(socket: Socket, address: string): void {
    const queue = waiting.get(address);
    queue?.delete(socket);
    if (queue?.size === 0) waiting.delete(address);
  }

  function queueUp(socket: Socket, address: string): void {
    const queue = (waiting.get(address) ?? new Set<Socket>()).add(socket);
    waiting.set(address, queue);
    if (queue.size <= mostWaiting) return;
    guard.drop('too-many', { address });
    // The newest stays: whoever has the right password needs some milliseconds only.
    queue.values().next().value?.destroy();
  }

  function accept(socket: Socket): void {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const limit = setTimeout(() => {
      guard.drop('late-connect', { address });
      socket.destroy();
    }, connectWithinMs);
    const settle = () => {
      clearTimeout(limit);
      leaveQueue(socket, address);
    };
    sockets.set(socket, settle);
    queueUp(socket, address);
    socket.once('close', () => {
      settle();
      sockets.delete(socket);
    });
    admit({ broker, guard, keeper }, socket, address);
  }

  async function farewell(): Promise<void> {
    server.close();
    const closed = [...sockets.keys()].map((socket) => once(socket, 'close'));
    // Not destroyed yet: an acknowledgement that nobody reads would make the kernel throw away what is on its way.
    for (const socket of sockets.keys()) socket.end();
    await Promise.race([Promise.allSettled(closed), wait(farewellMs, undefined, { ref: false })]);
  }

  const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 }, (socket) =>
    guard.run(
      'accept',
      () => accept(socket),
      () => void socket.destroy(),
    ),
  );
  server.maxConnections = mostConnections;
  server.listen({ ...listen, backlog });
  await once(server, 'listening');
  server.on('error', (error) => guard.drop('protocol', { error: error.message }));
  return {
    port: (server.address() as AddressInfo).port,
    connected: (client) => sockets.get(client.conn as Socket)?.(),
    farewell,
    async close() {
      for (const socket of sockets.keys()) socket.destroy();
      if (server.listening) await once(server.close(), 'close');
    },
  };
}

/** Gives the connection to the broker, which then sees good packets only. */
function admit(
  { broker, guard, keeper }: { broker: Aedes; guard: Guard; keeper: Doorkeeper },
  socket: Socket,
  address: string,
): void {
  const client = broker.handle(socket);
  const frames = createFrames(() => keeper.mostPayload(client));
  forgetHighest(broker, client);

  function turnAway(reason: Dropped): void {
    guard.drop(reason, { device: client.id ?? undefined, address });
    keeper.turnedAway(client, address, reason);
    // Not destroyed: what the client has sent besides would make the kernel throw the answer away.
    if (reason === 'bad-version') socket.end(wrongVersion);
    else socket.destroy();
  }

  interceptBytes(client, (bytes, handOn) =>
    guard.run(
      'packet',
      () => {
        const { good, wrong } = frames.take(bytes);
        if (good.length > 0) handOn(good);
        if (wrong !== null) turnAway(wrong);
      },
      () => void socket.destroy(),
    ),
  );
}
