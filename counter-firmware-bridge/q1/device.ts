/** What the bridge knows of one Q1 device, point to point or on a bus: its link, its last press, its board, what is under way. */
import type { BoardProfile } from '../../server/contract/device-settings.ts';
import type { Wanted } from '../line.ts';
import type { Frame } from './frame.ts';

/** What the hub is told, in the words of `HubEnd`. */
export type Tell =
  | {
      readonly kind: 'press';
      readonly key: string;
      readonly arg: string | null;
      readonly seq: number;
      readonly boot: string;
      readonly ageMs: number;
    }
  | { readonly kind: 'status'; readonly online: boolean }
  | {
      readonly kind: 'info';
      readonly model: string;
      readonly fw: string;
      readonly boot: string;
      readonly caps: Record<string, unknown>;
    }
  | { readonly kind: 'shown'; readonly rev: number; readonly text: string; readonly ok: boolean }
  | {
      readonly kind: 'temperature';
      readonly object: number;
      readonly ambient: number | null;
      readonly at: string;
    }
  | { readonly kind: 'note'; readonly way: 'in' | 'out' | 'wrong'; readonly text: string };

/** The last press, by its name (boot, seq). `asked`: at the hub; `open`: nothing was done, the box may send it again. */
export interface Press {
  readonly boot: string;
  readonly seq: number;
  readonly heardAt: number;
  readonly state: 'asked' | 'open' | 'answered';
  readonly answer: Frame | null;
}

/** The one command that waits for its ACK or NAK. `tries`: how often it went out. */
export interface UnderWay {
  readonly what: 'show' | 'identify';
  readonly wanted: Wanted | null;
  /** As sent: a board that is narrower than the number shows less of it. */
  readonly text: string;
  readonly frame: Frame;
  readonly tries: number;
  readonly nextAt: number;
}

export interface Device {
  readonly address: number;
  readonly board: BoardProfile | null;
  /** How long the first, second … try waits for an answer. */
  readonly waits: readonly number[];
  /** After so long without a word it is asked; never on a bus, where it is polled. */
  readonly quietMs: number;
  /** Whether the port is open. */
  readonly open: boolean;
  /** Whether it answers. */
  readonly up: boolean;
  readonly boot: string | null;
  /** Its last greeting: the same one again is no new start. */
  readonly greeting: { readonly boot: string; readonly seq: number } | null;
  /** When `HI?` is due; how often it was asked since something was heard; when it was asked last. */
  readonly askAt: number;
  readonly asks: number;
  readonly askedAt: number;
  /** Answers to what the box said, at the next chance. */
  readonly answers: readonly Frame[];
  readonly press: Press | null;
  readonly reading: { readonly boot: string | null; readonly seq: number } | null;
  readonly wanted: { readonly wanted: Wanted; readonly since: number } | null;
  /** Whether the box has answered for what is wanted now. */
  readonly painted: boolean;
  readonly identify: boolean;
  readonly under: UnderWay | null;
  /** The last number used by the bridge. */
  readonly seq: number;
}

export interface Step {
  readonly device: Device;
  readonly tells: readonly Tell[];
}

export const step = (device: Device, ...tells: readonly Tell[]): Step => ({ device, tells });

/** One after the other: the second begins where the first ended. */
export function and(first: Step, then: (device: Device) => Step): Step {
  const second = then(first.device);
  return { device: second.device, tells: [...first.tells, ...second.tells] };
}

export const wrong = (text: string): Tell => ({ kind: 'note', way: 'wrong', text });

export interface DeviceParts {
  readonly address: number;
  readonly board: BoardProfile | null;
  readonly baud: number;
  readonly mode: 'p2p' | 'bus';
  /** By chance, so that a started bridge is not taken for its own echo (Q-ONCE). */
  readonly firstSeq: number;
}

export const askAgainMs = 1000;
export const askAwayMs = 2000;

export function createDevice({ address, board, baud, mode, firstSeq }: DeviceParts): Device {
  return {
    ...{ address, board, seq: firstSeq },
    // Q-ACK: at 9600 baud a long frame alone takes an eighth of a second.
    waits: baud <= 9600 ? [500, 1000, 1000, 1000] : [250, 500, 1000, 1000],
    quietMs: mode === 'bus' ? Number.POSITIVE_INFINITY : 10_000,
    ...{ open: false, up: false, boot: null, greeting: null },
    ...{ askAt: 0, asks: 0, askedAt: Number.NEGATIVE_INFINITY },
    ...{ answers: [], press: null, reading: null },
    ...{ wanted: null, painted: false, identify: false, under: null },
  };
}

/** Q-UP, Q-BOOT: an open port says nothing of who is there now; the box may have been changed or started meanwhile. */
export const opened = (device: Device, now: number): Step =>
  step({ ...lost(device), open: true, askAt: now, asks: 0 });

export const closed = (device: Device): Step =>
  and(away(device, 0), (gone) => step({ ...gone, open: false }));

/** It does not answer any more. */
export function away(device: Device, now: number): Step {
  const gone = { ...lost(device), askAt: now, asks: 0 };
  return device.up ? step(gone, { kind: 'status', online: false }) : step(gone);
}

/** The press stays known: the same box may come back and send it again. */
const lost = (device: Device): Device => ({
  ...device,
  ...{ up: false, boot: null, greeting: null, under: null, painted: false, answers: [] },
});

/** What is to be shown. The same once more, as after the bridge has lost the hub for a moment, does not blink again. */
export function show(device: Device, wanted: Wanted, now: number): Step {
  const old = device.wanted?.wanted;
  const same =
    old?.rev === wanted.rev &&
    old.text === wanted.text &&
    old.counter === wanted.counter &&
    old.blinkMs === wanted.blinkMs &&
    old.blinkForMs === wanted.blinkForMs;
  return step(same ? device : { ...device, wanted: { wanted, since: now }, painted: false });
}

export const identify = (device: Device): Step => step({ ...device, identify: true });

/** An answer goes out at the next chance; the last one to a number counts. */
export function reply(device: Device, seq: number, type: 'ACK' | 'NAK', ...fields: string[]): Device {
  return repeat(device, { address: device.address, seq, type, fields });
}

export function repeat(device: Device, answer: Frame): Device {
  if (!device.open || answer.seq === 0) return device;
  const others = device.answers.filter(({ seq }) => seq !== answer.seq);
  return { ...device, answers: [...others.slice(-3), answer] };
}
