/** A day that is full: booked at the kiosk for the next one, a place released with a reason, and one that was given back. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { book, bookedOffice, otherSystem } from './booked-office.ts';
import { type Office, onThursday, openOffice } from './office.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const today = '2026-11-26';
const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
/** By its key: a finger as quick as a test counts as the second tap of the one before. */
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');

/** Two taps, for somebody who needs nothing else. */
async function ask(kiosk: Page): Promise<void> {
  await tap(kiosk, /^Paspor/);
  await tap(kiosk, /^Tidak ada/);
}

async function getsNumber(kiosk: Page, number: string): Promise<void> {
  await ask(kiosk);
  await kiosk.getByRole('heading', { name: number }).waitFor();
  await press(kiosk, 'Selesai');
}

async function isFull(kiosk: Page): Promise<void> {
  await ask(kiosk);
  await shows(kiosk, 'Tempat hari ini sudah habis', /27 November/);
}

/** From the refusal: for tomorrow, by name and birth date, without a telephone. */
async function bookTomorrow(kiosk: Page): Promise<void> {
  await tap(kiosk, 'Pesan Jumat, 27 November');
  await kiosk.getByRole('button', { name: /^09:00/ }).press('Enter');
  await shows(kiosk, 'Siapa nama Anda?');
  await kiosk.keyboard.type('siti', { delay: 30 });
  await tap(kiosk, 'Lanjut');
  await shows(kiosk, /Kapan tanggal lahirnya/);
  await kiosk.keyboard.type('05111987', { delay: 30 });
  await press(kiosk, 'Lanjut');
  await press(kiosk, 'Tanpa telepon');
  await shows(kiosk, 'Tempat Anda sudah dipesan', 'Jumat, 27 November', 'Datang pukul');
  await press(kiosk, 'Selesai');
}

async function releaseOne(page: Page): Promise<void> {
  const quotas = page.getByRole('region', { name: 'Kuota' });
  await quotas.getByText('3 dari 3 terpakai').waitFor();
  await quotas.getByRole('button', { name: /^Tambah tempat/ }).click();
  await quotas.getByLabel('Jumlah').fill('1');
  await quotas.getByLabel('Alasan').fill('loket tambahan dibuka');
  await quotas.getByRole('button', { name: 'Tambahkan' }).click();
  await shows(page, '1 tempat ditambahkan.');
  await quotas.getByText('3 dari 4 terpakai').waitFor();
}

async function wasReleased(office: Office): Promise<void> {
  const { body } = await office.supervisor.send('GET', '/audit?stream=calendar&types=PlacesReleased&most=10');
  expect(body.entries).toMatchObject([
    { by: 'supervisor', event: { places: 1, reason: 'loket tambahan dibuka' } },
  ]);
}

withChromium(
  'after the third number the day is full: one is booked for tomorrow there and then, and a released place is given',
  async () => {
    const office = await openOffice({ text: bookedOffice(3) });
    const kiosk = await office.station('kiosk', '/kiosk/');
    for (let n = 0; n < 2; n += 1) await office.take({ service: 'passport' });
    await getsNumber(kiosk, 'A-003');
    await isFull(kiosk);
    await bookTomorrow(kiosk);
    const everybody = await office.person();
    for (const board of ['/display/', '/display/door.html'])
      await shows(await everybody.open(board), /^Sisa tempat/, 'Umum', 'Habis');

    await releaseOne(await office.supervise());
    await wasReleased(office);
    await getsNumber(kiosk, 'A-004');
    await isFull(kiosk);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

withChromium(
  'the place of a cancelled number is not for who asks next: after a while it is for who has waited longest',
  async () => {
    const office = await openOffice({ text: bookedOffice(1) });
    const kiosk = await office.station('kiosk', '/kiosk/');
    const taken = await office.take({ service: 'passport' });
    const list = { service: 'passport', date: today, waitUntil: today, orWait: true };
    const waiting = await book(await otherSystem(office), { ...list, name: 'Dewi', birthDate: '1990-05-31' });
    const phone = await (await office.person()).open(`/b/${waiting.code}`);
    await shows(phone, 'Anda di daftar tunggu', 'Urutan tunggu');

    const own = await office.phone(taken);
    await tap(own, 'Batalkan nomor saya');
    await shows(own, 'Batalkan nomor ini?');
    await own.getByRole('dialog').getByRole('button', { name: 'Batalkan nomor saya' }).click();
    await shows(own, 'Nomor ini sudah dibatalkan.');
    await isFull(kiosk);
    await press(kiosk, 'Ke awal');
    await shows(phone, 'Anda di daftar tunggu');

    await office.hub.kill('SIGTERM');
    await office.startAgain(onThursday('09:20'));
    await shows(phone, 'Tempat Anda sudah dipesan', 'Datang pukul');
    await isFull(kiosk);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
