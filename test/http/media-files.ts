/** Small pictures and videos, byte by byte, as cameras and editors write their heads. */

const hex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const padded = (head: Uint8Array, length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  bytes.set(head);
  return bytes;
};

/** 1920 × 1080 pixels, by its head. */
export const png = padded(hex('89504e470d0a1a0a 0000000d 49484452 00000780 00000438 08060000 00'), 200);
/** 65,535 × 65,535 pixels. */
export const hugePng = padded(hex('89504e470d0a1a0a 0000000d 49484452 0000ffff 0000ffff 08060000 00'), 200);
/** With a thumbnail's segment before the frame of 1280 × 720. */
export const jpg = padded(hex('ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 02d0 0500 03'), 300);
/** Lossless, 400 × 300: 399 and 299 in fourteen bits each. */
export const webp = padded(hex('52494646 64000000 57454250 5650384c 20000000 2f 8fc14a00'), 108);
/** `ftyp isom`, `free`, and a movie of 90,000 units at 1,000 a second. */
export const mp4 = hex(
  '00000018 66747970 69736f6d 00000200 69736f6d 6d703432' +
    '00000008 66726565' +
    '00000034 6d6f6f76 0000002c 6d766864 00000000 00000000 00000000 000003e8 00015f90 00010000 0100 0000 00000000 00000000',
);
/** Matroska's head with the document type `webm`. */
export const webm = padded(
  hex('1a45dfa3 9f 4286 81 01 42f7 81 01 42f2 81 04 42f3 81 08 4282 84 7765626d'),
  120,
);
/** The same, of Matroska itself. */
export const mkv = padded(
  hex('1a45dfa3 a3 4286 81 01 42f7 81 01 42f2 81 04 42f3 81 08 4282 88 6d6174726f736b61'),
  120,
);
/** A QuickTime film, which browsers do not show everywhere. */
export const mov = padded(hex('00000014 66747970 71742020 00000200 71742020'), 120);
export const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);
export const html = new TextEncoder().encode(`<!doctype html><script>alert(1)</script>${' '.repeat(100)}`);
