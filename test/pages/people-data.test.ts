/** People's data by keyboard: nothing is asked of the hub that nobody meant, and a name stands in no address. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { family, peopleDataHub } from './people-data-scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { quietRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function section(): Promise<Stand> {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.show('supervisor', quietRoom);
  stage.answer(peopleDataHub());
  await page.goto(`${stage.origin}/kiosk/supervisor.html#people`);
  await page.getByRole('heading', { name: 'Apa yang disimpan tentang orang' }).waitFor();
  return stand;
}

/** The calls about people's data, in order. */
const asked = ({ stage }: Stand) =>
  stage.asked
    .filter(({ path }) => /^\/(people|export)\//.test(path))
    .map(({ method, path, body }) => (method === 'GET' ? [method, path] : [method, path, body]));

async function open({ page }: Stand): Promise<void> {
  await page.getByLabel(/^Nama/).fill('Siti ');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Buka: K7QD2M' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Muhammad Adi Putra Ramadhan').waitFor();
}

withChromium(
  'too little is not asked for; a name is looked for in a body, and opened by its code',
  async () => {
    const stand = await section();
    const { page } = stand;
    await page.getByLabel('Tanggal lahir').fill('1981-03-27');
    await page.getByLabel('Tanggal lahir').press('Enter');
    await page.getByText('Isi nama (tiga huruf atau lebih), telepon, atau kode.').waitFor();
    expect(asked(stand)).toEqual([]);
    await open(stand);
    expect(asked(stand)).toEqual([
      ['POST', '/people/find', { name: 'Siti', birthDate: '1981-03-27' }],
      ['GET', `/export/${family.code}`],
    ]);
    expect(stand.stage.asked.every(({ path, query }) => !/siti/i.test(path + query))).toBe(true);
  },
);

withChromium('what is held is handed over as a file, whole', async () => {
  const stand = await section();
  await open(stand);
  const arriving = stand.page.waitForEvent('download');
  await stand.page.getByRole('button', { name: 'Unduh JSON' }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toBe('data-pribadi-K7QD2M.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual(family);
});

withChromium('on paper stands what is held, alone', async () => {
  const stand = await section();
  const { page } = stand;
  await open(stand);
  await page.emulateMedia({ media: 'print' });
  const seen = (text: string) =>
    page
      .getByText(text, { exact: true })
      .first()
      .evaluate((one) => getComputedStyle(one).visibility);
  expect(await seen('MP-2026-0012345')).toBe('visible');
  for (const beside of ['Petugas', 'Unduh JSON', 'Data pribadi'])
    expect(await seen(beside), beside).toBe('hidden');
});

withChromium('an Enter too many erases nothing; with a reason and a word for the place it does', async () => {
  const stand = await section();
  const { page } = stand;
  await open(stand);
  const erase = page.getByRole('button', { name: 'Hapus data …' });
  await erase.click();
  await page.keyboard.press('Enter');
  await erase.click();
  const now = page.getByRole('button', { name: 'Hapus sekarang' });
  expect(await now.isDisabled()).toBe(true);
  await page.getByLabel('Persetujuan ditarik').check();
  expect(await now.isDisabled()).toBe(true);
  await page.getByLabel(/Tempat tetap, tanpa nama/).check();
  await now.click();
  await page.getByText(/Nama dan kontak sudah dihapus/).waitFor();
  expect(await page.getByText('Siti Aminah').count()).toBe(0);
  expect(asked(stand).filter(([method]) => method === 'DELETE')).toEqual([
    ['DELETE', `/people/${family.code}`, { reason: 'withdrawn', place: 'keep' }],
  ]);
  expect(await erase.count()).toBe(0);
});
