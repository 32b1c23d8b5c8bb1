/** Screens read live over Socket.IO: whole views of what they watch, and announcements. Nothing is changed here. */
import type { Server as HttpServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Access } from '../../access/principal.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import { type Asked, ask } from './asking.ts';
import type { MakeBox } from './make-view.ts';
import { createRooms } from './rooms.ts';
import { openServer } from './server.ts';
import { createTelling } from './telling.ts';
import { endsAccess } from './told.ts';
import { createWatcher, cut, mayAsk, type Watcher } from './watcher.ts';

export interface SocketsParts {
  readonly httpServer: HttpServer;
  readonly hub: Hub;
  readonly access: Access;
  readonly log: Log;
  /** Where phones reach the hub; null when they cannot. */
  readonly publicUrl: string | null;
  /** The virtual box of a counter; null where there is none. */
  readonly boxView: MakeBox;
  readonly onBoxChange: (listener: (counter: number) => void) => void;
}

/** Since the start, but for `sockets` and `names`, which are now. */
export interface SocketCounts {
  readonly sockets: number;
  readonly names: number;
  readonly announcements: number;
  readonly views: number;
  readonly asked: Readonly<Record<Asked['kind'], number>>;
  /** Views or answers that failed: a bug. */
  readonly failed: number;
  readonly refusedOrigins: number;
  /** Connections ended by the hub: access gone, or too many messages. */
  readonly cut: number;
}

export interface Sockets {
  /** Ends all connections; the HTTP server stays its owner's. */
  close(): void;
  counts(): SocketCounts;
}

const second = 1000;

export function attachSockets(parts: SocketsParts): Sockets {
  const { hub, access, log } = parts;
  const rooms = createRooms(hub, parts.boxView);
  const telling = createTelling({ hub, rooms, log });
  const watchers = new Set<Watcher>();
  const asked = { done: 0, refused: 0, malformed: 0, unknown: 0 };
  let failed = 0;
  let refusedOrigins = 0;
  let ended = 0;
  let closed = false;

  const refusedOrigin = () => {
    refusedOrigins += 1;
  };
  const io = openServer({ ...parts, refusedOrigin });

  io.on('connection', (socket) => {
    const watcher = createWatcher(socket, socket.data.principal);
    watchers.add(watcher);
    // Never passed on: no event of a client's choosing is ever emitted here, whatever its name.
    socket.use((packet) => hear(watcher, packet));
    socket.once('disconnect', () => {
      for (const name of watcher.names) rooms.leave(watcher, name);
      watchers.delete(watcher);
    });
  });

  function hear(watcher: Watcher, packet: readonly unknown[]): void {
    // What had already come in when it was cut off.
    if (!watchers.has(watcher)) return;
    try {
      if (mayAsk(watcher, performance.now())) asked[ask(rooms, watcher, packet)] += 1;
      else end(watcher, 'asks too much');
    } catch (error) {
      failed += 1;
      log.error({ err: error }, 'a socket message failed');
    }
  }

  function end(watcher: Watcher, why: string): void {
    if (!watchers.delete(watcher)) return;
    ended += 1;
    log.warn({ account: watcher.principal.account, why }, 'socket cut');
    cut(watcher);
  }

  function endWhoIsGone(): void {
    for (const watcher of watchers) if (!access.stillIs(watcher.principal)) end(watcher, 'access ended');
  }

  hub.onTold((told) => {
    if (closed) return;
    telling.told(told);
    if (told.reloaded || told.events.some(endsAccess)) endWhoIsGone();
  });
  parts.onBoxChange((counter) => {
    if (!closed) telling.boxChanged(counter);
  });
  // Sessions also end by time.
  const ticking = setInterval(() => {
    endWhoIsGone();
    telling.everySecond();
  }, second);

  return {
    close() {
      closed = true;
      clearInterval(ticking);
      telling.close();
      io.disconnectSockets(true);
      io.engine.close();
    },
    counts: () => ({
      ...telling.counts(),
      sockets: watchers.size,
      names: [...rooms.all()].length,
      views: rooms.views(),
      asked: { ...asked },
      failed: failed + telling.counts().failed,
      refusedOrigins,
      cut: ended,
    }),
  };
}
