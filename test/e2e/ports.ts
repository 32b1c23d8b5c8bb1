/** Ports that a hub can come back on: below those that the system gives to outgoing connections. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * A port of the system's own choice could meanwhile be taken by an outgoing connection, even by a client that
 * tries to reach the very hub that is away.
 */
export async function freePort(): Promise<number> {
  const lowest = 15_000;
  const span = firstEphemeral() - lowest;
  for (let tries = 0; tries < 100; tries += 1) {
    const port = lowest + Math.floor(Math.random() * span);
    const server = createServer().listen(port, '127.0.0.1');
    const [outcome] = await Promise.race([
      once(server, 'listening').then(() => [true]),
      once(server, 'error').then(() => [false]),
    ]).catch(() => [false]);
    await new Promise((resolve) => server.close(resolve));
    if (outcome) return port;
  }
  throw new Error('no free port');
}

function firstEphemeral(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s+/)[0]);
  } catch {
    return 32_768;
  }
}
