/** Screens read live over Socket.IO: whole views of what they watch, and announcements. Nothing is changed here. */
import type { Server as HttpServer } from 'node:http';
import type { Access } from '../../access/principal.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import { type ConnectionCounts, createConnections } from './connections.ts';
import type { ViewSources } from './make-view.ts';
import { createRooms } from './rooms.ts';
import type { Screens } from './screens.ts';
import { openServer } from './server.ts';
import { createTelling } from './telling.ts';
import { endsAccess } from './told.ts';

export interface SocketsParts {
  readonly httpServer: HttpServer;
  readonly hub: Hub;
  readonly access: Access;
  readonly log: Log;
  /** Where phones reach the hub; null when they cannot. */
  readonly publicUrl: string | null;
  readonly sources: ViewSources;
  /** Absent: nobody keeps what screens report. */
  readonly screens?: Screens;
  readonly onBoxChange: (listener: (counter: number) => void) => void;
  readonly onForecast: (listener: () => void) => void;
  /** Null: something of devices that has no id of its own. */
  readonly onDeviceChange?: (listener: (id: string | null) => void) => void;
  /** A thermometer has said something. */
  readonly onReading?: (listener: () => void) => void;
}

/** Since the start, but for `sockets` and `names`, which are now. */
export interface SocketCounts extends ConnectionCounts {
  readonly names: number;
  readonly announcements: number;
  readonly views: number;
}

export interface Sockets {
  /** Ends all connections; the HTTP server stays its owner's. */
  close(): void;
  counts(): SocketCounts;
}

const second = 1000;

export function attachSockets(parts: SocketsParts): Sockets {
  const { hub } = parts;
  const rooms = createRooms(hub, parts.sources);
  const telling = createTelling({ ...parts, rooms });
  const connections = createConnections({ ...parts, rooms });
  const io = openServer({ ...parts, refusedOrigin: connections.refusedOrigin });
  let closed = false;

  io.on('connection', (socket) => connections.join(socket, socket.data.principal));
  hub.onTold((told) => {
    if (closed) return;
    telling.told(told);
    if (told.reloaded || told.events.some(endsAccess)) connections.endWhoIsGone();
  });
  parts.onBoxChange((counter) => {
    if (!closed) telling.boxChanged(counter);
  });
  parts.onDeviceChange?.((id) => {
    if (!closed && id !== null) telling.deviceChanged(id);
  });
  parts.onForecast(() => {
    if (!closed) telling.forecastChanged();
  });
  parts.sources.media?.onChange(() => {
    if (!closed) telling.boardsChanged();
  });
  parts.screens?.onChange(() => {
    if (!closed) telling.screensChanged();
  });
  parts.screens?.onAgain((message) => {
    if (!closed) telling.again(message);
  });
  parts.onReading?.(() => {
    if (!closed) telling.doorChanged();
  });
  // Sessions also end by time.
  const ticking = setInterval(() => {
    connections.endWhoIsGone();
    telling.everySecond();
  }, second);

  return {
    close() {
      closed = true;
      clearInterval(ticking);
      telling.close();
      // The transports alone: a client that is told to disconnect would not come back by itself.
      io.engine.close();
    },
    counts() {
      const { announcements, failed } = telling.counts();
      const counts = connections.counts();
      const names = [...rooms.all()].length;
      return { ...counts, announcements, names, views: rooms.views(), failed: counts.failed + failed };
    },
  };
}
