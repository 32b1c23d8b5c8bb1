/** What boards of every width and kind show of a number: the whole, less, or nothing, but never another number. */
import { describe, expect, test } from 'vitest';
import { fitText, prefixIsShown, readableOnSevenSegments } from '../../server/contract/board-text.ts';
import type { BoardProfile } from '../../server/contract/device-settings.ts';

const text = (width: number): BoardProfile => ({ width, characters: 'text' });
const segments = (width: number): BoardProfile => ({ width, characters: 'seven-segment' });
const digits = (width: number): BoardProfile => ({ width, characters: 'digits' });

describe('a number', () => {
  test.each([
    // Of every width.
    ['A-012', text(6), 'A-012'],
    ['A-012', text(5), 'A-012'],
    ['A-012', text(4), 'A012'],
    ['A-012', text(3), '012'],
    ['A-012', text(2), '12'],
    ['A-012', text(1), ''],
    ['A-005', text(1), '5'],
    ['A-112', text(2), ''],
    ['A-100', text(2), ''],
    // Of several letters, and beyond 999.
    ['AB-012', text(6), 'AB-012'],
    ['AB-012', text(5), 'AB012'],
    ['AB-012', text(4), '012'],
    ['B-1234', text(6), 'B-1234'],
    ['B-1234', text(5), 'B1234'],
    ['B-1234', text(4), '1234'],
    ['B-1234', text(3), ''],
    // Seven segments: a letter with a shape of its own, or the digits alone.
    ['A-012', segments(6), 'A-012'],
    ['A-012', segments(4), 'A012'],
    ['A-012', segments(3), '012'],
    ['B-012', segments(6), '012'],
    ['S-012', segments(4), '012'],
    ['AB-012', segments(8), '012'],
    ['K-1000', segments(4), '1000'],
    ['K-1000', segments(3), ''],
    ['P-000', segments(2), '0'],
    // Digits alone.
    ['A-012', digits(6), '012'],
    ['A-012', digits(3), '012'],
    ['A-012', digits(2), '12'],
    ['A-012', digits(1), ''],
    // Of the emergency sheet.
    ['E-007', segments(4), 'E007'],
    ['EEE-007', segments(6), 'EEE007'],
    ['EEE-007', segments(5), '007'],
    // Written without the dash.
    ['A012', text(5), 'A012'],
    ['A012', digits(5), '012'],
  ] as const)('%s on %j is "%s"', (number, profile, shown) => expect(fitText(number, profile)).toBe(shown));

  test.each([...'BDGIJKMNOQRSTVWXYZ'])('%s is no letter of seven segments', (letter) => {
    expect(readableOnSevenSegments(letter)).toBe(false);
    expect(fitText(`${letter}-012`, segments(6))).toBe('012');
  });

  test.each([...'ACEFHLPU'])('%s is a letter of seven segments', (letter) => {
    expect(readableOnSevenSegments(letter)).toBe(true);
    expect(fitText(`${letter}-012`, segments(5))).toBe(`${letter}-012`);
  });

  test('a prefix is readable only with all its letters', () => {
    expect(['AC', 'AB', ''].map(readableOnSevenSegments)).toEqual([true, false, false]);
  });
});

describe('another text', () => {
  test.each([
    ['', text(5), ''],
    ['   ', segments(5), ''],
    ['', digits(3), ''],
    ['Tutup', text(5), 'Tutup'],
    ['Tutup', text(4), ''],
    ['Tutup', segments(6), ''],
    ['----', segments(4), '----'],
    ['----', digits(4), ''],
    ['12', digits(3), '12'],
    ['ABCD-1', text(5), ''],
    ['A-01-2', text(5), ''],
    ['٣', digits(3), ''],
  ] as const)('%j on %j is "%s"', (written, profile, shown) => expect(fitText(written, profile)).toBe(shown));
});

test.each([
  ['A', segments(4), true],
  ['A', segments(3), false],
  ['B', segments(6), false],
  ['B', text(4), true],
  ['AB', text(4), false],
  ['A', digits(6), false],
] as const)('the prefix %s on %j is shown: %s', (prefix, profile, shown) =>
  expect(prefixIsShown(prefix, profile)).toBe(shown),
);
