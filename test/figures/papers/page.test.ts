/** The page to sign: its texts are found in the file again, and it has no more sheets than it needs. */
import { expect, test } from 'vitest';
import { barsOf, stepOf } from '../../../server/adapters/report-papers/page/chart.ts';
import { wordsIn } from '../../../server/adapters/report-papers/words.ts';
import { writePaper } from '../../../server/adapters/report-papers/write-paper.ts';
import type { Report } from '../../../server/contract/report.ts';
import { example, section } from './example.ts';
import { readPdf } from './pdf-text.ts';

const bytesOf = (report: Report, language: 'id' | 'en' = 'id') => writePaper(report, { as: 'pdf', language });
const page = async (report: Report, language: 'id' | 'en' = 'id') => readPdf(await bytesOf(report, language));

/** The texts that follow one, as many as are wanted. */
const after = (texts: readonly string[], text: string, count: number): readonly string[] =>
  texts.slice(texts.indexOf(text) + 1, texts.indexOf(text) + 1 + count);

const datesFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    new Date(Date.parse(first) + at * 86_400_000).toISOString().slice(0, 10),
  );

function ofDays(first: string, count: number): Report {
  const dates = datesFrom(first, count);
  const days = section(
    'days',
    ['date'],
    'issued served',
    dates.map((date) => [date, [10, 8, 6], [9, 7, 5]]),
  );
  const range = { from: first, to: dates.at(-1) ?? first, days: count };
  return { ...example, range, sections: [...example.sections.filter(({ id }) => id !== 'days'), days] };
}

const outcomes = Array.from({ length: 5 }, (_, at) => [`interview kind-${at}`, [1, 1, 1]] as const);
const ofTwoSheets: Report = {
  ...example,
  sections: example.sections.map((one) =>
    one.id === 'outcomes' ? section('outcomes', ['step', 'outcome'], 'count', outcomes) : one,
  ),
};

test('one sheet of an office holds what its head looks for, as texts', async () => {
  const { pages, texts } = await page(example);
  expect(pages).toBe(1);
  expect(texts.slice(0, 5)).toEqual([
    'Kantor Contoh',
    'Laporan harian antrean',
    'Minggu, 22 November 2026',
    'Dibuat 22 November 2026 17.05 WITA',
    'Dibandingkan dengan Sabtu, 21 November 2026 dan setahun sebelumnya (Sabtu, 22 November 2025)',
  ]);
  expect(after(texts, 'Nomor diberikan', 3)).toEqual([
    '1.212',
    '+12 dari sebelumnya',
    '+110 dari tahun lalu',
  ]);
  expect(after(texts, 'Tunggu, persentil 90', 2)).toEqual(['1 j 06 mnt', '+6 mnt dari sebelumnya']);
  expect(after(texts, 'Waktu tunggu per langkah', 7)).toEqual([
    ...['Yang menunggu', 'Median', '90%', 'Pemeriksaan berkas', '1.040', '13 mnt', '1 j 06 mnt'],
  ]);
  expect(after(texts, 'Pemeriksaan berkas · Ada berkas yang kurang', 1)).toEqual(['9']);
  expect(after(texts, 'Kuota', 9).slice(4)).toEqual(['Reguler', '1.100', '800', '210', '91,8%']);
  expect(after(texts, 'Terlewat saat gangguan', 3)).toEqual(['5', '0', '0']);
  expect(after(texts, 'Boleh masuk, diingatkan', 1)).toEqual(['11']);
  expect(after(texts, 'Kunjungan rumah', 4)).toEqual(['2', '–', '3', '3']);
  expect(texts.slice(-10)).toEqual([
    ...['.............................., ..............................', 'Mengetahui,', 'Kepala Kantor'],
    ...['Petugas', 'Nama', 'NIP', 'Nama', 'NIP'],
    ...['Kantor Contoh · Minggu, 22 November 2026', 'Halaman 1 dari 1'],
  ]);
  expect(texts.join(' ')).not.toMatch(/LATIHAN|Rina/);
});

test.each([
  ['id', 'LATIHAN'],
  ['en', 'REHEARSAL'],
] as const)('a rehearsal says so across every sheet: %s %s', async (language, word) => {
  const { pages, texts } = await page({ ...ofTwoSheets, rehearsal: true }, language);
  expect(pages).toBe(2);
  expect(texts.filter((text) => text === word)).toHaveLength(2);
});

test('whoever signs on a further sheet signs below figures', async () => {
  const { sheets } = await page(ofTwoSheets);
  expect(sheets).toHaveLength(2);
  expect(sheets[1]).toEqual(expect.arrayContaining(['Kepuasan', 'Kepala Kantor', 'Petugas']));
  expect(sheets[0]).toContain('Halaman 1 dari 2');
  expect(sheets[0]).not.toContain('Kepala Kantor');
});

test('letters that the font does not have become their nearest, or a question mark', async () => {
  const office = { ...example.office, name: 'Łódź – Kantor “Ş” 坤甸 €5' };
  const { texts } = await page({ ...example, office });
  expect(texts[0]).toBe('Lódz – Kantor “S” ?? €5');
});

test('a report of nothing is a page too', async () => {
  const { pages, texts } = await page({ ...example, sections: [] });
  expect(pages).toBe(1);
  expect(texts).toContain('Tidak ada nomor.');
});

test('the same report is the same file', async () => {
  expect(Buffer.from(await bytesOf(example)).equals(Buffer.from(await bytesOf(example)))).toBe(true);
});

test.each([
  [30, 'Nomor per hari', 30, ['01/11', 10]],
  [63, 'Nomor per minggu (dari tanggal awalnya)', 9, ['01/11', 70]],
  [400, 'Nomor per bulan', 14, ['11/26', 300]],
] as const)('%i dates have bars: %s', async (count, title, bars, first) => {
  const report = ofDays('2026-11-01', count);
  const drawn = barsOf(report, wordsIn.id);
  expect([drawn.title, drawn.bars.length]).toEqual([title, bars]);
  expect([drawn.bars[0]?.label, drawn.bars[0]?.issued]).toEqual(first);
  const { texts } = await page(report);
  expect(texts).toContain(title);
  expect(texts[2]).toMatch(new RegExp(`^1 November 2026 – .* \\(${count} hari dengan nomor\\)$`));
});

test.each([
  [1, 1],
  [4, 1],
  [7, 2],
  [340, 100],
  [401, 200],
  [12_000, 5000],
])('up to %i the lines of the chart are %i apart', (most, step) => expect(stepOf(most)).toBe(step));
