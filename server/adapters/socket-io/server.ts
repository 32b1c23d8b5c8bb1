/** The Socket.IO server itself: how connections are made, kept and refused. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import { sessionOf } from '../../access/credentials.ts';
import { isOwnOrigin } from '../../access/origin.ts';
import { type Access, nobody, type Principal } from '../../access/principal.ts';
import { inOnePiece } from './frames.ts';

interface Carried {
  principal: Principal;
}
export type SocketServer = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Carried>;

/** Names are at most 80 characters, tokens 130; nobody needs to send us more at once. */
const mostBytes = 4096;
/**
 * A lost hub shows only as silence when a cable is pulled: a screen notices after both together, 2.9 s.
 * A phone whose answer takes longer than the second is thought gone, and comes back.
 */
const pings = { pingInterval: 1500, pingTimeout: 1400 };

export interface ServerParts {
  readonly httpServer: HttpServer;
  readonly access: Access;
  readonly publicUrl: string | null;
  readonly refusedOrigin: () => void;
}

export function openServer({ httpServer, access, publicUrl, refusedOrigin }: ServerParts): SocketServer {
  httpServer.on('upgrade', sayAllAtOnce);
  const io: SocketServer = new Server(httpServer, {
    ...pings,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: mostBytes,
    connectTimeout: 10_000,
    // Browsers send WebSocket handshakes across origins without asking: CORS does not cover them.
    allowRequest(request, done) {
      const own = isOwn(request, publicUrl);
      if (!own) refusedOrigin();
      done(own ? null : 'wrong-origin', own);
    },
  });
  io.engine.on('connection', (connection) => connection.on('packetCreate', inOnePiece));
  io.use((socket, next) => {
    whoIs(access, socket).then(
      (principal) => {
        socket.data.principal = principal;
        next();
      },
      // Its text is for us alone.
      () => next(new Error('internal')),
    );
  });
  return io;
}

/**
 * What the handshake makes us say in one turn of the event loop leaves in one write: when thousands come back
 * at once, writing is what takes the time. Must run before Socket.IO hears of the upgrade.
 */
function sayAllAtOnce(_request: IncomingMessage, socket: Duplex): void {
  socket.cork();
  setImmediate(() => socket.uncork());
}

function isOwn({ headers }: IncomingMessage, publicUrl: string | null): boolean {
  return headers.origin === undefined || isOwnOrigin(headers.origin, headers.host, publicUrl);
}

/** Who presents something wrong may still see what everybody sees. */
async function whoIs(access: Access, { handshake }: Socket): Promise<Principal> {
  const token: unknown = handshake.auth.token;
  const bearer = typeof token === 'string' ? token : undefined;
  const cookie = sessionOf(handshake.headers.cookie);
  return (await access.whoIs({ bearer, cookie })) ?? nobody;
}
