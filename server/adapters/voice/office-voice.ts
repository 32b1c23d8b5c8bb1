/** The voice of the office as the rest of the hub knows it. */
import type { DisplayAnswer, DisplayReport, DisplaysShown } from '../../contract/displays.ts';
import type { AnnounceMessage } from '../../contract/socket.ts';
import type { Connected } from './connected.ts';

export interface OfficeVoice {
  reported(from: Connected, report: DisplayReport): DisplayAnswer;
  announced(from: Connected, callId: string): void;
  left(from: Connected): void;
  /** VO1: another voice says the calls of this counter. */
  isSilent(from: Connected, counter: number): boolean;
  /** The boards were told of it just now. */
  called(message: AnnounceMessage): void;
  /** The call as a WAV, `short` without its repeats; null: there is no such call today. */
  wav(callId: string, short: boolean): Uint8Array | null;
  /** VO9: it goes out to the boards again. `over`: nobody is called by it any more. */
  repeat(callId: string): 'done' | 'over' | 'unknown';
  forget(id: string): 'done' | 'online' | 'unknown';
  /** False: it is not connected. */
  identify(id: string): boolean;
  shown(): DisplaysShown;
  onChange(listener: () => void): void;
  onAgain(listener: (message: AnnounceMessage) => void): void;
  /** What changes by itself; a few times a second. */
  look(): void;
  close(): Promise<void>;
}
