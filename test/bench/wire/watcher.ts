/** One Socket.IO client that watches one view, over a WebSocket, speaking the framing by hand. */
import { openWebSocket, type WebSocketLine } from './websocket.ts';

export interface WatchListener {
  /** One `announce` message, still as bytes. */
  announce(frame: Buffer): void;
  /** One `view` message, still as bytes. */
  view(frame: Buffer): void;
  closed(reason: string): void;
}

export interface WatchOrder {
  /** This machine when absent. */
  readonly host?: string | undefined;
  readonly port: number;
  /** What to watch: `lobby`, `ticket:<code>`. */
  readonly name: string;
  readonly from?: string | undefined;
}

export interface Watcher {
  close(): void;
}

const path = '/socket.io/?EIO=4&transport=websocket';
/** The first bytes of engine.io protocol 4 and socket.io protocol 5. */
const byte = { open: 0x30, ping: 0x32, message: 0x34, connect: 0x30, event: 0x32, ack: 0x33, problem: 0x34 };
/** In `42["announce",…` the letter that tells the two messages of the hub apart. */
const letter = { at: 4, announce: 0x61, view: 0x76 };

/** Resolves when the first view has come; rejects when the hub answers `watch` with a problem. */
export async function openWatcher(order: WatchOrder, listener: WatchListener): Promise<Watcher> {
  const first = Promise.withResolvers<void>();
  const line = Promise.withResolvers<WebSocketLine>();

  function message(frame: Buffer): void {
    if (frame[1] === byte.event && frame[letter.at] === letter.announce) listener.announce(frame);
    else if (frame[1] === byte.event && frame[letter.at] === letter.view) {
      listener.view(frame);
      first.resolve();
    } else if (frame[1] === byte.connect) send(`420${JSON.stringify(['watch', order.name])}`);
    else if (frame[1] === byte.problem || (frame[1] === byte.ack && frame.includes('"code"'))) {
      first.reject(new Error(`watch ${order.name}: ${frame.toString('utf8', 0, 300)}`));
    }
  }

  function send(text: string): void {
    line.promise.then((open) => open.send(text), first.reject);
  }

  function closed(reason: string): void {
    first.reject(new Error(reason));
    listener.closed(reason);
  }

  function text(frame: Buffer): void {
    if (frame[0] === byte.message) message(frame);
    else if (frame[0] === byte.ping) send('3');
    else if (frame[0] === byte.open) send('40');
  }

  openWebSocket({ host: order.host, port: order.port, path, from: order.from }, { text, closed }).then(
    line.resolve,
    line.reject,
  );
  const [opened] = await Promise.all([line.promise, first.promise]);
  return opened;
}
