/** One connected socket: who it is, what it watches, and how much it has asked. */
import type { Socket } from 'socket.io';
import type { Principal } from '../../access/principal.ts';
import { type Connected, connectedBy } from './screens.ts';

export interface Watcher {
  readonly socket: Socket;
  readonly principal: Principal;
  /** As whoever keeps the screens knows it. */
  readonly screen: Connected;
  /** Names as written. */
  readonly names: Set<string>;
  /** The highest sequence number it was sent: it must see them rise. */
  lastSeq: number;
  /** Messages since the window began. */
  asked: Pace;
  /** Of those, what it reported of itself. */
  reported: Pace;
}

interface Pace {
  since: number;
  count: number;
}

export const mostNames = 20;
/** A start page watches twenty names at once and comes back a few times; a person never needs more. */
const mostMessages = 200;
/** A page reports what changed, and every 20 seconds: a busy board a few times in ten. */
const mostReports = 40;
const windowMs = 10_000;

export const createWatcher = (socket: Socket, principal: Principal): Watcher => ({
  socket,
  principal,
  screen: connectedBy(socket, principal),
  names: new Set(),
  lastSeq: 0,
  asked: { since: 0, count: 0 },
  reported: { since: 0, count: 0 },
});

/** False: it asks too much. `now` in milliseconds of any clock that only goes forward. */
export function mayAsk(watcher: Watcher, now: number): boolean {
  watcher.asked = counted(watcher.asked, now);
  return watcher.asked.count <= mostMessages;
}

/** False: it reports too often, and this report is left out. */
export function mayReport(watcher: Watcher, now: number): boolean {
  watcher.reported = counted(watcher.reported, now);
  return watcher.reported.count <= mostReports;
}

const counted = ({ since, count }: Pace, now: number): Pace =>
  now - since > windowMs ? { since: now, count: 1 } : { since, count: count + 1 };

/** Ends the connection without a farewell, so that a page comes back by itself, as whoever it then is. */
export const cut = ({ socket }: Watcher): void => {
  socket.conn.close();
};
