/** A booking of another system: its page, its code at the kiosk, the call, and who looked at the names. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { book, bookedOffice, otherSystem, typeCode } from './booked-office.ts';
import { onThursday, openOffice } from './office.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const family = [
  { name: 'Siti Rahmawati', birthDate: '1987-11-05' },
  { name: 'Budi Rahmawan', birthDate: '2009-01-31' },
];

/** The kiosk asks whether a code is a ticket's before it takes it as a booking's: an answer, which the browser calls a failure. */
const noTicketsCode = /status of 404 .*\/api\/v1\/tickets\/\w{6} *$/;

/** The supervisor opens the names of a booking; the trail says so. */
async function lookAtNames(page: Page, shortCode: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: shortCode });
  await row.getByText('Sudah lapor').waitFor();
  await row.getByText('A-001').waitFor();
  await page.getByRole('button', { name: `Buka ${shortCode}` }).click();
  const sheet = page.getByRole('dialog', { name: `Pemesanan ${shortCode}` });
  await sheet.getByText('Sistem lain').waitFor();
  expect(await page.getByText('Siti Rahmawati').count()).toBe(0);
  await sheet.getByRole('button', { name: 'Lihat nama' }).click();
  for (const { name } of family) await sheet.getByText(name).waitFor();
  await sheet.getByRole('button', { name: 'Tutup' }).click();

  await page.getByRole('link', { name: 'Keadilan' }).click();
  const trail = page.getByRole('region', { name: 'Jejak catatan' });
  await trail.getByRole('button', { name: 'Kantor (di luar hari)' }).click();
  const look = trail.getByRole('row').filter({ hasText: 'Nama pemesan dilihat' });
  await look.getByText('Kepala').waitFor();
  expect(await look.count()).toBe(1);
}

withChromium(
  'a family that was booked elsewhere comes with its code: too early, then a number, once; who looks at the names is recorded',
  async () => {
    const office = await openOffice({ text: bookedOffice(40) });
    const booking = await book(await otherSystem(office), {
      service: 'passport',
      date: '2026-11-26',
      slot: onThursday('10:00'),
      people: family,
    });
    const phone = await (await office.person({ width: 390, height: 844 })).open(`/b/${booking.code}`);
    await shows(phone, 'Tempat Anda sudah dipesan', 'Kamis, 26 November', 'Datang pukul', '10:00', '2 orang');
    await phone.locator('.arrive').getByText('09:30').waitFor();
    for (const { name } of family) expect(await phone.content()).not.toContain(name.split(' ')[0]);

    const kiosk = await office.station('kiosk', '/kiosk/');
    await typeCode(kiosk, booking.shortCode);
    await shows(kiosk, 'Kode Anda benar, hanya belum waktunya', 'Bisa mulai', /09:30/);

    await office.hub.kill('SIGTERM');
    await office.startAgain(onThursday('09:40'));
    await shows(phone, 'Anda sudah boleh mendaftar');
    const lobby = await (await office.person()).open('/display/');
    await kiosk.reload();
    await typeCode(kiosk, booking.shortCode);
    await kiosk.getByRole('heading', { name: 'A-001' }).waitFor();
    await shows(kiosk, 'Untuk 2 orang');
    // By its key: a finger as quick as a test counts as the second tap of the one before.
    await kiosk.getByRole('button', { name: 'Selesai' }).press('Enter');
    await shows(phone, 'Pesanan sudah dipakai');
    await phone.getByRole('link', { name: 'Lihat nomor antrean: A-001' }).click();
    await shows(phone, 'A-001', 'Menunggu');

    const box = await office.plugIn('box-1', 1);
    expect(await box.press('open')).toMatchObject({ ok: true });
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-001' });
    await shows(lobby, 'Nomor dipanggil', 'A-001');
    await shows(phone, 'Dipanggil', 'Silakan ke loket');

    await typeCode(kiosk, booking.shortCode);
    await shows(kiosk, 'Kode itu sudah pernah dipakai', /Kalau nomor itu terlewat, tekan tombol/);
    await lookAtNames(await office.supervise('bookings'), booking.shortCode);
    expect(office.browsers.complaints.filter((one) => !noTicketsCode.test(one))).toEqual([]);
  },
  storyMs,
);
