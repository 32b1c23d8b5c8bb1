/** One connected socket: who it is, what it watches, and how much it has asked. */
import type { Socket } from 'socket.io';
import type { Principal } from '../../access/principal.ts';

export interface Watcher {
  readonly socket: Socket;
  readonly principal: Principal;
  /** Names as written. */
  readonly names: Set<string>;
  /** The highest sequence number it was sent: it must see them rise. */
  lastSeq: number;
  /** Messages since the window began. */
  asked: { since: number; count: number };
}

export const mostNames = 20;
/** A start page watches twenty names at once and comes back a few times; a person never needs more. */
const mostMessages = 200;
const windowMs = 10_000;

export const createWatcher = (socket: Socket, principal: Principal): Watcher => ({
  socket,
  principal,
  names: new Set(),
  lastSeq: 0,
  asked: { since: 0, count: 0 },
});

/** False: it asks too much. `now` in milliseconds of any clock that only goes forward. */
export function mayAsk(watcher: Watcher, now: number): boolean {
  if (now - watcher.asked.since > windowMs) watcher.asked = { since: now, count: 0 };
  watcher.asked.count += 1;
  return watcher.asked.count <= mostMessages;
}

/** Ends the connection without a farewell, so that a page comes back by itself, as whoever it then is. */
export const cut = ({ socket }: Watcher): void => {
  socket.conn.close();
};
