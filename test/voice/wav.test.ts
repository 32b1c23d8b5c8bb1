/** WAV files as recorders and editors write them, and as they should not be. */
import { expect, test } from 'vitest';
import { readWav } from '../../server/voice/wav/read.ts';
import { writeWav } from '../../server/voice/wav/write.ts';
import { tone, wavFile } from './wav-file.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('what is written is a plain header and the samples, byte for byte', () => {
  expect([...writeWav(Int16Array.of(1, -2))]).toEqual([
    ...Buffer.from('RIFF'),
    40,
    0,
    0,
    0,
    ...Buffer.from('WAVEfmt '),
    16,
    0,
    0,
    0,
    1,
    0,
    1,
    0,
    0x22,
    0x56,
    0,
    0,
    0x44,
    0xac,
    0,
    0,
    2,
    0,
    16,
    0,
    ...Buffer.from('data'),
    4,
    0,
    0,
    0,
    1,
    0,
    0xfe,
    0xff,
  ]);
});

const samples = bytes(0, 0, 0, 64, 0, 192);
test.each([
  ['as it is', wavFile(samples)],
  [
    'with a LIST of odd length before the data',
    wavFile(samples, {
      before: [
        ['LIST', [1, 2, 3]],
        ['fact', [6, 0, 0, 0]],
      ],
    }),
  ],
  [
    'with the format in an extensible header',
    wavFile(samples, { tag: 0xfffe, more: [22, 0, 16, 0, 4, 0, 0, 0, 1, 0, 0, 0] }),
  ],
  ['by a recorder that did not know the length', wavFile(samples, { size: 0xffffffff })],
  ['by a recorder that wrote no length', wavFile(samples, { size: 0 })],
  ['cut off within a sample', wavFile(bytes(...samples, 7), { size: 8 })],
])('16 bit is read %s', (_, file) => {
  expect([...readWav(file)].slice(0, 3)).toEqual([0, 16_384, -16_384]);
});

test.each([
  ['8 bit', wavFile(bytes(128, 192, 64), { bits: 8 })],
  ['24 bit', wavFile(bytes(0, 0, 0, 0, 0, 64, 0, 0, 192), { bits: 24 })],
  ['32 bit', wavFile(bytes(0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 192), { bits: 32 })],
  ['floats', wavFile(new Uint8Array(Float32Array.of(0, 0.5, -0.5).buffer), { tag: 3, bits: 32 })],
  ['two channels', wavFile(bytes(0, 0, 0, 0, 0, 127, 0, 1, 0, 192, 0, 192), { channels: 2 })],
])('%s become one channel of 16 bit', (_, file) => {
  const [first, second, third] = readWav(file);
  expect(first).toBe(0);
  expect(Math.abs((second ?? 0) - 16_384)).toBeLessThanOrEqual(1);
  expect(Math.abs((third ?? 0) + 16_384)).toBeLessThanOrEqual(1);
});

test.each([8_000, 16_000, 44_100, 48_000])(
  'a tone of 1,000 Hz recorded at %i samples a second stays what it was',
  (rate) => {
    const sound = readWav(tone(0.5, { hertz: 1000, loud: 0.5, rate }));
    expect(Math.abs(sound.length - 11_025)).toBeLessThanOrEqual(1);
    const off = [...sound.slice(2000, 9000)].map((sample, index) =>
      Math.abs(sample - 16_383.5 * Math.sin((2 * Math.PI * 1000 * (index + 2000)) / 22_050)),
    );
    expect(Math.max(...off)).toBeLessThan(50);
  },
);

test('what 22,050 samples cannot hold does not come back as another tone', () => {
  const sound = readWav(tone(0.5, { hertz: 15_000, loud: 0.9, rate: 48_000 }));
  expect(Math.max(...sound.slice(2000, 9000).map(Math.abs))).toBeLessThan(60);
});

test.each([
  ['an empty file', bytes(), 'is no WAV file'],
  ['an MP3', Buffer.from('ID3\x04 some music goes here'), 'is no WAV file'],
  ['no data', wavFile(samples).slice(0, 36), 'holds no sound (no data chunk)'],
  ['compressed', wavFile(samples, { tag: 85 }), 'is compressed (format 85): save it as WAV with 16 bit PCM'],
  ['12 bit', wavFile(samples, { bits: 12 }), 'has samples of 12 bit: 8, 16, 24 or 32 are expected'],
  ['no channel', wavFile(samples, { channels: 0 }), 'has 0 channels: 1 or 2 are expected'],
  ['no speed', wavFile(samples, { rate: 0 }), 'has 0 samples a second: 8,000 to 192,000 are expected'],
])('%s is refused with its reason', (_, file, reason) => {
  expect(() => readWav(file)).toThrow(reason);
});
