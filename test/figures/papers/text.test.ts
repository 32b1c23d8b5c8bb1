/** The text to paste: the evening's figures in some thirty lines, and nobody's name. */
import { expect, test } from 'vitest';
import { writePaper } from '../../../server/adapters/report-papers/write-paper.ts';
import type { Report } from '../../../server/contract/report.ts';
import { example, section } from './example.ts';

const textOf = async (report: Report, language: 'id' | 'en' = 'id'): Promise<string> =>
  Buffer.from(await writePaper(report, { as: 'text', language })).toString('utf8');

test('in Indonesian, with what changed since the day before', async () => {
  expect(await textOf(example)).toBe(`*Kantor Contoh*
Minggu, 22 November 2026
Dibandingkan dengan Sabtu, 21 November 2026

Nomor diberikan: 1.212 ↑ 12
Selesai dilayani: 1.180 ↑ 10
Tidak hadir: 12 ↓ 3
Belum lengkap: 14 = sama
Tidak selesai: 2 ↑ 2

Tunggu, median: 13 mnt ↓ 2 mnt
Tunggu, persentil 90: 1 j 06 mnt ↑ 6 mnt
Lama di kantor, median: 42 mnt ↓ 3 mnt

Janji ditepati: 96,4% ↑ 2,4 poin (1.138 dari 1.180)
Terlewat saat gangguan: 5 ↑ 5
Serah terima terlewat: 2 ↑ 2
Klaim: 2 ↑ 2

Paspor · Reguler: 975 selesai dari 1.000
Paspor · Prioritas: 58 selesai dari 60
Pengambilan · Reguler: 147 selesai dari 152
Kuota Reguler: 1.010 dari 1.100
Kuota Prioritas: 60 dari 60

Diperiksa di pintu: 1.301 ↑ 11
Di luar kantor: 3 ↑ 3
Memberi nilai: 51 ↑ 3
Puas: 92% ↑ 2 poin

Dibuat 22 November 2026 17.05 WITA
`);
});

test('in English; a rehearsal says so at its top', async () => {
  const text = await textOf({ ...example, rehearsal: true }, 'en');
  expect(text).toMatch(
    /^\*Kantor Contoh\*\nSunday, 22 November 2026\nREHEARSAL: .*\nCompared with Saturday, 21/,
  );
  expect(text).toContain('\nPromises kept: 96.4% ↑ 2.4 points (1,138 of 1,180)\n');
  expect(text).toContain('\nMade 22 November 2026 17:05 GMT+8\n');
});

test('no officer is in it, and what a name steers the messenger with is not', async () => {
  const office = { ...example.office, name: 'Kantor *Contoh*\nBaru\u202e' };
  const text = await textOf({ ...example, office });
  expect(text).not.toMatch(/Rina|Sari|rina/);
  expect(text).toMatch(/^\*Kantor Contoh Baru\*\n/);
});

test('outside the office what is hidden stays so, also within a sum', async () => {
  const quotas = section('quotas', ['quota'], 'places booked walkedIn', [
    ['regular', [60, 60, 60], ['few', 5, 5], [52, 50, 48]],
  ]);
  const totals = section('totals', [], 'issued noShow', [['', [54, 60, 60], ['few', 7, 5]]]);
  const text = await textOf({ ...example, outside: true, sections: [totals, quotas] });
  expect(text).toContain('\nTidak hadir: <5\n');
  expect(text).toContain('\nKuota Reguler: <5 dari 60\n');
  expect(text).toContain('angka di bawah lima orang ditulis <5');
});

test('a range says both its dates, and without days before there is nothing to compare with', async () => {
  const range = { from: '2026-11-01', to: '2026-11-22', days: 18 };
  const text = await textOf({ ...example, range, before: { from: '2026-10-10', to: '2026-10-31', days: 0 } });
  expect(text).toContain('\n1 November 2026 – 22 November 2026\nBelum ada catatan sebelumnya');
  expect(text).not.toMatch(/[↑↓=]/);
});
