/** An office with boxes on serial lines: real cables, simulated boxes at their far ends, and the office file that names them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { officeText, temporaryFolder } from '../e2e/office-file.ts';
import { type Cable, type FarEnd, openFarEnd } from './pty.ts';
import { type Box, type BoxPress, createBox } from './q1/box.ts';

export const wait = { timeout: 20_000, interval: 5 };

interface OnLine {
  readonly address: number;
  readonly id: string;
  readonly counter: number;
}

/** A line of the office file's `serial`. */
export function lineOf(cable: Cable, mode: 'p2p' | 'bus', ...devices: OnLine[]): string {
  const listed = devices.map(
    ({ address, id, counter }) => `{ address: ${address}, id: ${id}, counter: ${counter} }`,
  );
  return `  - { port: ${cable.path}, protocol: q1, mode: ${mode}, devices: [${listed.join(', ')}] }`;
}

export const serialText = (lines: readonly string[]): string =>
  lines.length === 0 ? 'serial: []\n' : `serial:\n${lines.join('\n')}\n`;

/** @returns the path of an office file with these lines */
export function officeFileWith(...lines: string[]): string {
  const file = join(temporaryFolder(), 'office.yaml');
  writeFileSync(file, officeText() + serialText(lines));
  return file;
}

/** Boxes at the far end of a cable; they live on when it is pulled. */
export interface Boxes {
  readonly boxes: readonly Box[];
  /** Plugs the cable in, and the boxes with it. */
  plug(): Promise<void>;
  /** Bytes that no box has sent. */
  noise(bytes: Uint8Array): void;
}

export function boxesOn(cable: Cable, mode: 'p2p' | 'bus', ...devices: Omit<OnLine, 'counter'>[]): Boxes {
  let far: FarEnd | null = null;
  const write = (bytes: Uint8Array) => far?.write(bytes);
  const boxes = devices.map(({ address, id }) => createBox({ address, id, mode, write }));
  return {
    boxes,
    async plug() {
      await far?.close();
      await cable.plug();
      far = await openFarEnd(cable.far, (bytes) => {
        for (const box of boxes) box.feed(bytes);
      });
    },
    noise: (bytes) => far?.write(bytes),
  };
}

/** Plugged in, one box, point to point. */
export async function boxOn(cable: Cable, id = 'ser-3', address = 3) {
  const on = boxesOn(cable, 'p2p', { address, id });
  await on.plug();
  return { ...on, box: on.boxes[0] as Box };
}

/** The box has heard the hub's `HI?` or a board: the bridge is there. */
export const met = (box: Box): Promise<void> =>
  vi.waitFor(
    () => expect(box.heard.some((frame) => frame.includes(',SHOW,') || frame.includes(',CLR'))).toBe(true),
    wait,
  );

export const shows = (box: Box, text: string): Promise<void> =>
  vi.waitFor(() => expect(box.shown).toBe(text), wait);

export async function ends(press: BoxPress, state: BoxPress['state'], answer: string | null): Promise<void> {
  await vi.waitFor(() => expect(press.state).not.toBe('waiting'), wait);
  expect({ state: press.state, answer: press.answer }).toEqual({ state, answer });
}
