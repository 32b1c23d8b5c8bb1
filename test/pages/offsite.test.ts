/** The section of visits outside: requests are decided, trips planned; the list of the day is printed. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { doneOn, expectAccessible, openOutside } from './outside-stand.ts';
import { abroad, offsiteAnswers, sick } from './scenes-offsite.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

withChromium(
  'a request is accepted, or refused with a reason; who is in it is opened on purpose',
  async () => {
    const stand = await openOutside(stands);
    const { page } = stand;
    await page.getByRole('button', { name: 'Terima K7M2QX' }).click();
    await page.getByText('K7M2QX diterima.').waitFor();
    await page.getByRole('button', { name: 'Tolak … K7M2QX' }).click();
    await page.getByLabel('Alasan').fill('Surat tidak terbaca');
    await page.getByRole('button', { name: 'Tolak permintaan' }).click();
    await page.getByText('K7M2QX ditolak.').waitFor();
    expect(await page.getByText('Siti Aminah').count()).toBe(0);
    await page.getByRole('button', { name: 'Buka data K7M2QX' }).click();
    await page.getByText('Siti Aminah').waitFor();
    const path = `/requests/${sick.code}`;
    expect(doneOn(stand)).toEqual([
      { method: 'POST', path: `${path}/decide`, body: { decision: 'accept' } },
      { method: 'POST', path: `${path}/decide`, body: { decision: 'refuse', reason: 'Surat tidak terbaca' } },
      { method: 'POST', path: `${path}/people`, body: {} },
    ]);
  },
);

withChromium(
  'a request by telephone: what the service requires must be filled in, nothing else',
  async () => {
    const stand = await openOutside(stands);
    const { page } = stand;
    await page.getByRole('button', { name: 'Permintaan baru' }).click();
    await page.getByLabel('Layanan').selectOption('village');
    await page.getByRole('button', { name: 'Catat permintaan' }).click();
    await page.getByLabel('Alamat kunjungan').fill('Balai desa Siding');
    await page.getByLabel('Telepon keluarga').fill('0812 3456 780');
    await page.getByLabel('Nama orang ke-1').fill('Yohanes');
    await page.getByLabel('Nama orang ke-1').press('Enter');
    await page.keyboard.type('Maria');
    await page.getByRole('button', { name: 'Catat permintaan' }).click();
    await page.getByText('Permintaan NEWONE dicatat.').waitFor();
    const body = {
      service: 'village',
      address: 'Balai desa Siding',
      contact: '0812 3456 780',
      people: [{ name: 'Yohanes' }, { name: 'Maria' }],
    };
    expect(doneOn(stand)).toEqual([{ method: 'POST', path: '/requests', body }]);
  },
);

withChromium(
  'a trip is planned by ticks; a wrong day and what clashes are said before it is sent',
  async () => {
    const stand = await openOutside(stands);
    const { page } = stand;
    await page.getByRole('button', { name: 'Rencanakan perjalanan' }).click();
    await page.getByLabel('Tanggal').fill('2026-11-27');
    await page.getByLabel('Tujuan').fill('RSUD');
    await page.getByLabel(/9RTAHB/).check();
    await page.getByText('Layanan darurat: hanya Sabtu, Minggu.').waitFor();
    await page.getByLabel('Tanggal').fill('2026-11-28');
    await page.getByLabel('Sari').check();
    await page.getByRole('dialog').getByText('Sari juga ikut ke Mess pekerja hari itu.').waitFor();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Perjalanan Sabtu, 28 November direncanakan.').waitFor();
    const body = { date: '2026-11-28', place: 'RSUD', team: ['o1'], requests: [abroad.code] };
    expect(doneOn(stand)).toEqual([{ method: 'POST', path: '/trips', body }]);
  },
);

withChromium('a full date is refused with the next one, and the form stays as it was', async () => {
  const full = { type: 'about:blank', title: 'x', status: 409, code: 'quota-full', nextDay: '2026-12-05' };
  const { page } = await openOutside(stands, { 'PUT /trips/t-2': { status: 409, body: full } });
  await page.getByRole('button', { name: 'Ubah RSUD Gunung Jati' }).click();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('alert').getByText('Sabtu, 5 Desember').waitFor();
  expect(await page.getByLabel('Tujuan').inputValue()).toBe('RSUD Gunung Jati');
});

withChromium('a trip is cancelled with a reason', async () => {
  const stand = await openOutside(stands);
  const { page } = stand;
  await page.getByRole('button', { name: 'Ubah RSUD Gunung Jati' }).click();
  await page.getByRole('button', { name: 'Batalkan perjalanan' }).click();
  await page.getByLabel('Alasan').fill('hujan');
  await page.getByRole('button', { name: 'Batalkan perjalanan' }).click();
  await page.getByText('Perjalanan dibatalkan.').waitFor();
  expect(doneOn(stand)).toEqual([{ method: 'POST', path: '/trips/t-2/cancel', body: { reason: 'hujan' } }]);
});

withChromium(
  'the list of the day has names for the team, on a page that prints; signed out, it says so',
  async () => {
    const stand = await stands.open({ width: 1000, height: 800 });
    const { stage, page } = stand;
    stage.answer(offsiteAnswers());
    await page.goto(`${stage.origin}/kiosk/trip-list.html?trip=t-1`);
    await page.getByText('Maria Goretti Lusia').waitFor();
    await expectAccessible(stand, 1000);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.title()).toBe('Daftar perjalanan');
    const refused = { type: 'about:blank', title: 'x', status: 401, code: 'not-signed-in' };
    stage.answer(offsiteAnswers({ 'GET /trips/t-1/list': { status: 401, body: refused } }));
    await page.reload();
    await page.getByText('Masuk dahulu di halaman kepala.').waitFor();
  },
);

const shown: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the lists': async () => {},
  'the card of a request': async (page) => {
    await page.getByRole('button', { name: 'Buka data K7M2QX' }).click();
    await page.getByText('Siti Aminah').waitFor();
  },
  'a new request': (page) => page.getByRole('button', { name: 'Permintaan baru' }).click(),
  'the sheet of a trip': (page) => page.getByRole('button', { name: 'Ubah RSUD Gunung Jati' }).click(),
  'the results': async (page) => {
    await page.getByRole('button', { name: /Isi hasil/ }).click();
    const petrus = page.getByRole('group', { name: 'Petrus' });
    await petrus.getByRole('combobox', { name: 'Hasil', exact: true }).selectOption('incomplete');
    await petrus.getByLabel('Berkas keliru').check();
  },
};
for (const width of [1280, 390]) {
  for (const [what, open] of Object.entries(shown)) {
    withChromium(`${what}, ${width} px: accessible, and nothing sticks out`, async () => {
      const stand = await openOutside(stands, {}, width);
      await open(stand.page);
      await expectAccessible(stand, width);
    });
  }
}
