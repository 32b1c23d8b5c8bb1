/** Papers read back from the bytes, as the person who holds them reads them. */
import { describe, expect, test } from 'vitest';
import { bytesOfPaper } from '../../server/adapters/printers/layout/bytes-of-paper.ts';
import type { Columns } from '../../server/adapters/printers/layout/encode.ts';
import type { Paper } from '../../server/contract/paper.ts';
import { columnsOf, decode } from './decode.ts';
import { lanes, slip, ticket } from './papers.ts';

const read = (paper: Paper, columns: Columns = 48) => decode(bytesOfPaper(paper, columns, lanes));
const linesOf = (paper: Paper, columns: Columns = 48) => read(paper, columns).lines;
const { office } = ticket().view;

test('a ticket says the number, when it is called, what is promised and how many are before, in both languages', () => {
  expect(linesOf(ticket({ lane: 'priority' }))).toEqual([
    'Kantor Imigrasi Kelas II Non TPI Cirebon',
    'Nomor Anda',
    'Your number',
    'A-012',
    'Paspor baru dan penggantian',
    'New and replaced passports',
    'Jalur prioritas',
    'Priority lane',
    'Senin, 23 November 2026',
    '────────────────────────────────────────────────',
    `Dipanggil kira-kira${' '.repeat(7)}09:40-10:05`,
    'Called at about',
    `Selesai sebelum${' '.repeat(23)}11:15`,
    'Done by',
    `Janji paling lambat${' '.repeat(19)}11:30`,
    'Promised by',
    `Sebelum Anda${' '.repeat(20)}11 nomor`,
    'Before you: 11 numbers',
    'Perhatikan papan dan panggilan.',
    'Watch the boards and listen for the call.',
    '────────────────────────────────────────────────',
    'Pindai untuk mengikuti antrean di ponsel',
    'Scan to follow the queue on your phone',
    'Kode: K7M4',
    'Dicetak 23 Nov 2026 09:10',
  ]);
});

test('the number is as large as the paper is wide, and clock times are twice as large as the rest', () => {
  const sizeOf = (columns: Columns, text: string) =>
    read(ticket(), columns).items.flatMap((item) =>
      item.kind === 'line'
        ? item.runs.filter((run) => run.text.trim() === text).map(({ width, height }) => [width, height])
        : [],
    );
  expect(sizeOf(32, 'A-012')).toEqual([[6, 6]]);
  expect(sizeOf(48, 'A-012')).toEqual([[8, 8]]);
  expect(sizeOf(32, '09:40-10:05')).toEqual([[2, 2]]);
});

test.each([32, 42, 48] as const)('no line is wider than %i columns, whatever the names', (columns) => {
  const name = 'Layanan Paspor Elektronik Dipercepat bagi Pekerja Migran Indonesia di Luar Daerah';
  const long = { id: name, en: `${name} Pneumonoultramicroscopicsilicovolcanoconiosis-and-more` };
  for (const paper of [
    ticket({
      serviceName: long,
      office: { ...office, name: long, rehearsal: true },
      outside: true,
      people: 4,
    }),
    slip({ serviceName: long, free: true }, { copy: 3 }),
  ]) {
    const { items } = read(paper, columns);
    const widths = items.map((item) => (item.kind === 'line' ? columnsOf(item.runs) : 0));
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
  }
});

test('long names break between words', () => {
  const name = { id: 'Kantor Imigrasi Kelas I Khusus TPI Soekarno-Hatta' };
  expect(linesOf(ticket({ office: { ...office, name } }), 32).slice(0, 2)).toEqual([
    'Kantor Imigrasi Kelas I Khusus',
    'TPI Soekarno-Hatta',
  ]);
});

test('the QR code is the link, and there is none where phones cannot reach it', () => {
  expect(read(ticket()).qr).toEqual(['http://192.168.1.10:8080/t/3vQx8Zk2TqW9sLr4YbN6mA']);
  const without = read(ticket({}, { url: null }));
  expect(without.qr).toEqual([]);
  expect(without.lines.join()).not.toMatch(/Pindai|Scan/);
  expect(without.lines).toContain('Kode: K7M4');
});

test.each<[number, Columns, number]>([
  [49, 32, 6],
  [49, 48, 7],
  [180, 32, 6],
  [260, 32, 5],
  [260, 48, 7],
])('the code of a link of %i letters is no wider than %i columns', (letters, columns, size) => {
  const url = 'https://'.padEnd(letters, 'x');
  const [code] = read(ticket({}, { url }), columns).items.filter(({ kind }) => kind === 'qr');
  expect(code).toMatchObject({ text: url, size });
});

