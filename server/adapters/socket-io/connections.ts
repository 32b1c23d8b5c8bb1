/** The sockets that are connected: they come, ask, and are cut off when they may not stay. */
import { performance } from 'node:perf_hooks';
import type { Socket } from 'socket.io';
import type { Access, Principal } from '../../access/principal.ts';
import type { Log } from '../../log.ts';
import { type Asked, ask } from './asking.ts';
import type { Rooms } from './rooms.ts';
import type { Screens } from './screens.ts';
import { createWatcher, cut, mayAsk, type Watcher } from './watcher.ts';

export interface ConnectionCounts {
  readonly sockets: number;
  readonly asked: Readonly<Record<Asked, number>>;
  /** What failed: a bug. */
  readonly failed: number;
  readonly refusedOrigins: number;
  /** Connections ended by the hub: access gone, or too many messages. */
  readonly cut: number;
}

export interface Connections {
  join(socket: Socket, principal: Principal): void;
  /** Cuts off whose token was revoked or whose session has ended. */
  endWhoIsGone(): void;
  refusedOrigin(): void;
  counts(): ConnectionCounts;
}

interface Parts {
  readonly rooms: Rooms;
  readonly screens?: Screens;
  readonly access: Access;
  readonly log: Log;
}

export function createConnections({ access, log, ...askable }: Parts): Connections {
  const watchers = new Set<Watcher>();
  const asked = { done: 0, refused: 0, malformed: 0, unknown: 0 };
  const counted = { failed: 0, refusedOrigins: 0, cut: 0 };

  function hear(watcher: Watcher, packet: readonly unknown[]): void {
    // What had already come in when it was cut off.
    if (!watchers.has(watcher)) return;
    try {
      if (mayAsk(watcher, performance.now())) asked[ask(askable, watcher, packet)] += 1;
      else end(watcher, 'asks too much');
    } catch (error) {
      counted.failed += 1;
      log.error({ err: error }, 'a socket message failed');
    }
  }

  function end(watcher: Watcher, why: string): void {
    if (!watchers.delete(watcher)) return;
    counted.cut += 1;
    log.warn({ account: watcher.principal.account, why }, 'socket cut');
    cut(watcher);
  }

  return {
    join(socket, principal) {
      const watcher = createWatcher(socket, principal);
      watchers.add(watcher);
      // Never passed on: no event of a client's choosing is ever emitted here, whatever its name.
      socket.use((packet) => hear(watcher, packet));
      socket.once('disconnect', () => {
        for (const name of watcher.names) askable.rooms.leave(watcher, name);
        watchers.delete(watcher);
        askable.screens?.left(watcher.screen);
      });
    },
    endWhoIsGone() {
      for (const watcher of watchers) if (!access.stillIs(watcher.principal)) end(watcher, 'access ended');
    },
    refusedOrigin() {
      counted.refusedOrigins += 1;
    },
    counts: () => ({ sockets: watchers.size, asked: { ...asked }, ...counted }),
  };
}
