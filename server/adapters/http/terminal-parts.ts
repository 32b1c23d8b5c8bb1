/** Terminals that measure, as the HTTP adapter is given them. */
import type { Device } from './device-set-up.ts';

export interface TerminalReading {
  readonly mark: string;
  /** Degrees Celsius, of the skin. */
  readonly celsius: number;
  /** As the terminal writes it: with its offset, or in local time; null: it does not say. */
  readonly time: string | null;
}

/** Terminals that measure: how their messages are read, and who takes the readings. */
export interface Terminals {
  /** @param type the request's content type */
  readHikvision(body: Uint8Array, type: string): readonly TerminalReading[];
  readZkteco(text: string, divide: number): readonly TerminalReading[];
  take(
    device: Device,
    reading: { mark: string; object: number; body: number | null; kind: string | null; ageMs: number },
  ): Promise<{ readonly recorded: boolean; readonly said?: string }>;
  /** What the technician sees of them; absent: nothing. */
  readonly notes?: {
    /** @param said what came of what it measured; null: it measured nothing */
    heard(id: string, address: string, path: string, said: string | null): void;
    refused(id: string, why: string, path: string): void;
    knocked(name: string, address: string): void;
  };
}
