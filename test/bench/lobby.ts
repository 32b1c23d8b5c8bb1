/** Many lobby displays: each tells at once when a call reaches it. */
import { openWatcher } from './wire/watcher.ts';

export interface Lobby {
  readonly displays: number;
  /** Calls received, all displays together. */
  received(): number;
  /** The largest messages so far, in bytes on the wire without the frame's head. */
  largest(): { readonly announce: number; readonly view: number };
  close(): void;
}

const mark = Buffer.from('"counter":');

/** Reads the number without parsing the whole message. */
function counterOf(frame: Buffer): number {
  let counter = 0;
  for (let at = frame.indexOf(mark) + mark.length; ; at += 1) {
    const digit = (frame[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return counter;
    counter = counter * 10 + digit;
  }
}

/**
 * @param onCall the counter of a call that reached one display
 * @param onClosed a display lost its connection
 */
export async function openLobby(
  port: number,
  displays: number,
  onCall: (counter: number) => void,
  onClosed: (reason: string) => void,
): Promise<Lobby> {
  let received = 0;
  const largest = { announce: 0, view: 0 };
  const listener = {
    announce(frame: Buffer) {
      received += 1;
      onCall(counterOf(frame));
      largest.announce = Math.max(largest.announce, frame.length);
    },
    view(frame: Buffer) {
      largest.view = Math.max(largest.view, frame.length);
    },
    closed: onClosed,
  };
  const orders = Array.from({ length: displays }, () => openWatcher({ port, name: 'lobby' }, listener));
  const watchers = await Promise.all(orders);
  return {
    displays,
    received: () => received,
    largest: () => ({ ...largest }),
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
