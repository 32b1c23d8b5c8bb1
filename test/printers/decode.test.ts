/** The decoder against bytes written by hand: what reads the papers back must be right itself. */
import { expect, test } from 'vitest';
import { columnsOf, decode } from './decode.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

test('lines, sizes, weight, small and inverse letters', () => {
  const { items, lines, cuts } = decode(
    bytes(
      ...[[0x1b, 0x40], [0x1b, 0x61, 1], [0x1d, 0x21, 0x55], 'A-012', [0x1d, 0x21, 0], [0x0a]],
      ...[[0x1b, 0x45, 1], 'x', [0x1b, 0x45, 0], [0x1b, 0x4d, 1], 'y', [0x1b, 0x4d, 0], [0x1d, 0x42, 1], 'z'],
      ...[[0x0a], [0x1d, 0x56, 1]],
    ),
  );
  const plain = { width: 1, height: 1, bold: false, inverse: false, font: 'A' };
  expect(items).toEqual([
    { kind: 'line', align: 'center', runs: [{ ...plain, text: 'A-012', width: 6, height: 6 }] },
    {
      kind: 'line',
      align: 'center',
      runs: [
        { ...plain, text: 'x', bold: true },
        { ...plain, text: 'y', font: 'B' },
        { ...plain, text: 'z', inverse: true },
      ],
    },
    { kind: 'cut' },
  ]);
  expect(lines).toEqual(['A-012', 'xyz']);
  expect(cuts).toBe(1);
  expect(items.flatMap((item) => (item.kind === 'line' ? columnsOf(item.runs) : []))).toEqual([30, 2.75]);
});

test('a QR code with its size', () => {
  const { items } = decode(
    bytes(
      [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, 6],
      ...[[0x1d, 0x28, 0x6b, 5, 0, 0x31, 0x50, 0x30], 'ab'],
      [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30],
    ),
  );
  expect(items).toEqual([{ kind: 'qr', align: 'left', text: 'ab', size: 6 }]);
});

test.each<[string, number[]]>([
  ['a command of no known kind', [0x1b, 0x70, 0]],
  ['a byte that is no letter', [0x07]],
  ['a question in the middle of a paper', [0x10, 0x04, 0x01]],
  ['an end in the middle of a command', [0x1d, 0x21]],
])('%s is not passed over', (_what, wrong) => {
  expect(() => decode(Uint8Array.from(wrong))).toThrow();
});
