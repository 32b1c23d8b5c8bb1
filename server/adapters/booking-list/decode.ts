/** From the bytes of a file to its text: spreadsheets write UTF-8, UTF-16 or the code page of an old Windows. */
import { isUtf8 } from 'node:buffer';

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const sample = 512;

/** Never throws: in Windows-1252 every byte means something. A byte order mark is no part of the text. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (hasUpperHalvesOfZero(bytes)) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Of UTF-16LE without a mark: Latin letters have a zero as their second byte and never as their first. */
function hasUpperHalvesOfZero(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, sample);
  let odd = 0;
  for (const [index, byte] of start.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) return false;
    odd++;
  }
  return odd > 0 && odd * 4 >= start.length;
}

/** What people send by mistake: the workbook itself. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return start === 'PK\x03\x04' || start === '\xd0\xcf\x11\xe0';
}
