/**
 * What an ESC/POS printer says of itself. `DLE EOT n` is answered at once, even while it prints or has no paper;
 * `GS r 1` in its turn, after everything that was sent before it.
 */
import type { PrinterState } from '../../contract/views-devices.ts';
import type { Limits, Wire } from './wires/wire.ts';

export type Said = Exclude<PrinterState['state'], 'unknown'>;

/** It could print a paper now. */
export const isWell = (state: PrinterState['state']): boolean =>
  state === 'ok' || state === 'near-end' || state === 'unknown';

/** Bits that are the same in every answer to `DLE EOT`: anything else is noise, or an answer to something else. */
const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
/** `GS r 1`: bits 4 and 7 are 0. */
const isTurn = (byte: number): boolean => (byte & 0x90) === 0;

/** `DLE EOT` 1: the printer, 2: why it is offline, 4: the paper's sensors. */
const questions = [1, 2, 4] as const;

/** Null: it does not answer. One question after the other, so that no answer is taken for another's. */
export async function ask(wire: Wire, limits: Limits): Promise<Said | null> {
  if (!wire.answers) return null;
  const answers: number[] = [];
  for (const question of questions) {
    if ((await wire.send(Uint8Array.of(0x10, 0x04, question))) !== 'all') return null;
    const answer = await wire.answer(isStatus, limits.answer);
    if (answer === null) return null;
    answers.push(answer);
  }
  const [printer = 0, offline = 0, paper = 0] = answers;
  return stateOf(printer, offline, paper);
}

/** The cover comes before the paper: with the cover open, many printers report no paper either. */
export function stateOf(printer: number, offline: number, paper: number): Said {
  if (offline & 0x04) return 'cover';
  if (offline & 0x20 || paper & 0x60) return 'out';
  if (offline & 0x40) return 'error';
  if (printer & 0x08) return 'offline';
  return paper & 0x0c ? 'near-end' : 'ok';
}

/** Whether it has come to the end of what was sent. */
export async function reachesTheEnd(wire: Wire, limits: Limits): Promise<boolean> {
  if ((await wire.send(Uint8Array.of(0x1d, 0x72, 0x01))) !== 'all') return false;
  return (await wire.answer(isTurn, limits.wire)) !== null;
}
