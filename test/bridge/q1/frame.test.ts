/** Q1 frames: the vectors of Q1.md, round trips, chunks, noise, damage. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc } from '../../../counter-firmware-bridge/q1/crc.ts';
import {
  decode,
  encode,
  type Frame,
  frameText,
  type Heard,
} from '../../../counter-firmware-bridge/q1/frame.ts';
import { createReader } from '../../../counter-firmware-bridge/q1/reader.ts';
import { frameText as boxText, checkSum } from './box-frame.ts';

const vectors: [string, Frame][] = [
  ['$Q1,03,0,HI?*84D2', { address: 3, seq: 0, type: 'HI?', fields: [] }],
  ['$Q1,03,17,KEY,NEXT*96ED', { address: 3, seq: 17, type: 'KEY', fields: ['NEXT'] }],
  [
    '$Q1,03,1,HI,ctr-03,qbtn,0.1.0,7F3A,KEY4;LED6*07B3',
    { address: 3, seq: 1, type: 'HI', fields: ['ctr-03', 'qbtn', '0.1.0', '7F3A', 'KEY4;LED6'] },
  ],
  ['$Q1,03,17,ACK,OK*924F', { address: 3, seq: 17, type: 'ACK', fields: ['OK'] }],
  ['$Q1,03,41,SHOW,A-012,3,B6*9FC3', { address: 3, seq: 41, type: 'SHOW', fields: ['A-012', '3', 'B6'] }],
  ['$Q1,03,18,KEY,CALL,A-012*CCF8', { address: 3, seq: 18, type: 'KEY', fields: ['CALL', 'A-012'] }],
  ['$Q1,03,41,NAK,BUSY*75E6', { address: 3, seq: 41, type: 'NAK', fields: ['BUSY'] }],
  ['$Q1,03,42,CLR*BD00', { address: 3, seq: 42, type: 'CLR', fields: [] }],
  ['$Q1,00,0,BRT,60*66BD', { address: 0, seq: 0, type: 'BRT', fields: ['60'] }],
  ['$Q1,03,0,POLL*FB8A', { address: 3, seq: 0, type: 'POLL', fields: [] }],
  ['$Q1,03,0,IDLE*7282', { address: 3, seq: 0, type: 'IDLE', fields: [] }],
  [
    '$Q1,90,5,TMP,36.52,27.10,C,O*59F6',
    { address: 90, seq: 5, type: 'TMP', fields: ['36.52', '27.10', 'C', 'O'] },
  ],
  ['$Q1,03,43,SHOW,A%2C1%2A%24,3,S*DAC4', { address: 3, seq: 43, type: 'SHOW', fields: ['A,1*$', '3', 'S'] }],
];

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const read = (...chunks: (string | Uint8Array)[]): Heard[] => {
  const reader = createReader();
  return chunks.flatMap((chunk) => reader(typeof chunk === 'string' ? bytes(chunk) : chunk));
};
const frames = (heard: readonly Heard[]): Frame[] =>
  heard.flatMap((one) => (one.kind === 'frame' ? [one.frame] : []));
const why = (heard: readonly Heard[]): string[] =>
  heard.flatMap((one) => (one.kind === 'damaged' ? [one.why] : []));
const signed = (body: string): string => `$${body}*${checkSum(body)}`;

const anyFrame = fc
  .record({
    address: fc.integer({ min: 0, max: 99 }),
    seq: fc.integer({ min: 0, max: 65_535 }),
    type: fc.stringMatching(/^[A-Z?]{1,8}$/),
    fields: fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 4 }),
  })
  .filter((frame) => frameText(frame) !== undefined);

/** What does not begin a frame: `$` is what frames begin with. */
const noise = fc
  .uint8Array({ maxLength: 200 })
  .map((some) => some.map((byte) => (byte === 0x24 ? 0x23 : byte)));

test('the check sum of 123456789 is 29B1', () => {
  expect(crc(bytes('123456789'))).toBe(0x29b1);
});

test.each(vectors)('%s is written and read as in Q1.md', (text, frame) => {
  expect(frameText(frame)).toBe(text);
  expect(Buffer.from(encode(frame) ?? []).toString('latin1')).toBe(`${text}\r\n`);
  expect(decode(text)).toEqual({ kind: 'frame', frame, text });
});

test.each([['\r\n'], ['\n'], ['\r'], ['\n\r\n']])('the end of a line may be %j', (end) => {
  const all = vectors.map(([text]) => text + end).join('');
  expect(frames(read(all))).toEqual(vectors.map(([, frame]) => frame));
});

test('byte by byte, and with small letters in the check sum', () => {
  const all = bytes(
    vectors.map(([text]) => `${text.slice(0, -4)}${text.slice(-4).toLowerCase()}\r\n`).join(''),
  );
  expect(frames(read(...[...all].map((byte) => Uint8Array.of(byte))))).toEqual(
    vectors.map(([, frame]) => frame),
  );
});

