/** What one client may take of the server: headers, time, connections. */
import type { IncomingMessage, Server, ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';

/** For `http.createServer` or `https.createServer`: what can only be said there. */
export const serverOptions: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  // How often it is looked for slow clients.
  connectionsCheckingInterval: 1000,
  // Others (HTTP/2 in the clear, as some clients ask by themselves) are answered as if they had not asked.
  shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
};

/** Milliseconds. */
export interface Patience {
  readonly headers: number;
  /** For the body. */
  readonly request: number;
  /** For a client that does not take its answer; Socket.IO says something more often than this. */
  readonly silence: number;
}

const usual: Patience = { headers: 10_000, request: 30_000, silence: 60_000 };

/** Milliseconds, for what `takesLonger`: as long as it does not fall silent. */
const longest = 3_600_000;
const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** This body is waited for as long as something comes. */
export const takesLonger = (request: IncomingMessage): void => clearTimeout(timers.get(request));

function limitBody(request: IncomingMessage, most: number): void {
  const { 'content-length': length = '0', 'transfer-encoding': chunks } = request.headers;
  if (length === '0' && chunks === undefined) return;
  const timer = setTimeout(() => answerClientError(tooSlow, request.socket), most);
  timers.set(request, timer.unref());
  request.once('close', () => clearTimeout(timer));
}

const tooSlow = Object.assign(new Error('the body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/** Slow clients are dropped; five thousand phones are not. */
export function limitServer(server: Server, patience: Patience = usual): void {
  server.maxHeadersCount = 64;
  server.headersTimeout = patience.headers;
  // Node knows one time for all bodies; a video over a slow network takes longer than all others.
  server.requestTimeout = longest;
  server.on('request', (request) => limitBody(request, patience.request));
  server.keepAliveTimeout = 30_000;
  server.timeout = patience.silence;
  server.maxConnections = 12_000;
  server.on('clientError', answerClientError);
}

/** For `server.listen`: Node's own backlog of 511 is too short when every phone comes back at once. */
export const backlog = 4096;

/** What Node refuses before any route sees it: with a problem, as everything else. */
function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, reason, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', 'too-large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', 'malformed']
        : [400, 'Bad Request', 'malformed'];
  const body = JSON.stringify({ type: 'about:blank', title: reason, status, code });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}