test('a reprint says that the link before it is void', () => {
  const lines = linesOf(ticket({}, { copy: 2 })).join(' ');
  expect(lines).toContain('Cetak ulang ke-2: tautan di kertas sebelumnya tidak berlaku');
  expect(lines).toContain('Reprint no. 2: the link on the paper before is void');
  expect(linesOf(ticket()).join(' ')).not.toContain('Cetak ulang');
});

test('a slip says fee, where and from when on to collect', () => {
  const lines = linesOf(slip());
  expect(lines).toContain('mulai Kamis, 26 November 2026');
  expect(lines).toContain('from Thursday, 26 November 2026');
  expect(lines).toContain('Di Pengambilan paspor / Lantatur');
  expect(lines.find((line) => line.startsWith('Biaya'))).toMatch(/^Biaya +Rp 355\.000$/);
  expect(lines).toContain('Tunjukkan kode ini saat Anda kembali.');
});

test('GRATIS stands large where a hand-over was late, and no fee', () => {
  const { items, lines } = read(slip({ free: true }));
  const runs = items.flatMap((item) => (item.kind === 'line' ? item.runs : []));
  expect(runs.find(({ text }) => text.trim() === 'GRATIS')).toMatchObject({
    width: 3,
    height: 3,
    inverse: true,
  });
  expect(lines.join()).not.toContain('355.000');
});

test('a ticket lists what to have ready, and when it can be collected at the earliest', () => {
  const ready = [{ id: 'kk', name: { id: 'Kartu keluarga asli', en: 'Original family card' } }];
  const lines = linesOf(ticket({}, { ready, earliest: '2026-11-26' }));
  const from = lines.indexOf('Siapkan');
  expect(lines.slice(from, from + 6)).toEqual([
    'Siapkan',
    'Have ready',
    '[ ] Kartu keluarga asli',
    '[ ] Original family card',
    'Diambil paling cepat Kamis, 26 November 2026',
    'Collection from Thursday, 26 November 2026 on',
  ]);
});

test('a slip for somebody sent away says what was missing, what to bring and until when', () => {
  const lines = linesOf(
    slip({
      state: 'incomplete',
      collect: null,
      fee: null,
      reasons: ['no-original', 'own-reason'],
      bring: [{ id: 'kk', name: { id: 'Kartu keluarga asli', en: 'Original family card' } }],
      returnUntil: '2026-11-30',
    }),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      'Belum lengkap',
      '- Berkas asli tidak ada',
      '- No original',
      '- own reason',
      '[ ] Kartu keluarga asli',
      '[ ] Original family card',
    ]),
  );
  expect(lines.join(' ')).toContain('Kembali paling lambat Senin, 30 November 2026, tanpa nomor baru');
});

describe('what a ticket says only when it is so', () => {
  test.each<[string, Paper, string[]]>([
    ['a rehearsal', ticket({ office: { ...office, rehearsal: true } }), ['LATIHAN', 'Bukan nomor sungguhan']],
    ['the next one', ticket({ ahead: 0 }), ['Anda berikutnya', 'You are next']],
    ['one before', ticket({ ahead: 1 }), ['Before you: 1 number']],
    ['several people', ticket({ people: 3 }), ['For: 3 people']],
    ['waits outside', ticket({ outside: true }), ['Please wait outside. Your number will be called in.']],
    ['not before', ticket({ notBefore: '2026-11-23T06:00:00.000Z' }), ['Called from']],
  ])('%s', (_what, paper, lines) => {
    expect(linesOf(paper)).toEqual(expect.arrayContaining(lines));
    for (const line of lines) expect(linesOf(ticket())).not.toContain(line);
  });
});

test('a broken promise is not printed as one, and an unknown time is left out', () => {
  const lines = linesOf(ticket({ promise: 'broken', estimate: null, ahead: null })).join();
  expect(lines).not.toMatch(/Janji|Dipanggil|Sebelum/);
});

test('clock times are those of the office', () => {
  const lines = linesOf(ticket({ office: { ...office, timeZone: 'Asia/Jayapura' } })).join();
  expect(lines).toContain('11:40-12:05');
  expect(lines).toContain('Dicetak 23 Nov 2026 11:10');
});

test('an office with one language says everything once; one that no words exist for, in Indonesian', () => {
  const one = linesOf(ticket({ office: { ...office, languages: ['en'] } }));
  expect(one).toContain('Cirebon Immigration Office');
  expect(one.join()).not.toContain('Nomor Anda');
  expect(linesOf(ticket({ office: { ...office, languages: ['jv'] } }))).toContain('Nomor Anda');
});

test('typographic signs and accents become plain letters', () => {
  const name = { id: 'Café “Bëlitung” – ruang A… × 2 → kiri' };
  expect(linesOf(ticket({ serviceName: name }))).toContain('Cafe "Belitung" - ruang A... x 2 -> kiri');
});
