/** Finds the frames in whatever comes from the line, in pieces of any size; keeps one frame at most, however much noise comes. */
import { decode, frameMost, type Heard } from './frame.ts';

/** Bytes in; what they brought, in order. */
export type Reader = (chunk: Uint8Array) => Heard[];

const [dollar, cr, lf] = [0x24, 0x0d, 0x0a];

export function createReader(): Reader {
  const kept = Buffer.alloc(frameMost);
  /** 0: between frames, what comes is ignored. */
  let length = 0;

  /** What has come of a frame that does not go on. */
  const broken = (why: 'cut' | 'too-long'): Heard => {
    const text = kept.toString('latin1', 0, length);
    const decoded = decode(text);
    const { address, seq } = decoded.kind === 'frame' ? decoded.frame : decoded;
    return { kind: 'damaged', why, address, seq, text };
  };

  const take = (byte: number): Heard | undefined => {
    if (byte === dollar) {
      const cut = length > 1 ? broken('cut') : undefined;
      kept[0] = dollar;
      length = 1;
      return cut;
    }
    if (length === 0) return undefined;
    if (byte === cr || byte === lf) {
      const text = kept.toString('latin1', 0, length);
      length = 0;
      return decode(text);
    }
    if (length === frameMost) {
      const long = broken('too-long');
      length = 0;
      return long;
    }
    kept[length++] = byte;
    return undefined;
  };

  return (chunk) => {
    const heard: Heard[] = [];
    for (const byte of chunk) {
      const one = take(byte);
      if (one !== undefined) heard.push(one);
    }
    return heard;
  };
}
