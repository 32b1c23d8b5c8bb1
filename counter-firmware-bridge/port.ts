/** One serial port by its stable name: opened, and opened again whenever it comes back. */
import type { EventEmitter } from 'node:events';
import type { SerialPort } from 'serialport';
import type { SerialLine } from '../server/contract/office.ts';

export interface PortHeard {
  opened(): void;
  closed(): void;
  bytes(chunk: Uint8Array): void;
  /** Why the port is not open, in words; null: it is open now. Said once for each change. */
  trouble(sentence: string | null): void;
}

export interface Port {
  /** In order. Nothing happens while the port is closed, or when far too much waits already. */
  write(bytes: Uint8Array): void;
  close(): Promise<void>;
}

const firstAgainMs = 500;
const longestAgainMs = 5000;
const closesWithinMs = 1000;
/** Bytes that may wait in the port: more than a second at 115200 baud; a line that takes none is dead. */
const mostWaiting = 16 * 1024;
/** A port that takes not one byte for so long is stuck, and what could be read from it may be too: opened anew it works. */
const stuckMs = 5000;

type Setup = Pick<SerialLine, 'port' | 'baud' | 'frame'>;

export function openPort(setup: Setup, heard: PortHeard): Port {
  let current: SerialPort | null = null;
  let told: string | null | undefined;
  let again: NodeJS.Timeout | undefined;
  let stuck: NodeJS.Timeout | undefined;
  let delay = firstAgainMs;
  let isEnding = false;

  function tell(sentence: string | null): void {
    if (told === sentence) return;
    told = sentence;
    heard.trouble(sentence);
  }

  async function attempt(): Promise<void> {
    // Loaded when the first port is opened: a machine without serial ports does not need its native part.
    const opened = await import('serialport').then(({ SerialPort }) => open(SerialPort, setup));
    if (isEnding) return end(opened);
    current = opened;
    wakeAtOnce(opened);
    delay = firstAgainMs;
    tell(null);
    opened.on('data', (chunk: Buffer) => current === opened && heard.bytes(chunk));
    opened.on('error', (error) => tell(inWords(setup.port, error)));
    opened.once('close', () => gone(opened));
    heard.opened();
  }

  function gone(port: SerialPort): void {
    if (current !== port) return;
    current = null;
    watch(null);
    heard.closed();
    tell(`${setup.port}: the port is gone; it is opened again when it comes back`);
    retry();
  }

  /** From now on; what waits in a stuck port is thrown away, as nobody waits for it any more. */
  function watch(port: SerialPort | null): void {
    clearTimeout(stuck);
    stuck = undefined;
    if (port !== null) stuck = setTimeout(() => port.flush(() => port.close(() => {})), stuckMs);
  }

  function taken(port: SerialPort): void {
    if (current === port) watch(port.writableLength > 0 ? port : null);
  }

  function retry(): void {
    if (isEnding) return;
    clearTimeout(again);
    again = setTimeout(tryToOpen, delay);
    delay = Math.min(delay * 2, longestAgainMs);
  }

  let attempting: Promise<void> = Promise.resolve();
  function tryToOpen(): void {
    attempting = attempt().catch((error: unknown) => {
      tell(inWords(setup.port, error));
      retry();
    });
  }

  tryToOpen();
  return {
    write(bytes) {
      const port = current;
      if (!port?.isOpen) return;
      if (port.writableLength === 0) watch(port);
      if (port.writableLength + bytes.length <= mostWaiting)
        port.write(Buffer.from(bytes), () => taken(port));
      else tell(`${setup.port}: the port takes no bytes; look at the cable and the flow control`);
    },
    async close() {
      isEnding = true;
      clearTimeout(again);
      await attempting;
      const port = current;
      current = null;
      watch(null);
      if (port) await end(port);
    },
  };
}

/** `8N1`, `7E1`, …: data bits, parity, stop bits. */
const parities = { N: 'none', E: 'even', O: 'odd' } as const;

function open(Serial: typeof SerialPort, { port: path, baud, frame = '8N1' }: Setup): Promise<SerialPort> {
  const port = new Serial({
    path,
    baudRate: baud,
    dataBits: frame[0] === '7' ? 7 : 8,
    parity: parities[frame[1] as keyof typeof parities],
    stopBits: frame[2] === '2' ? 2 : 1,
    // Falling control lines would start an Arduino anew at every restart of the bridge, and lose a press with it.
    hupcl: false,
    autoOpen: false,
  });
  return new Promise((resolve, reject) => port.open((error) => (error ? reject(error) : resolve(port))));
}

/**
 * The library's native part tells of bytes from outside of Node's own callbacks, so that its promises go on only when
 * something else happens: in a quiet process a key would wait for seconds. An immediate is something else.
 */
function wakeAtOnce({ port }: SerialPort): void {
  const { poller } = port as { poller?: EventEmitter };
  for (const event of ['readable', 'writable']) poller?.on(event, () => setImmediate(() => {}));
}

/** The system waits for bytes that are still to be sent, on a slow line for long; who ends does not. */
function end(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    const limit = setTimeout(resolve, closesWithinMs);
    port.close(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}

const reasons: readonly (readonly [sign: RegExp, words: string])[] = [
  [/no such file|enoent/i, 'there is no such port; is the cable plugged in? Look into /dev/serial/by-id'],
  [
    /permission denied|eacces|eperm/i,
    'the account may not use the port; add the account to the group dialout and start again',
  ],
  [/lock|busy|temporarily unavailable/i, 'another program uses the port'],
  [/inappropriate ioctl|enotty|is a directory/i, 'this is no serial port'],
];

export function inWords(port: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, words] = reasons.find(([sign]) => sign.test(message)) ?? [];
  return `${port}: ${words ?? message}`;
}
