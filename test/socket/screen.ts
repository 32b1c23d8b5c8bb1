/** A screen: a real Socket.IO client that keeps what it is sent, in order. */
import { io } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Problem } from '../../server/contract/refusals.ts';
import type { AnnounceMessage, ViewMessage } from '../../server/contract/socket.ts';
import type { CounterView, LobbyView, TicketView } from '../../server/contract/views.ts';

/** Whatever the view is of: a test looks only at what its kind has. */
type AnyView = Pick<LobbyView, 'office' | 'counters' | 'waiting'> &
  Pick<CounterView, 'counter'> & { readonly state: string } & Pick<TicketView, 'ahead'>;

export type Heard =
  | { readonly type: 'view'; readonly message: ViewMessage<AnyView> }
  | { readonly type: 'announce'; readonly message: AnnounceMessage };

export interface ScreenOptions {
  readonly token?: unknown;
  readonly cookie?: string;
  readonly origin?: string;
  readonly transports?: ('websocket' | 'polling')[];
}

export interface Screen {
  readonly heard: Heard[];
  readonly views: (name: string) => Extract<Heard, { type: 'view' }>['message'][];
  /** Null, or the problem. */
  watch(name: unknown): Promise<Problem | null>;
  /** Anything at all; gives what was answered. */
  ask(event: string, ...args: unknown[]): Promise<unknown>;
  /** Anything at all. */
  send(event: string, ...args: unknown[]): void;
  /** Waits until what was heard is as described. */
  until(described: (screen: Screen) => boolean): Promise<void>;
  /** Waits for the `count`th view of this name. */
  view(name: string, count?: number): Promise<Extract<Heard, { type: 'view' }>['message']>;
  close(): void;
  /** Waits until the hub has ended the connection. */
  ended: Promise<string>;
}

/** Rejects when the handshake is refused. */
export async function openScreen(port: number, options: ScreenOptions = {}): Promise<Screen> {
  const { token, cookie, origin, transports = ['websocket'] } = options;
  const socket = io(`http://127.0.0.1:${port}`, {
    transports,
    reconnection: false,
    forceNew: true,
    ...(token === undefined ? {} : { auth: { token } }),
    extraHeaders: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
  });
  onTestFinished(() => void socket.close());
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const ended = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  socket.onAny((type, message) => {
    heard.push({ type, message });
    for (const look of waiting) look();
  });

  const screen: Screen = {
    heard,
    views: (name) =>
      heard.flatMap((one) => (one.type === 'view' && one.message.name === name ? one.message : [])),
    watch: (name) => socket.emitWithAck('watch', name),
    ask: (event, ...args) => socket.emitWithAck(event, ...args),
    send: (event, ...args) => void socket.emit(event, ...args),
    until: (described) =>
      new Promise((resolve) => {
        const look = () => {
          if (!described(screen)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async view(name, count = 1) {
      await screen.until(() => screen.views(name).length >= count);
      const view = screen.views(name)[count - 1];
      if (!view) throw new Error('unreachable');
      return view;
    },
    close: () => void socket.close(),
    ended,
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return screen;
}