test('every frame comes back as it was, whatever the pieces it comes in', () => {
  fc.assert(
    fc.property(
      fc.array(anyFrame, { maxLength: 5 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
      (sent, sizes) => {
        const all = Buffer.concat(sent.map((frame) => encode(frame) ?? Buffer.alloc(0)));
        const pieces: Uint8Array[] = [];
        for (let at = 0; at < all.length; ) {
          const size = sizes.next().value as number;
          pieces.push(all.subarray(at, at + size));
          at += size;
        }
        expect(frames(read(...pieces))).toEqual(sent);
      },
    ),
  );
});

test('the box of the tests, which has its own codec, is understood', () => {
  fc.assert(
    fc.property(anyFrame, (frame) => {
      // It escapes more than it must, so that a long text of signs does not fit any more.
      const text = boxText(frame);
      if (text.length <= 120) expect(frames(read(`${text}\n`))).toEqual([frame]);
    }),
  );
});

test('noise around frames loses none of them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(noise, anyFrame), { minLength: 1, maxLength: 5 }), noise, (parts, last) => {
      const all = parts.flatMap(([before, frame]) => [before, encode(frame) ?? Buffer.alloc(0)]);
      expect(frames(read(...all, last))).toEqual(parts.map(([, frame]) => frame));
    }),
  );
});

test('a frame that was cut off loses nothing of the next one', () => {
  const heard = read('$Q1,03,17,KEY,NE', '$Q1,03,18,KEY,CALL,A-012*CCF8\r\n');
  expect(frames(heard)).toEqual([{ address: 3, seq: 18, type: 'KEY', fields: ['CALL', 'A-012'] }]);
  expect(why(heard)).toEqual(['cut']);
});

test('damage of one to three bytes is never read as another frame', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(anyFrame, damage, (frame, places) => {
      const sent = Buffer.from(encode(frame) ?? []);
      for (const [place, change] of places) {
        const at = place % sent.length;
        sent[at] = (sent[at] ?? 0) ^ change;
      }
      for (const one of frames(read(sent, '\n'))) expect(one).toEqual(frame);
    }),
    { numRuns: 10_000, seed: 20_261_122 },
  );
});

test('two bytes that have changed places are never read as another frame', () => {
  for (const [text, frame] of vectors) {
    for (let at = 1; at < text.length - 1; at++) {
      const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
      for (const one of frames(read(`${swapped}\n`))) expect(one).toEqual(frame);
    }
  }
});

test.each([
  ['$Q1,03,17,KEY,NEXT*96EE', 'crc'],
  [signed('Q2,03,17,KEY,NEXT'), 'version'],
  [signed('Q1,3,17,KEY,NEXT'), 'grammar'],
  [signed('Q1,03,65536,KEY,NEXT'), 'grammar'],
  [signed('Q1,03,,KEY,NEXT'), 'grammar'],
  [signed('Q1,03,17,key,NEXT'), 'grammar'],
  [signed('Q1,03,17,ABCDEFGHI'), 'grammar'],
  [signed('Q1,03,17'), 'grammar'],
  ['$Q1,03,17,KEY,NEXT', 'grammar'],
  ['$Q1,03,17,KEY,NEXT*96ED*96ED', 'grammar'],
  [signed('Q1,03,17,KEY,A B'), 'arg'],
  [signed('Q1,03,17,KEY,%4'), 'arg'],
  [signed('Q1,03,17,KEY,%GG'), 'arg'],
  [signed('Q1,03,17,KEY,%C3'), 'arg'],
  [signed('Q1,03,17,KEY,%ED%A0%80'), 'arg'],
  [signed('Q1,03,17,KEY,caf\xe9'), 'arg'],
])('%s is refused: %s', (text, reason) => {
  expect(why(read(`${text}\r\n`))).toEqual([reason]);
});

test('a frame of 120 bytes is read, one of 121 is too long and the next one is not lost', () => {
  const of = (length: number) => signed(`Q1,03,17,KEY,${'A'.repeat(length - '$Q1,03,17,KEY,*0000'.length)}`);
  expect([of(120).length, of(121).length]).toEqual([120, 121]);
  const heard = read(`${of(120)}\n${of(121)}\n$Q1,03,42,CLR*BD00\n`);
  expect(heard.map((one) => (one.kind === 'frame' ? one.frame.type : one.why))).toEqual([
    'KEY',
    'too-long',
    'CLR',
  ]);
});

test('a text that no frame can hold is not written', () => {
  expect(encode({ address: 3, seq: 1, type: 'SHOW', fields: ['x'.repeat(120)] })).toBeUndefined();
});

test('a flood without a frame brings one finding a frame’s length at most, and the frame after it is read', () => {
  const reader = createReader();
  const flood = Buffer.alloc(1_000_000, 0x41);
  flood[0] = 0x24;
  expect(why(reader(flood))).toEqual(['too-long']);
  expect(reader(Buffer.alloc(1_000_000, 0x24))).toEqual([]);
  expect(frames(reader(bytes('$Q1,03,42,CLR*BD00\n')))).toHaveLength(1);
});
