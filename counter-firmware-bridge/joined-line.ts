/** One serial line at work: its port, the program of its protocol, and a way to the hub for each device on it. */
import type { SerialLine } from '../server/contract/office.ts';
import type { HubAddress } from './hub-client.ts';
import { type OpenHubEnd, openHubEnd } from './hub-end.ts';
import type { Line, MakeLine, Wanted } from './line.ts';
import { openPort, type Port } from './port.ts';

/** As the hub's own log: one line per thing that an operator would ask about. */
export interface BridgeLog {
  info(what: object, message: string): void;
  warn(what: object, message: string): void;
}

export interface JoinedLineOrder {
  readonly line: SerialLine;
  readonly make: MakeLine;
  readonly hub: HubAddress;
  readonly passwordOf: (id: string) => string;
  readonly boot: string;
  readonly log: BridgeLog;
}

export interface JoinedLine {
  close(): Promise<void>;
}

/** A mistake in one line must not end the others, nor the hub around them. */
type Guard = (work: () => void) => void;

export function joinLine(order: JoinedLineOrder): JoinedLine {
  const { line, log } = order;
  const guard: Guard = (work) => {
    try {
      work();
    } catch (error) {
      log.warn({ port: line.port, error: String(error) }, 'a serial line failed');
    }
  };
  const timers = createTimers(guard);
  const boards = createBoards((id, wanted) => guard(() => worked.show(id, wanted)));
  const ends = openEnds(order, boards.show, (id) => guard(() => worked.identify(id)));
  let port: Port | null = null;
  const worked: Line = order.make(line, {
    write: (bytes) => port?.write(bytes),
    now: () => performance.now(),
    later: timers.later,
    hub: ends,
    log: (message, what = {}) => log.warn({ port: line.port, ...what }, message),
  });
  port = openPort(line, {
    opened() {
      log.info({ port: line.port }, 'the serial port is open');
      guard(() => worked.opened());
      boards.opened();
    },
    closed() {
      boards.closed();
      guard(() => worked.closed());
    },
    bytes: (chunk) => guard(() => worked.bytes(chunk)),
    trouble(sentence) {
      if (sentence === null) return;
      log.warn({ port: line.port, error: sentence }, 'a serial port is not open');
      for (const end of ends.values()) end.note('wrong', sentence);
    },
  });
  return {
    async close() {
      guard(() => worked.stop());
      timers.stop();
      await Promise.all([port?.close(), ...[...ends.values()].map((end) => end.close())]);
    },
  };
}

function openEnds(
  { line, hub, passwordOf, boot, log }: JoinedLineOrder,
  show: (id: string, wanted: Wanted) => void,
  identify: (id: string) => void,
): ReadonlyMap<string, OpenHubEnd> {
  const open = (id: string) =>
    openHubEnd({
      ...{ id, hub, boot, password: passwordOf(id) },
      show: (wanted) => show(id, wanted),
      identify: () => identify(id),
      log: (message, what) => log.warn(what, message),
    });
  return new Map(line.devices.map(({ id }) => [id, open(id)]));
}

/** What is to be shown while the port is closed waits for it, and blinks only as long as is left of its time. */
function createBoards(show: (id: string, wanted: Wanted) => void) {
  const waiting = new Map<string, { readonly wanted: Wanted; readonly since: number }>();
  let isOpen = false;
  return {
    show(id: string, wanted: Wanted): void {
      if (isOpen) show(id, wanted);
      else waiting.set(id, { wanted, since: performance.now() });
    },
    opened(): void {
      isOpen = true;
      for (const [id, { wanted, since }] of waiting) show(id, aged(wanted, performance.now() - since));
      waiting.clear();
    },
    closed(): void {
      isOpen = false;
    },
  };
}

function aged(wanted: Wanted, ms: number): Wanted {
  const left = wanted.blinkForMs - ms;
  return left > 0 ? { ...wanted, blinkForMs: left } : { ...wanted, blinkMs: 0, blinkForMs: 0 };
}

function createTimers(guard: Guard) {
  const running = new Set<NodeJS.Timeout>();
  return {
    later(ms: number, work: () => void): () => void {
      const timer = setTimeout(() => {
        running.delete(timer);
        guard(work);
      }, ms);
      running.add(timer);
      return () => {
        running.delete(timer);
        clearTimeout(timer);
      };
    },
    stop(): void {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}
