/** The one Socket.IO connection of a page. What is watched is watched again by itself whenever the hub is back. */
import { io, type Socket } from 'socket.io-client';
import { type Readable, readable, writable } from 'svelte/store';
import type { ProblemCode } from '../../server/contract/refusals.ts';
import type {
  AnnounceMessage,
  ClientToServer,
  ServerToClient,
  ViewMessage,
} from '../../server/contract/socket.ts';
import { doubtClock, hubNow, syncClock } from './clock.ts';
import { listenForLife } from './sign-of-life.ts';

export interface Watched<V> {
  /** The last view, also when it is no longer live; null before the first. */
  readonly view: V | null;
  /** Connected, and the view has arrived over this connection. */
  readonly live: boolean;
  /** Why the hub does not show it. */
  readonly problem: ProblemCode | null;
}

/** `since`: hub time in milliseconds of the last sign of life; null while there was none yet. */
export interface Connection {
  readonly live: boolean;
  readonly since: number | null;
}

interface Watch {
  seq: number;
  state: Watched<unknown>;
  readonly set: (state: Watched<unknown>) => void;
}

const watches = new Map<string, Watch>();
const announceListeners = new Set<(message: AnnounceMessage) => void>();
/** Before the hub is asked again, in milliseconds, give or take the half. */
const delayMs = 300;
const jitter = 0.5;
const connectionState = writable<Connection>({ live: false, since: null });

/** The hub is gone for a second or two at a restart: back at once, yet not everybody in the same instant. */
export const socket: Socket<ServerToClient, ClientToServer> = io({
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  reconnectionDelay: delayMs,
  reconnectionDelayMax: 1000,
  randomizationFactor: jitter,
  timeout: 2500,
  autoConnect: false,
});

export const connection: Readable<Connection> = connectionState;

function change(watch: Watch, part: Partial<Watched<unknown>>): void {
  watch.state = { ...watch.state, ...part };
  watch.set(watch.state);
}

function ask(name: string, watch: Watch): void {
  watch.seq = Number.NEGATIVE_INFINITY;
  socket.emit('watch', name, (problem) => {
    if (watches.get(name) !== watch) return;
    change(watch, problem ? { problem: problem.code, view: null, live: false } : { problem: null });
  });
}

function receive({ name, seq, at, rate, view }: ViewMessage): void {
  syncClock(at, rate);
  const watch = watches.get(name);
  // The first view after a watch always counts: a hub that was restarted counts from the beginning.
  if (!watch || seq < watch.seq) return;
  watch.seq = seq;
  change(watch, { view, live: true, problem: null });
}

function lost(): void {
  connectionState.update((now) => (now.live ? { live: false, since: hubNow() } : now));
  for (const watch of watches.values()) change(watch, { live: false });
}

/** After a polite goodbye of the hub, or its no to a connection, the client leaves coming back to the page. */
function comeBack(): void {
  setTimeout(() => socket.connect(), delayMs * (1 - jitter + 2 * jitter * Math.random()));
}

socket.on('connect', () => {
  doubtClock();
  connectionState.set({ live: true, since: null });
  for (const [name, watch] of watches) ask(name, watch);
});
socket.on('disconnect', (reason) => {
  lost();
  if (reason === 'io server disconnect') comeBack();
});
socket.on('connect_error', () => {
  if (!socket.active) comeBack();
});
socket.on('view', receive);
socket.on('announce', (message) => {
  for (const listener of announceListeners) listener(message);
});
listenForLife(socket, lost);

/** Watches a view for as long as somebody subscribes. */
export function watch<V>(name: string): Readable<Watched<V>> {
  const unseen: Watched<V> = { view: null, live: false, problem: null };
  return readable<Watched<V>>(unseen, (set) => {
    const own: Watch = { seq: 0, state: unseen, set: (state) => set(state as Watched<V>) };
    watches.set(name, own);
    if (socket.connected) ask(name, own);
    else socket.connect();
    return () => {
      if (watches.get(name) !== own) return;
      watches.delete(name);
      if (socket.connected) socket.emit('unwatch', name);
    };
  });
}

/** Every announcement as it comes. Returns the way to stop listening. */
export function onAnnounce(listener: (message: AnnounceMessage) => void): () => void {
  announceListeners.add(listener);
  return () => announceListeners.delete(listener);
}

/** Connects anew, so that the hub sees the session that was just opened or ended. */
export function reconnect(): void {
  socket.disconnect().connect();
}
