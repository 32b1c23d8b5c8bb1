/** Visits outside the office: asked for, accepted, planned for a day that is served, listed on paper, and entered afterwards. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { pagesBuilt } from '../pages-built.ts';
import { clockAt, type Office, openOffice } from './office.ts';
import { storyOffice } from './office-text.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const atHome =
  '  - { id: home-visit, name: { id: Kunjungan rumah, en: Home visit }, offsite: true, days: [sat, sun], requires: [address, contact, letter], steps: [interview] }';
const withVisits = storyOffice().replace('services:\n', `services:\n${atHome}\n`);

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const figure = (page: Page, word: string, count: number) =>
  page
    .getByRole('region', { name: 'Di luar kantor tahun 2026' })
    .locator('div')
    .filter({ hasText: word })
    .getByText(String(count), { exact: true })
    .waitFor();

/** By telephone, for two people. @returns its short code */
async function enterRequest(page: Page): Promise<string> {
  await tap(page, 'Permintaan baru');
  const sheet = page.getByRole('dialog', { name: 'Permintaan baru' });
  await sheet.getByText('hanya Sabtu, Minggu').waitFor();
  await sheet.getByLabel('Alamat kunjungan').fill('Jalan Melati 4');
  await sheet.getByLabel('Telepon keluarga').fill('0812 3456 7890');
  await sheet.getByLabel('Jenis surat').fill('surat dokter');
  await sheet.getByLabel('Nama orang ke-1').fill('Maria Lusia');
  await sheet.getByLabel('Nama orang ke-1').press('Enter');
  await sheet.getByLabel('Nama orang ke-2').fill('Petrus');
  await sheet.getByRole('button', { name: 'Catat permintaan' }).click();
  const said = await page.getByText(/^Permintaan \S+ dicatat\.$/).innerText();
  return said.split(' ')[1] ?? '';
}

async function planTrip(page: Page, shortCode: string): Promise<void> {
  await tap(page, 'Rencanakan perjalanan');
  const sheet = page.getByRole('dialog', { name: 'Rencanakan perjalanan' });
  await sheet.getByLabel('Kendaraan').fill('KB 1234 SK');
  await sheet.getByLabel('Tujuan').fill('RSUD');
  await sheet.getByLabel(shortCode).check();
  await sheet.getByLabel('Dewi').check();
  await sheet.getByText('Kunjungan rumah: hanya Sabtu, Minggu.').waitFor();
  await sheet.getByLabel('Tanggal', { exact: true }).fill('2026-11-28');
  await sheet.getByText('Kunjungan rumah: hanya Sabtu, Minggu.').waitFor({ state: 'detached' });
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Perjalanan Sabtu, 28 November direncanakan.').waitFor();
}

/** How often somebody looked at the people of a request. */
async function looks(office: Office): Promise<number> {
  const { body } = await office.supervisor.send('GET', '/audit?stream=calendar&types=RequestSeen&most=100');
  return (body as { entries: unknown[] }).entries.length;
}

withChromium(
  'a family is visited at home: request, trip of the next served day with team and vehicle, the printed list, and the results',
  async () => {
    const office = await openOffice({ text: withVisits });
    const officer = { id: 'dewi', name: 'Dewi', pin: '1357' };
    expect(await office.supervisor.send('POST', '/officers', officer)).toMatchObject({ status: 201 });
    const page = await office.supervise('outside');
    const shortCode = await enterRequest(page);
    await tap(page, `Terima ${shortCode}`);
    await page.getByText(`${shortCode} diterima.`).waitFor();
    await planTrip(page, shortCode);
    await figure(page, 'perjalanan', 0);

    const seenBefore = await looks(office);
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: /^Daftar hari itu/ }).click();
    const paper = await opened;
    for (const text of ['RSUD', 'Dewi', 'KB 1234 SK', 'Jalan Melati 4', 'Maria Lusia', 'Petrus'])
      await paper.getByRole('main').getByText(text).first().waitFor();
    expect(await looks(office)).toBe(seenBefore + 1);

    await office.hub.kill('SIGTERM');
    await office.startAgain(clockAt('2026-11-29', '08:00'));
    await page.reload();
    await figure(page, 'hasil belum diisi', 2);
    await figure(page, 'selesai dilayani', 0);
    await page.getByRole('button', { name: /^Isi hasil/ }).click();
    const maria = page.getByRole('group', { name: 'Maria Lusia' });
    await maria.getByLabel('Mulai').fill('0900');
    await maria.getByLabel('Akhir').fill('0920');
    await page
      .getByRole('group', { name: 'Petrus' })
      .getByRole('combobox', { name: 'Hasil', exact: true })
      .selectOption({ label: 'Tidak ditemui' });
    await tap(page, 'Simpan 2 hasil');
    await page.getByText('2 hasil dicatat.').waitFor();
    await tap(page, 'Kembali');
    for (const [word, count] of [
      ['perjalanan', 1],
      ['orang di daftar', 2],
      ['selesai dilayani', 1],
      ['hasil belum diisi', 0],
    ] as const)
      await figure(page, word, count);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
