/** The forms of the files: encodings, delimiters, line ends, quotes, and files that mean harm. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookings, bytesOf, readList, refusedAs } from './lists.ts';

const list = 'nama;tanggal\r\nZoë;26/11/2026\r\n';
/** As `list`, each letter written as in Windows-1252: ë is EB. */
const oneByte = Uint8Array.from(list, (letter) => letter.charCodeAt(0));
const lowFirst = Uint8Array.from(
  [...list].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]),
);
const highFirst = Uint8Array.from(
  [...list].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff]),
);

test.each([
  ['utf-8', 'UTF-8', bytesOf(list)],
  ['utf-8', 'UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf(list))],
  ['utf-16le', 'UTF-16, low byte first', Uint8Array.of(0xff, 0xfe, ...lowFirst)],
  ['utf-16le', 'UTF-16, low byte first, without its mark', lowFirst],
  ['utf-16be', 'UTF-16, high byte first', Uint8Array.of(0xfe, 0xff, ...highFirst)],
  ['windows-1252', 'Windows-1252', oneByte],
])('%s: a file in %s', (encoding, _, bytes) => {
  expect(readList(bytes)).toMatchObject({
    ...{ ok: true, encoding, delimiter: ';', mistakes: [] },
    lines: [{ line: 2, date: '2026-11-26', people: [{ name: 'Zoë' }] }],
  });
});

test('the letters that Windows-1252 has and Latin-1 has not', () => {
  // n a m a , t g l LF € “ ž , 2 0 2 6 - 1 1 - 2 6
  const bytes = Uint8Array.of(
    ...[0x6e, 0x61, 0x6d, 0x61, 0x2c, 0x74, 0x67, 0x6c, 0x0a, 0x80, 0x93, 0x9e, 0x2c],
    ...[0x32, 0x30, 0x32, 0x36, 0x2d, 0x31, 0x31, 0x2d, 0x32, 0x36],
  );
  expect(bookings(bytes)).toMatchObject([{ people: [{ name: '€“ž' }] }]);
});

test('letters of UTF-8 by their bytes', () => {
  // n a m a , t g l LF Z o C3AB , 2 0 2 6 - 1 1 - 2 6
  const bytes = Uint8Array.of(
    ...[0x6e, 0x61, 0x6d, 0x61, 0x2c, 0x74, 0x67, 0x6c, 0x0a, 0x5a, 0x6f, 0xc3, 0xab, 0x2c],
    ...[0x32, 0x30, 0x32, 0x36, 0x2d, 0x31, 0x31, 0x2d, 0x32, 0x36],
  );
  expect(bookings(bytes)).toMatchObject([{ people: [{ name: 'Zoë' }] }]);
});

test('zeros alone do not make a file UTF-16', () => {
  const text = `nama,tanggal,${'\0'.repeat(400)}\nBudi,2026-11-26,`;
  expect(readList(text)).toMatchObject({ ok: true, encoding: 'utf-8', lines: [{ line: 2 }] });
});

test.each([',', ';', '\t', '|'])('cells are separated by %j', (delimiter) => {
  const text = [`nama${delimiter}tanggal`, `Budi${delimiter}2026-11-26`].join('\n');
  expect(readList(text)).toMatchObject({ delimiter, lines: [{ line: 2, people: [{ name: 'Budi' }] }] });
});

test('a delimiter between quotes separates nothing', () => {
  const text = '"alamat, kota, provinsi, kode";nama;tanggal\n"Jl. A; B";"Budi; S.H.";2026-11-26';
  expect(readList(text)).toMatchObject({ delimiter: ';', lines: [{ people: [{ name: 'Budi; S.H.' }] }] });
});

test('the delimiter is the one that yields known columns, however many others there are', () => {
  const text = 'nama;tanggal;alamat (jalan, nomor, kota, kode)\nBudi;2026-11-26;';
  expect(readList(text)).toMatchObject({ delimiter: ';', lines: [{ line: 2 }] });
});

test.each(['sep=;\r\n', 'SEP=;\n', '"sep=;"\r'])('Excel’s first line %j is taken at its word', (said) => {
  expect(bookings(`${said}nama;tanggal\r\nBudi;2026-11-26`)).toMatchObject([{ line: 3 }]);
});

test.each(['\r\n', '\n', '\r'])('rows end in %j, and empty ones are passed over', (end) => {
  const text = ['', 'nama,tanggal', '', 'Budi,2026-11-26', ',', '  ', 'Siti,2026-11-27', '', ''].join(end);
  expect(bookings(text)).toMatchObject([
    { line: 4, people: [{ name: 'Budi' }] },
    { line: 7, people: [{ name: 'Siti' }] },
  ]);
});

test('line breaks between quotes count as lines of the file', () => {
  const text =
    'nama,keterangan,tanggal\r\nA,"satu\r\ndua\r\ntiga",2026-11-26\nB,"x\ny",2026-11-26\r\n\r\nC,,2026-11-26\r';
  expect(bookings(text)).toMatchObject([
    { line: 2, details: 'satu\r\ndua\r\ntiga' },
    { line: 5, details: 'x\ny' },
    { line: 8 },
  ]);
});

test('quotes within a text are letters, and doubled ones are one', () => {
  const text =
    'nama,tanggal\nBudi "Bud" S.,2026-11-26\n"Siti ""Ti"" A.",2026-11-26\n"Ani", 2026-11-26 \n "Eko, S.H." ,"2026-11-26"';
  expect(bookings(text).map(({ people }) => people[0]?.name)).toEqual([
    'Budi "Bud" S.',
    'Siti "Ti" A.',
    'Ani',
    'Eko, S.H.',
  ]);
});

test('a quote that nobody closes is told with the line from which on nothing can be read', () => {
  expect(refusedAs('nama,tanggal\nBudi,2026-11-26\n"Siti,2026-11-26\nAni,2026-11-26\n')).toBe(
    'expected rows of a list, found one from line 3 on that does not end: perhaps a quote is not closed',
  );
});

test('a header alone is a list without bookings', () => {
  expect(bookings('nama,tanggal')).toEqual([]);
});

test('twenty thousand rows, every second of a family of two', () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `R${index},${index % 4 < 2 ? `K${Math.floor(index / 4)}` : ''},Budi,2026-11-26,0812345678`,
  );
  const read = bookings(['reference,group,name,date,phone', ...rows].join('\r\n'));
  expect(read).toHaveLength(15_000);
  expect(read.filter(({ people }) => people.length === 2)).toHaveLength(5000);
  expect(read.at(-1)).toMatchObject({ line: 20_001, reference: 'R19999' });
});

