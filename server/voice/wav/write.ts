/** A WAV file of one sound: the plain header of 44 bytes, then the samples. */
import { endianness } from 'node:os';
import { rate, type Sound } from './format.ts';

const header = 44;

export function writeWav(sound: Sound): Uint8Array {
  const bytes = new Uint8Array(header + sound.byteLength);
  const view = new DataView(bytes.buffer);
  const text = (at: number, name: string) => bytes.set(Buffer.from(name, 'latin1'), at);
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, sound.byteLength, true);
  // A WAV is little-endian; copying the samples as they lie in memory is a hundred times faster than one by one.
  if (endianness() === 'LE')
    bytes.set(new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength), header);
  else for (const [index, sample] of sound.entries()) view.setInt16(header + index * 2, sample, true);
  return bytes;
}
