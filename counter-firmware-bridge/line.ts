/** What a line is: the devices on one serial port, worked by one protocol. Everything around it (port, hub) is handed in. */
import type { SerialLine } from '../server/contract/office.ts';

/** What the hub said of a press. */
export type PressAnswer =
  | { readonly kind: 'ok'; readonly ticket: string | null }
  /** Recorded and refused: it is not pressed again by itself. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Nothing is recorded: the hub cannot be reached, or could not record. The same press may be sent again. */
  | { readonly kind: 'not-now' };

/** What a board is to show: `display/set` of the contract. */
export interface Wanted {
  readonly rev: number;
  readonly text: string;
  readonly counter: number;
  readonly blinkMs: number;
  readonly blinkForMs: number;
}

/** One device's way to the hub: its own account over MQTT. */
export interface HubEnd {
  /**
   * Resolves when the outcome is on disk, or not-now. The same `(boot, seq)` is the same press for ever.
   * @param ageMs how long ago the key was pressed, as far as the bridge knows
   */
  press(press: {
    readonly key: string;
    readonly arg: string | null;
    readonly seq: number;
    readonly boot: string;
    readonly ageMs: number;
  }): Promise<PressAnswer>;
  /** Whether the device answers: `status`. */
  status(online: boolean): void;
  info(info: {
    readonly model: string;
    readonly fw: string;
    readonly boot: string;
    readonly caps: Record<string, unknown>;
  }): void;
  /** What the board shows: `display/state`. */
  shown(state: { readonly rev: number; readonly text: string; readonly ok: boolean }): void;
  /** Degrees Celsius; `body`: the sensor's own estimate of the body. */
  temperature(reading: {
    readonly object: number;
    readonly ambient: number | null;
    readonly body?: number;
    readonly kind: string;
  }): void;
  /** A line about the wire for the device's page: a frame that came or went, or what was wrong. Sent only so often. */
  note(way: 'in' | 'out' | 'wrong', text: string): void;
}

export interface LineParts {
  /** Bytes to the port, in order; nothing happens while it is closed. */
  write(bytes: Uint8Array): void;
  /** Milliseconds that only go forward. */
  now(): number;
  /** @returns takes it back */
  later(ms: number, work: () => void): () => void;
  /** By device id; every device of the line has one. */
  readonly hub: ReadonlyMap<string, HubEnd>;
  log(message: string, what?: object): void;
}

export interface Line {
  opened(): void;
  /** The port is gone: unplugged, or it could not be read. It opens again by itself. */
  closed(): void;
  bytes(chunk: Uint8Array): void;
  show(id: string, wanted: Wanted): void;
  /** The device makes itself seen. */
  identify(id: string): void;
  stop(): void;
}

export type MakeLine = (line: SerialLine, parts: LineParts) => Line;