const size = 8 * 1024 * 1024;
const filled = (text: string): Uint8Array => bytesOf(text.repeat(Math.floor(size / text.length)));

test.each([
  ['empty', new Uint8Array(), 'found an empty file'],
  ['line ends only', filled('\n'), 'found an empty file'],
  ['delimiters only', filled(','), 'none that ends'],
  ['few delimiters', bytesOf(',,,\n,\n'), 'found an empty file'],
  ['one quote after the other', filled('"'), 'none that ends'],
  ['one open quote', bytesOf(`"${'a'.repeat(size - 1)}`), 'none that ends'],
  ['one line', filled('a'), 'none that ends'],
  ['zeros', new Uint8Array(size), 'none that ends'],
  ['bytes of no encoding', new Uint8Array(size).fill(0xff), 'none that ends'],
  [
    'a hundred thousand columns',
    bytesOf(Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')),
    'none that ends',
  ],
  [
    'one open quote below the header',
    bytesOf(`nama,tanggal\n"${'a'.repeat(size - 100)}`),
    'from line 2 on that does not end',
  ],
  [
    'zeros below the header',
    bytesOf(`nama,tanggal\n${'\0'.repeat(size - 100)}`),
    'from line 2 on that does not end',
  ],
  ['rows of another width', bytesOf(`nama,tanggal\n${';,x\n,\n'.repeat(200_000)}`), 'at most 50000 rows'],
  ['too many rows', bytesOf(`nama,tanggal\n${'Budi,2026-11-26\n'.repeat(50_001)}`), 'at most 50000 rows'],
  ['more than 8 MB', new Uint8Array(size + 1), 'at most 8 MB'],
  ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), 'found a workbook'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'found a workbook'],
])('a file of %s is refused in words', (_, bytes, words) => {
  expect(refusedAs(bytes)).toContain(words);
});

test('a row of a million empty cells holds nothing', () => {
  expect(bookings(`nama,tanggal\n${','.repeat(1_000_000)}\nBudi,2026-11-26`)).toMatchObject([{ line: 3 }]);
});

test('ten thousand columns beside those that are known', () => {
  const more = ','.repeat(9998);
  expect(bookings(`nama,tanggal${more}\nBudi,2026-11-26${more}`)).toHaveLength(1);
});

test('whatever the bytes are, nothing is thrown', () => {
  const parts = [
    'nama',
    'tanggal',
    '2026-11-26',
    'sep=;',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '=',
    ' ',
    '\0',
    'ÿþ',
  ];
  const text = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((some) => some.join(''));
  const headed = text.map((some) => `nama,tanggal,group,reference\n${some}`);
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), text.map(bytesOf), headed.map(bytesOf));
  fc.assert(fc.property(bytes, (some) => typeof readList(some).ok === 'boolean'));
});

test('fifty thousand rows are read', () => {
  expect(bookings(`nama,tanggal\n${'Budi,2026-11-26\n'.repeat(50_000)}`)).toHaveLength(50_000);
});
