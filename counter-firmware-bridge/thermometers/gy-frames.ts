/** Frames of the UART thermometer modules GY-MCU90615 and GY-614, found again after any noise. */

/** Degrees Celsius. `body`: the module's own estimate from a forehead. */
export interface Measured {
  readonly object: number;
  readonly ambient: number;
  readonly body?: number;
}

interface Layout {
  /** With the check sum, the last byte: the low byte of the sum of all before it. */
  readonly length: number;
  begins(bytes: Buffer): boolean;
  read(bytes: Buffer): Measured;
}

/** Signed: a freezer is below zero, and so is a wire that has come off. */
const degrees = (bytes: Buffer, at: number): number => bytes.readInt16BE(at) / 100;

/** `5A 5A 45 04 OH OL AH AL SUM`. */
const mcu90615: Layout = {
  length: 9,
  begins: (bytes) => bytes.readUInt32BE(0) === 0x5a5a4504,
  read: (bytes) => ({ object: degrees(bytes, 4), ambient: degrees(bytes, 6) }),
};

/** Header, function 03, first register, 07, E, TO TO, TA TA, BO BO, SUM; E: the emissivity in hundredths. The header differs. */
const gy614: Layout = {
  length: 12,
  begins: (bytes) => bytes[1] === 0x03 && bytes[3] === 7 && isEmissivity(bytes[4] ?? 0),
  read: (bytes) => ({ object: degrees(bytes, 5), ambient: degrees(bytes, 7), body: degrees(bytes, 9) }),
};

const isEmissivity = (hundredths: number): boolean => hundredths >= 1 && hundredths <= 100;

export const gyLayouts = { 'gy-mcu90615': mcu90615, 'gy-614': gy614 } as const;

export interface GyRead {
  readonly measured: readonly Measured[];
  /** Bytes that belong to no frame, and whole frames that no such module can have measured. */
  readonly dropped: number;
}

/** Takes pieces of any size; keeps less than one frame. */
export function createGyReader({ length, begins, read }: Layout): (chunk: Uint8Array) => GyRead {
  let kept = Buffer.alloc(0);
  return (chunk) => {
    const all = Buffer.concat([kept, chunk]);
    const measured: Measured[] = [];
    let [at, dropped] = [0, 0];
    while (all.length - at >= length) {
      const frame = all.subarray(at, at + length);
      if (!begins(frame) || !sumFits(frame)) {
        at += 1;
        dropped += 1;
        continue;
      }
      const one = read(frame);
      at += length;
      if (isPossible(one)) measured.push(one);
      else dropped += length;
    }
    kept = Buffer.from(all.subarray(at));
    return { measured, dropped };
  };
}

function sumFits(frame: Buffer): boolean {
  const sum = frame.subarray(0, -1).reduce((total, byte) => total + byte, 0);
  return (sum & 0xff) === frame.at(-1);
}

/** What such a module can measure in a place where people are; a lamp or the sky is possible, and is nobody. */
const isPossible = ({ object, ambient }: Measured): boolean =>
  object >= -70 && object <= 380 && ambient >= -20 && ambient <= 70;
