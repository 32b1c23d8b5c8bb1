/** WAV files for tests, written byte by byte. */

export interface Described {
  tag?: number;
  channels?: number;
  rate?: number;
  bits?: number;
  /** Appended to the fmt chunk: what WAVE_FORMAT_EXTENSIBLE adds. */
  more?: number[];
  /** Chunks before the data: name and bytes. */
  before?: [string, number[]][];
  /** As the header says it; else what is true. */
  size?: number;
}

/** `samples` are those of all channels, one after another, as raw bytes. */
export function wavFile(samples: Uint8Array, described: Described = {}): Uint8Array {
  const { tag = 1, channels = 1, rate = 22_050, bits = 16, more = [], before = [] } = described;
  const frame = (channels * bits) / 8;
  const format = [
    ...[...two(tag), ...two(channels), ...four(rate), ...four(rate * frame), ...two(frame), ...two(bits)],
    ...more,
  ];
  const data = chunk('data', samples, described.size);
  const chunks = [
    chunk('fmt ', Uint8Array.from(format)),
    ...before.map(([name, body]) => chunk(name, Uint8Array.from(body))),
    data,
  ];
  const body = Buffer.concat([Buffer.from('WAVE'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), Buffer.from(four(body.length)), body]);
}

function chunk(name: string, body: Uint8Array, size = body.length): Uint8Array {
  return Buffer.concat([Buffer.from(name), Buffer.from(four(size)), body, Buffer.alloc(body.length % 2)]);
}

const two = (value: number) => [value & 255, (value >> 8) & 255];
const four = (value: number) => [...two(value & 0xffff), ...two(Math.floor(value / 65_536))];

/** 16 bit, one channel. `hertz` at this loudness (0 to 1), with silence around it; all in seconds. */
export function tone(
  seconds: number,
  { hertz = 220, loud = 0.3, silence = 0, rate = 22_050 } = {},
): Uint8Array {
  const values = Array.from({ length: Math.round((seconds + 2 * silence) * rate) }, (_, index) => {
    const time = index / rate - silence;
    return time < 0 || time > seconds ? 0 : loud * Math.sin(2 * Math.PI * hertz * time);
  });
  const samples = Int16Array.from(values, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32_767));
  return wavFile(new Uint8Array(samples.buffer), { rate });
}
