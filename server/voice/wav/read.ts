/** Reads a WAV file of whatever recorder or editor made it. Source: Microsoft, "Multimedia Data Standards", RIFF WAVE. */
import { rate, type Sound, toSound } from './format.ts';
import { resample } from './resample.ts';

/** Why bytes are no WAV that can be used, as the end of a sentence that begins with the file's name. */
export class UnreadableWav extends Error {}

interface Format {
  readonly channels: number;
  readonly rate: number;
  readonly bits: 8 | 16 | 24 | 32;
  readonly float: boolean;
}

const pcm = 1;
const floating = 3;
/** WAVE_FORMAT_EXTENSIBLE: the format that is meant stands at the start of a GUID. */
const extensible = 0xfffe;
const longest = 10 * 60;

/** Throws `UnreadableWav`. Longer than ten minutes is no clip of a voice. */
export function readWav(bytes: Uint8Array): Sound {
  const { format, data } = partsOf(bytes);
  const frame = format.channels * (format.bits / 8);
  const frames = Math.floor(data.byteLength / frame);
  if (frames > longest * format.rate) throw new UnreadableWav('is longer than ten minutes');
  if (isAsOurs(format)) return samplesAsTheyLie(data, frames);
  return toSound(resample(oneChannel(data, frames, format), format.rate, rate));
}

function isAsOurs(format: Format): boolean {
  return format.rate === rate && format.bits === 16 && format.channels === 1;
}

function samplesAsTheyLie(data: DataView, frames: number): Sound {
  const sound = new Int16Array(frames);
  for (let index = 0; index < frames; index += 1) sound[index] = data.getInt16(index * 2, true);
  return sound;
}

/** Chunks stand one after another, each padded to an even length; those that are not needed are stepped over. */
function partsOf(bytes: Uint8Array): { format: Format; data: DataView } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
  if (bytes.length < 12 || text(0) !== 'RIFF' || text(8) !== 'WAVE') {
    throw new UnreadableWav('is no WAV file');
  }
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const from = at + 8;
    const size = view.getUint32(at + 4, true);
    const length = Math.min(size, bytes.length - from);
    const body = new DataView(bytes.buffer, bytes.byteOffset + from, length);
    if (text(at) === 'fmt ') format = formatOf(body);
    if (text(at) === 'data') {
      if (!format)
        throw new UnreadableWav('does not say what its samples are (no fmt chunk before the data)');
      // Recorders that stream do not know the length beforehand, and write zero or the largest number there.
      const known =
        size === 0 ? new DataView(bytes.buffer, bytes.byteOffset + from, bytes.length - from) : body;
      return { format, data: known };
    }
    at = from + size + (size % 2);
  }
  throw new UnreadableWav('holds no sound (no data chunk)');
}

function formatOf(body: DataView): Format {
  if (body.byteLength < 16) throw new UnreadableWav('is cut off within its fmt chunk');
  const written = body.getUint16(0, true);
  const tag = written === extensible && body.byteLength >= 26 ? body.getUint16(24, true) : written;
  const [channels, speed, bits] = [
    body.getUint16(2, true),
    body.getUint32(4, true),
    body.getUint16(14, true),
  ];
  if (tag !== pcm && tag !== floating) {
    throw new UnreadableWav(`is compressed (format ${tag}): save it as WAV with 16 bit PCM`);
  }
  if (channels < 1 || channels > 8) throw new UnreadableWav(`has ${channels} channels: 1 or 2 are expected`);
  if (speed < 8_000 || speed > 192_000) {
    throw new UnreadableWav(`has ${speed} samples a second: 8,000 to 192,000 are expected`);
  }
  const isFloat = tag === floating;
  if (isFloat ? bits !== 32 : !isDepth(bits)) {
    throw new UnreadableWav(`has samples of ${bits} bit: 8, 16, 24 or 32 are expected`);
  }
  return { channels, rate: speed, bits: bits as Format['bits'], float: isFloat };
}

function isDepth(bits: number): boolean {
  return bits === 8 || bits === 16 || bits === 24 || bits === 32;
}

/** The mean of all channels. */
function oneChannel(data: DataView, frames: number, { channels, bits, float }: Format): Float32Array {
  const read = float ? readFloat : readers[bits];
  const width = bits / 8;
  const mono = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      sum += read(data, (frame * channels + channel) * width);
    }
    mono[frame] = sum / channels;
  }
  return mono;
}

type Reader = (data: DataView, at: number) => number;

/** 8 bit is without sign, by the format's definition; all others have one. */
const readers: Record<Format['bits'], Reader> = {
  8: (data, at) => (data.getUint8(at) - 128) / 128,
  16: (data, at) => data.getInt16(at, true) / 32_768,
  24: (data, at) => (data.getInt8(at + 2) * 65_536 + data.getUint16(at, true)) / 8_388_608,
  32: (data, at) => data.getInt32(at, true) / 2_147_483_648,
};

const readFloat: Reader = (data, at) => {
  const value = data.getFloat32(at, true);
  return Number.isFinite(value) ? value : 0;
};
