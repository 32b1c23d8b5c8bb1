/** A stage for the pages: serves the built pages under the strict policy, and answers `watch` with views handed to it. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { extname, join, resolve } from 'node:path';
import express, { type Request, type Response } from 'express';
import helmet from 'helmet';
import { Server } from 'socket.io';
import type { AnnounceMessage, ClientToServer, ServerToClient } from '../../server/contract/socket.ts';
import { type StageScreens, stageScreens } from './stage-screens.ts';

const built = resolve(import.meta.dirname, '../../dist');

export interface Asked {
  readonly method: string;
  readonly path: string;
  /** `date=2026-11-26`; empty where there is none. */
  readonly query: string;
  readonly key: string | undefined;
  readonly body: unknown;
}

/** `lines`: sent first, a line each, before the body. `drop`: the connection ends without an answer. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly lines?: readonly object[] }
  | 'drop';
/** What the stage answers a request with; undefined: 404. */
export type Answering = (asked: Asked) => Answer | undefined | Promise<Answer | undefined>;

export interface Stage {
  readonly origin: string;
  readonly port: number;
  /** Requests to the API so far. */
  readonly asked: readonly Asked[];
  /** Hands out a view, to those who watch it and to those who will. `seq` goes up by itself. */
  show(name: string, view: object, options?: { seq?: number; at?: string }): void;
  announce(message: AnnounceMessage): void;
  /** Views of these names are refused with this code. */
  refuse(code: string, ...names: string[]): void;
  answer(answering: Answering): void;
  /** Reports, the choice of who speaks, and `/audio/`. */
  readonly screens: StageScreens;
  close(): Promise<void>;
  /** Sends every page away, and stays. */
  sayGoodbye(): void;
  /** Says goodbye to every page before it closes. */
  closePolitely(): Promise<void>;
}

export interface StageOptions {
  port?: number;
  /** Hub time now, ISO 8601, and the rate at which it runs. */
  now?: string;
  rate?: number;
  /** The folder of the built pages. */
  dist?: string;
}

function problem(code: string, status: number) {
  return { type: 'about:blank', title: code, status, code };
}

const policy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      connectSrc: ["'self'", 'ws:'],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
    },
  },
});

/** The pages at the addresses that the hub gives them. */
function pages(dist: string) {
  const app = express();
  app.use(policy);
  const page = (file: string) => (request: Request, response: Response) => {
    const squeezed = request.acceptsEncodings('gzip') !== false;
    if (squeezed) response.set('Content-Encoding', 'gzip').type('html');
    response.sendFile(join(dist, squeezed ? `${file}.gz` : file));
  };
  // Their names change with what is in them, as the hub says of them.
  app.use('/assets', (_request, response, next) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    next();
  });
  app.get(/\.(js|css)$/, (request, response, next) => {
    if (!request.acceptsEncodings('gzip')) return next();
    response.set('Content-Encoding', 'gzip').type(extname(request.path));
    response.sendFile(join(dist, `${request.path}.gz`));
  });
  app.get('/', page('display/start.html'));
  app.get('/t/worker.js', (_request, response) => response.sendFile(join(dist, 't/worker.js')));
  app.get('/t/:code', page('display/ticket.html'));
  app.get('/b/:code', page('display/booking.html'));
  app.get('/slip/:code', page('display/slip.html'));
  app.use(express.static(dist));
  return app;
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { rate = 1, now = '2026-11-26T02:20:00.000Z' } = options;
  const startedAt = performance.now();
  const hubTime = () => new Date(Date.parse(now) + (performance.now() - startedAt) * rate).toISOString();
  const views = new Map<string, { seq: number; at: string | null; view: object }>();
  const refused = new Map<string, string>();
  const asked: Asked[] = [];
  let answering: Answering = () => undefined;
  let seq = 0;
  let closed = false;

  const app = pages(options.dist ?? built);
  app.use('/api/v1', express.json(), async (request, response) => {
    const key = request.get('Idempotency-Key');
    const { method, path } = request;
    const query = request.originalUrl.split('?')[1] ?? '';
    const one = { method, path, query, key, body: request.body as unknown };
    // As Makassar's clocks show it.
    const local = new Date(Date.parse(hubTime()) + 8 * 3_600_000);
    response.set('Hub-Time', local.toISOString().replace('Z', '+08:00'));
    asked.push(one);
    const answer = (await answering(one)) ?? { status: 404, body: problem('not-found', 404) };
    if (answer === 'drop') {
      request.socket.destroy();
      return;
    }
    if (answer.lines) {
      const lines = [...answer.lines, answer.body].map((line) => `${JSON.stringify(line)}\n`);
      response.status(answer.status).type('application/x-ndjson').end(lines.join(''));
      return;
    }
    response.status(answer.status).json(answer.body);
  });

  const http = createServer(app);
  const connections = new Set<TcpSocket>();
  http.on('connection', (connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
  });
  const io = new Server<ClientToServer, ServerToClient>(http, { serveClient: false });
  const screens = stageScreens(app, io);

  const messageOf = (name: string) => {
    const known = views.get(name);
    return known && { name, seq: known.seq, at: known.at ?? hubTime(), rate, view: known.view };
  };
  io.on('connection', (socket) => {
    socket.on('watch', (name, ack) => {
      const message = messageOf(name);
      const code = refused.get(name) ?? (message ? null : 'not-found');
      ack?.(code === null ? null : (problem(code, 403) as Parameters<typeof ack>[0]));
      if (code !== null || !message) return;
      void socket.join(name);
      socket.emit('view', message);
    });
    socket.on('unwatch', (name) => void socket.leave(name));
  });

  await new Promise<void>((listening) => http.listen(options.port ?? 0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    screens,
    show(name, view, { seq: given, at } = {}) {
      seq = given ?? seq + 1;
      views.set(name, { seq, at: at ?? null, view });
      const message = messageOf(name);
      if (message) io.to(name).emit('view', message);
    },
    announce: (message) => void io.emit('announce', message),
    refuse(code, ...names) {
      for (const name of names) refused.set(name, code);
    },
    answer(given) {
      answering = given;
    },
    async close() {
      if (closed) return;
      closed = true;
      for (const connection of connections) connection.destroy();
      await io.close();
    },
    sayGoodbye: () => void io.disconnectSockets(),
    async closePolitely() {
      if (closed) return;
      closed = true;
      io.disconnectSockets(true);
      const gone = io.close();
      http.closeAllConnections();
      await gone;
    },
  };
}
