/** What one client may take of the server: headers, time, connections. */
import type { Server, ServerOptions } from 'node:http';

/** For `http.createServer` or `https.createServer`: what can only be said there. */
export const serverOptions: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  // How often the times below are looked at.
  connectionsCheckingInterval: 1000,
};

/** Slow clients are dropped; five thousand phones are not. */
export function limitServer(server: Server): void {
  server.maxHeadersCount = 64;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 30_000;
  // A client that does not take its answer; Socket.IO says something more often than this.
  server.timeout = 60_000;
  server.maxConnections = 12_000;
}

/** For `server.listen`: Node's own backlog of 511 is too short when every phone comes back at once. */
export const backlog = 4096;
