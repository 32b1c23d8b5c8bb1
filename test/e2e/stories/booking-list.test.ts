/** A list of the national system is dropped, looked at, imported, and imported again; a proof on paper is matched by it. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { bookedOffice } from './booked-office.ts';
import { type Office, openOffice } from './office.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

/** Several parts of a hundred lines, so that there is progress to see. */
const others = 600;
const header = 'Nomor Permohonan;Nama Lengkap;Tanggal Lahir;Tanggal Kedatangan;Jam';
const lineOf = (n: number) => `MP-1${n};Pemohon ${n};31/05/1990;${27 + (n % 4)}/11/2026;${8 + (n % 8)}:00`;
const list = [
  header,
  'MP-0012;José Muñoz;05/11/1987;26/11/2026;10:00',
  'MP-0013;Siti Rahmawati;05/11/1987;27/11/2026;10:00',
  // There is no such day.
  'MP-0014;Budi Rahmawan;31/02/1990;27/11/2026;10:00',
  ...Array.from({ length: others }, (_, n) => lineOf(n)),
  '',
].join('\r\n');

/** As spreadsheets save a list: one byte a letter, which for these is the same in windows-1252. */
const inWindows1252 = (text: string): number[] => [...Buffer.from(text, 'latin1')];

async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([bytes, fileName]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], fileName));
      return transfer;
    },
    [inWindows1252(text), name] as const,
  );
  await page.getByRole('group', { name: 'Impor daftar pemesanan' }).dispatchEvent('drop', { dataTransfer });
}

/** Keeps what the line of progress says, which is gone in a moment. */
async function watchProgress(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const seen = new Set<string>();
    const look = () => {
      const text = document.querySelector('.progress')?.textContent ?? '';
      for (const one of text.match(/\d+ dari \d+ baris/g) ?? []) seen.add(one);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    return seen;
  });
  return () => said.evaluate((seen) => [...seen]);
}

const counts = async (page: Page, title: string, wanted: Readonly<Record<string, number>>) => {
  const result = page.getByRole('status').filter({ has: page.getByRole('heading', { name: title }) });
  for (const [word, count] of Object.entries(wanted))
    await result.locator('div').filter({ hasText: word }).getByText(String(count), { exact: true }).waitFor();
};

async function bookedOn(office: Office, date: string): Promise<number> {
  const { body } = await office.supervisor.send('GET', `/bookings?date=${date}`);
  return (body.bookings as unknown[]).length;
}

withChromium(
  'a list with one bad line is looked at, imported and imported again; who came with a proof on paper is in it',
  async () => {
    const office = await openOffice({ text: bookedOffice(200) });
    const onPaper = await office.take({ service: 'passport', proof: 'mp 0012' });
    const page = await office.supervise('bookings');
    await page.getByRole('region', { name: 'Bukti kertas belum cocok' }).getByText(onPaper.number).waitFor();

    await page.getByRole('button', { name: 'Impor daftar' }).click();
    const progress = await watchProgress(page);
    await drop(page, 'daftar.csv', list);
    const news = { Baru: others + 1, Ditolak: 1, 'Cocok dengan bukti kertas': 1, Tetap: 0 };
    await counts(page, 'Yang akan terjadi', news);
    const refused = page.getByRole('region', { name: 'Baris yang ditolak' }).getByRole('row');
    const reason = /Tanggal lahir tidak terbaca; tulis seperti 31\/05\/1990/;
    await refused.filter({ hasText: 'Tanggal lahir' }).filter({ hasText: reason }).getByText('4').waitFor();
    expect(await bookedOn(office, '2026-11-27')).toBe(0);

    await page.getByRole('button', { name: `Impor ${others + 2} baris, tanpa yang ditolak` }).click();
    await shows(page, `${others + 2} pemesanan masuk.`);
    await counts(page, 'Yang terjadi', news);
    expect(await progress()).toContainEqual(expect.stringMatching(/^\d+ dari 60\d baris$/));

    const before = await bookedOn(office, '2026-11-27');
    await drop(page, 'daftar-lagi.csv', `${list}MP-0015;Agus;05/11/1987;27/11/2026;10:00\r\n`);
    await counts(page, 'Yang akan terjadi', { Baru: 1, Tetap: others + 2, Ditolak: 1 });
    await page.getByRole('button', { name: 'Impor 1 baris, tanpa yang ditolak' }).click();
    await shows(page, '1 pemesanan masuk.');
    expect(await bookedOn(office, '2026-11-27')).toBe(before + 1);

    await page.getByRole('button', { name: 'Batal' }).click();
    await page.getByRole('region', { name: 'Bukti kertas belum cocok' }).waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: onPaper.number });
    await row.getByText('Sudah lapor').waitFor();
    await row.getByRole('button', { name: /^Buka/ }).click();
    await page.getByRole('button', { name: 'Lihat nama' }).click();
    await page.getByText('José Muñoz').waitFor();
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
