/** The table for a spreadsheet: what Excel with Indonesian settings opens, down to the bytes. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { writePaper } from '../../../server/adapters/report-papers/write-paper.ts';
import type { Report } from '../../../server/contract/report.ts';
import { example, section } from './example.ts';

const table = async (report: Report = example, language: 'id' | 'en' = 'id'): Promise<Buffer> =>
  Buffer.from(await writePaper(report, { as: 'csv', language }));

const rowsOf = (bytes: Buffer): string[][] =>
  parse(bytes, { delimiter: ';', bom: true, record_delimiter: '\r\n' });

const withSections = (...sections: Report['sections']): Report => ({ ...example, sections });

test('it is UTF-8 with its mark, semicolons and CRLF, without a line that turns the mark off', async () => {
  const bytes = await table();
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8').slice(1);
  expect(text).toMatch(/^Bagian;Baris;Baris 2;Angka;Satuan;Sekarang;Sebelumnya;/);
  expect(text).not.toContain('sep=');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('\r\n')).toBe(true);
});

test('every row has the twelve columns, and every section of the report is there', async () => {
  const rows = rowsOf(await table());
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]));
  expect(new Set(rows.slice(1).map(([name]) => name))).toEqual(
    new Set([
      ...['Laporan', 'Jumlah keseluruhan', 'Hari', 'Jam', 'Layanan dan jalur', 'Waktu tunggu per langkah'],
      ...['Lama pelayanan per langkah', 'Dari panggilan sampai mulai', 'Serah terima dan klaim'],
      ...['Belum lengkap, menurut alasan', 'Kuota', 'Cara datang', 'Pemeriksaan di pintu', 'Hasil langkah'],
      ...['Pilihan di meja', 'Di luar kantor', 'Loket', 'Petugas', 'Kepuasan'],
    ]),
  );
});

test('it begins with whose figures of which dates they are', async () => {
  expect(rowsOf(await table()).slice(1, 8)).toEqual([
    ['Laporan', 'Kantor', '', '', '', 'Kantor Contoh', '', '', '', '', '', ''],
    ['Laporan', 'Dari tanggal', '', '', '', '2026-11-22', '2026-11-21', '', '', '2025-11-22', '', ''],
    ['Laporan', 'Sampai tanggal', '', '', '', '2026-11-22', '2026-11-21', '', '', '2025-11-22', '', ''],
    ['Laporan', 'Tanggal dengan nomor', '', '', '', '1', '1', '', '', '1', '', ''],
    ['Laporan', 'Dibuat', '', '', '', '2026-11-22T09:05:00.000Z', '', '', '', '', '', ''],
    ['Laporan', 'Jenis', '', '', '', 'Pelayanan', '', '', '', '', '', ''],
    ['Laporan', 'Untuk pihak luar', '', '', '', 'tidak', '', '', '', '', '', ''],
  ]);
});

test('counts are whole, lengths are in seconds and in minutes, shares in percent, all with a decimal comma', async () => {
  const text = (await table()).toString('utf8');
  const name = 'Jumlah keseluruhan;;';
  expect(text).toContain(`\r\n${name};Diberikan;jumlah;1212;1200;12;1;1102;110;10\r\n`);
  expect(text).toContain(`\r\n${name};Orang;orang;1230;1210;20;1,7;1110;120;10,8\r\n`);
  expect(text).toContain(`\r\n${name};Tunggu, median;detik;754;900;-146;-16,2;610;144;23,6\r\n`);
  expect(text).toContain(`\r\n${name};Tunggu, median;menit;12,57;15;-2,43;-16,2;10,17;2,4;23,6\r\n`);
  expect(text).toContain(`\r\n${name};Janji ditepati;%;96,4;94;2,4;;92,6;3,9;\r\n`);
});

test('rows are named as the office names them; hours, and all hours together', async () => {
  const text = (await table()).toString('utf8');
  expect(text).toContain('\r\nLayanan dan jalur;Paspor;Prioritas;Diberikan;jumlah;60;58;2;3,4;52;8;15,4\r\n');
  expect(text).toContain(
    '\r\nWaktu tunggu per langkah;Pemeriksaan berkas;08:00–08:59;Yang menunggu;jumlah;180;',
  );
  expect(text).toContain(
    '\r\nWaktu tunggu per langkah;Pemeriksaan berkas;Semua jam;Yang menunggu;jumlah;1040;',
  );
  expect(text).toContain('\r\nHari;2026-11-22;;Diberikan;jumlah;1212;');
  expect(text).toContain('\r\nLoket;Di luar kantor;;Panggilan;jumlah;0;');
  expect(text).toContain('\r\nLoket;Loket 3;;Panggilan;jumlah;500;');
  expect(text).toContain('\r\nPetugas;Tanpa petugas;;Panggilan;jumlah;10;');
  expect(text).toContain('\r\nBelum lengkap, menurut alasan;Pemeriksaan berkas;photo-old;Jumlah;jumlah;2;');
});

test('what is hidden is <5 and what was not counted is empty: of neither a change is told', async () => {
  const rows = await table(
    withSections(section('totals', [], 'issued served', [['', ['few', 12, null], [12, 'few', 0]]])),
  );
  expect(rows.toString('utf8').split('\r\n').slice(8, 10)).toEqual([
    'Jumlah keseluruhan;;;Diberikan;jumlah;<5;12;;;;;',
    'Jumlah keseluruhan;;;Selesai;jumlah;12;<5;;;0;12;',
  ]);
});

test.each([
  ['=1+1', `"'=1+1"`],
  ['+62 811', `"'+62 811"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  [' =1', `"'=1"`],
  ['\t=1', `"'=1"`],
  ['\r=1', `"'=1"`],
  ['＝1', `"'＝1"`],
  ['Rina "Rin"; Sari', `"Rina ""Rin""; Sari"`],
  ['Rina\r\nSari', 'Rina Sari'],
  ['Rina = Sari', 'Rina = Sari'],
])(
  'a name %j is written %s: no cell from people is a formula, ends a cell, or ends a line',
  async (name, cell) => {
    const officers = section('officers', ['officer'], 'calls', [['rina', [5, 5, 5]]]);
    const report = { ...withSections(officers), names: { officer: { rina: { id: name } } } };
    const text = (await table(report)).toString('utf8');
    expect(text.split('\r\n')[8]).toBe(`Petugas;${cell};;Panggilan;jumlah;5;5;0;0;5;0;0`);
  },
);

test('in English the words change, and the form that the spreadsheet expects does not', async () => {
  const text = (await table({ ...example, rehearsal: true, outside: true }, 'en')).toString('utf8');
  expect(text).toContain('\uFEFFSection;Row;Row 2;Figure;Unit;Now;Before;');
  expect(text).toContain('\r\nReport;Kind;;;;REHEARSAL;');
  expect(text).toContain('\r\nReport;For outside the office;;;;yes;');
  expect(text).toContain('\r\nTotals;;;Wait, median;minutes;12,57;15;');
});
