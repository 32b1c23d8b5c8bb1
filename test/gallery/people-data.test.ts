/** People's data on the supervisor's page: found, opened, about to be erased, erased, and the register. */
import type { Page } from 'playwright-core';
import { peopleDataHub } from '../pages/people-data-scenes.ts';
import { busyRoom } from '../pages/supervisor-scenes.ts';
import { phone, type Scene, type Size, showGallery, tablet } from './gallery.ts';
import { dark, fingers, inTurn, tabletUpright } from './touching.ts';

const sizes: readonly Size[] = [tablet, tabletUpright, phone];

const seeSection = (page: Page) =>
  page.getByRole('heading', { name: 'Data pribadi' }).evaluate((one) => one.scrollIntoView());

async function find(page: Page): Promise<void> {
  await page.getByLabel(/^Nama/).fill('Siti');
  await page.getByRole('button', { name: 'Cari' }).click();
  await seeSection(page);
}

async function open(page: Page): Promise<void> {
  await find(page);
  await page.getByRole('button', { name: 'Buka: K7QD2M' }).click();
  await page.getByText('Muhammad Adi Putra Ramadhan').waitFor();
}

async function ask(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: 'Hapus data …' }).click();
  await page.getByLabel('Diminta orangnya').check();
}

async function erase(page: Page): Promise<void> {
  await ask(page);
  await page.getByLabel(/Batalkan kunjungan/).check();
  await page.getByRole('button', { name: 'Hapus sekarang' }).click();
}

const scene = (
  state: string,
  ready: Scene['ready'],
  act: NonNullable<Scene['act']>,
  more: Partial<Scene> = {},
): Scene => ({
  ...{ state, path: '/kiosk/supervisor.html#people', sizes, ready, reducedMotion: true },
  views: { supervisor: busyRoom },
  answer: peopleDataHub(),
  act: inTurn(act, fingers()),
  ...more,
});

showGallery({
  screen: 'people-data',
  kind: 'page',
  scenes: [
    scene('register', 'Apa yang disimpan tentang orang', async (page) => {
      await page
        .getByRole('heading', { name: 'Apa yang disimpan tentang orang' })
        .evaluate((one) => one.scrollIntoView());
    }),
    scene('found', '3 ditemukan', find, { readme: 'people-data' }),
    scene('found-dark', '3 ditemukan', inTurn(dark, find), { sizes: [tablet] }),
    scene('none', /Tidak ada data yang cocok/, find, {
      answer: peopleDataHub({ found: [], more: false }),
      sizes: [tablet],
    }),
    scene(
      'too-little',
      /Isi nama/,
      async (page) => {
        await page.getByRole('button', { name: 'Cari' }).click();
        await seeSection(page);
      },
      { sizes: [tablet] },
    ),
    scene('opened', 'Siti Aminah', open),
    scene('erasing', 'Hapus data K7QD2M?', ask),
    scene('erased', /sudah dihapus 26 Nov 2026/, erase),
  ],
});
