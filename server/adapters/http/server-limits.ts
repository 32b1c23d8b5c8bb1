/** What one client may take of the server: headers, time, connections. */
import type { Server, ServerOptions } from 'node:http';

/** For `http.createServer` or `https.createServer`: what can only be said there. */
export const serverOptions: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  // How often it is looked for slow clients.
  connectionsCheckingInterval: 1000,
};

/** Milliseconds. */
export interface Patience {
  readonly headers: number;
  /** For headers and body together. */
  readonly request: number;
  /** For a client that does not take its answer; Socket.IO says something more often than this. */
  readonly silence: number;
}

const usual: Patience = { headers: 10_000, request: 30_000, silence: 60_000 };

/** Slow clients are dropped; five thousand phones are not. */
export function limitServer(server: Server, patience: Patience = usual): void {
  server.maxHeadersCount = 64;
  server.headersTimeout = patience.headers;
  server.requestTimeout = patience.request;
  server.keepAliveTimeout = 30_000;
  server.timeout = patience.silence;
  server.maxConnections = 12_000;
}

/** For `server.listen`: Node's own backlog of 511 is too short when every phone comes back at once. */
export const backlog = 4096;
