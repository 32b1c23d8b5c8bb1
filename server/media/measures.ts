/** How large a picture is and how long a video runs, read from their heads; null where the head does not say it. */
import type { FileHandle } from 'node:fs/promises';
import type { Ending } from './kinds.ts';

export interface Measures {
  readonly width: number | null;
  readonly height: number | null;
  /** Milliseconds. */
  readonly duration: number | null;
}

const unknown: Measures = { width: null, height: null, duration: null };
/** A camera writes its own thumbnail before the size of a JPEG. */
const mostRead = 512 * 1024;

export async function measure(file: FileHandle, ending: Ending, size: number): Promise<Measures> {
  if (ending === 'mp4') return { ...unknown, duration: await lengthOfMp4(file, size) };
  if (ending === 'webm') return unknown;
  const bytes = await readAt(file, 0, Math.min(size, mostRead));
  const found = { png, jpg, webp }[ending](bytes);
  return found === null ? unknown : { ...unknown, width: found[0], height: found[1] };
}

type Pixels = readonly [width: number, height: number] | null;

/** PNG specification, 11.2.2: IHDR comes first. */
const png = (bytes: Buffer): Pixels =>
  bytes.length < 24 ? null : [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

/** ITU-T T.81, B.2.2: the frame header, behind other segments. */
function jpg(bytes: Buffer): Pixels {
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // C4, C8 and CC are no frames.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    if (marker === 0xff) at += 1;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** RFC 9649, 2.5 to 2.7: simple, lossless, extended. */
function webp(bytes: Buffer): Pixels {
  if (bytes.length < 30) return null;
  const chunk = bytes.toString('latin1', 12, 16);
  if (chunk === 'VP8 ') return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  if (chunk === 'VP8X') return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  if (chunk !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** ISO/IEC 14496-12, 8.2.2: the movie header, wherever in the file it is. */
async function lengthOfMp4(file: FileHandle, size: number): Promise<number | null> {
  const movie = await boxIn(file, 'moov', 0, size);
  const header = movie && (await boxIn(file, 'mvhd', movie.from, movie.to));
  if (!header) return null;
  const bytes = await readAt(file, header.from, 32);
  if (bytes.length < 32) return null;
  const isLong = bytes[0] === 1;
  const scale = bytes.readUInt32BE(isLong ? 20 : 12);
  const units = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  return scale === 0 || units === 0 ? null : Math.round((units / scale) * 1000);
}

interface Box {
  readonly from: number;
  readonly to: number;
}

/** So many boxes are looked at beside one another; a file of nothing but boxes is no video. */
const mostBoxes = 100;

async function boxIn(file: FileHandle, type: string, from: number, to: number): Promise<Box | null> {
  let at = from;
  for (let count = 0; count < mostBoxes && at + 8 <= to; count++) {
    const head = await readAt(file, at, 16);
    if (head.length < 8) return null;
    const short = head.readUInt32BE(0);
    const long = short === 1 && head.length === 16;
    const size = short === 0 ? to - at : long ? Number(head.readBigUInt64BE(8)) : short;
    const inner = at + (long ? 16 : 8);
    if (size < inner - at || at + size > to) return null;
    if (head.toString('latin1', 4, 8) === type) return { from: inner, to: at + size };
    at += size;
  }
  return null;
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}
