/** The supervisor's day: stations and officers, a promise that can still be kept, settings, fairness, closing, and the day after. */

import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { typeCode } from './booked-office.ts';
import { clockAt, onThursday, openOffice } from './office.ts';
import { storyOffice } from './office-text.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const section = (page: Page, name: string) => page.getByRole('link', { name }).first().click();
const part = (page: Page, name: string) => page.getByRole('region', { name });

withChromium(
  'a kiosk is paired by the code on its screen, and an officer who was added signs in at the counter',
  async () => {
    const office = await openOffice();
    const kiosk = await (await office.person()).open('/kiosk/');
    await shows(kiosk, 'Mesin ini sedang disiapkan petugas');
    const shown = await kiosk.getByText(/[A-Z0-9]{3}-[A-Z0-9]{3}$/).innerText();
    const code = shown.slice(-'ABC-234'.length);

    const page = await office.supervise('people');
    await tap(page, 'Pasangkan dengan kode');
    const pairing = page.getByRole('dialog', { name: 'Pasangkan dengan kode' });
    await pairing.getByLabel('Kode di layar stasiun').fill(code.toLowerCase());
    await pairing.getByLabel('Sebutan').fill('Mesin lobi');
    await pairing.getByRole('button', { name: 'Setujui' }).click();
    await shows(page, 'Mesin lobi sudah dipasangkan.');
    await shows(kiosk, 'Apa keperluan Anda?');
    await tap(kiosk, /^Paspor/);
    await tap(kiosk, /^Tidak ada/);
    await kiosk.getByRole('heading', { name: 'A-001' }).waitFor();

    await tap(page, 'Tambah petugas');
    const sheet = page.getByRole('dialog', { name: 'Tambah petugas' });
    await sheet.getByLabel('Nama').fill('Budi Santoso');
    await sheet.getByLabel('PIN', { exact: true }).fill('2580');
    await sheet.getByLabel('Ulangi PIN').fill('2580');
    await sheet.getByRole('button', { name: 'Simpan' }).click();
    await part(page, 'Petugas').getByText('Budi Santoso').waitFor();
    const desk = await (await office.person()).open('/kiosk/desk.html?n=2');
    await desk.getByLabel('Nama atau nomor petugas').fill('Budi Santoso');
    await desk.getByLabel('PIN', { exact: true }).fill('2580');
    await desk.getByRole('button', { name: 'Masuk', exact: true }).click();
    await shows(desk, 'Masuk sebagai', 'Budi Santoso', '1 menunggu');
    await section(page, 'Ruangan');
    await page.getByLabel('Petugas Loket 2').and(page.locator(':has(option:checked:text("Budi"))')).waitFor();
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

withChromium(
  'a promise at risk is kept with the one key beside it; a setting is looked at before it is saved; what was out of turn is looked at',
  async () => {
    const office = await openOffice({ text: storyOffice('capacity: 120') });
    const officer = { id: 'dewi', name: 'Dewi', pin: '1357' };
    expect(await office.supervisor.send('POST', '/officers', officer)).toMatchObject({ status: 201 });
    // Since 07:15: of the two hours a quarter is left, and nobody serves the step.
    const takenAt = onThursday('07:15');
    const numbers = [{ number: 'E-001', service: 'passport', takenAt }];
    await office.supervisor.send('POST', '/paper-numbers', { numbers });
    const page = await office.supervise();
    const promises = part(page, 'Janji waktu');
    await promises.getByText('E-001').waitFor();
    await promises.getByText(/Terancam\s+09:15/).waitFor();
    const counter = page.getByRole('listitem').filter({ has: page.getByLabel('Petugas Loket 1') });
    await page.getByLabel('Petugas Loket 1').selectOption({ label: 'Dewi' });
    await shows(page, 'Tercatat.');
    // Offered beside the number, or by the forecast above it.
    await page
      .getByRole('button', { name: /^Buka loket 1/ })
      .first()
      .click();
    await counter.getByText('Buka', { exact: true }).waitFor();
    await office.act(1, 'next');
    await counter.getByText(/^E-001\s+Dipanggil/).waitFor();
    await promises.getByRole('button').waitFor({ state: 'detached' });

    await section(page, 'Pengaturan');
    await page.getByLabel('Daya tampung ruangan').fill('130');
    await tap(page, 'Periksa dan simpan');
    const preview = page.getByRole('dialog', { name: 'Yang akan berubah' });
    await preview.getByText('Daya tampung ruangan').waitFor();
    for (const number of ['120', '130']) await preview.getByText(number).first().waitFor();
    await preview.getByRole('button', { name: 'Simpan' }).click();
    await shows(page, 'Tersimpan. Pengaturan baru sudah berlaku.');
    await section(page, 'Ruangan');
    await shows(page, 'dari 130');

    for (let n = 0; n < 2; n += 1) await office.take({ service: 'passport' });
    await office.act(1, 'call', { ticket: 'A-002', reason: 'bayi menangis' });
    await page.getByRole('link', { name: '1 hal di luar giliran belum ditinjau' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: 'A-002' });
    await entry.getByText(/bayi menangis/).waitFor();
    await entry.getByLabel('Catatan kepala A-002').fill('sudah saya tanyakan');
    await entry.getByRole('button', { name: 'Selesai ditinjau' }).click();
    await entry.getByText(/Ditinjau .+: sudah saya tanyakan/).waitFor();

    const trail = part(page, 'Jejak catatan');
    const look = () => trail.getByRole('button', { name: 'Tampilkan' }).click();
    const seal = async () => (await trail.getByText(/^Segel/).innerText()).trim();
    await look();
    await trail
      .getByRole('row')
      .filter({ hasText: 'Dipanggil A-002' })
      .filter({ hasText: 'bayi menangis' })
      .waitFor();
    const sealed = await seal();
    expect(sealed).toMatch(/^Segel day:2026-11-26: \S{8,}$/);
    await office.take({ service: 'passport' });
    await look();
    await trail.getByRole('row').filter({ hasText: 'Nomor diberikan A-003' }).waitFor();
    expect(await seal()).not.toBe(sealed);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

withChromium(
  'the day is closed with somebody left, who takes the first place of the next day by the code on the old ticket',
  async () => {
    const office = await openOffice({ clock: onThursday('15:40') });
    const kiosk = await office.station('kiosk', '/kiosk/');
    const [today, later] = [
      await office.take({ service: 'passport' }),
      await office.take({ service: 'passport' }),
    ];
    const phone = await office.phone(later);
    const page = await office.supervise('day');
    const fate = part(page, 'Tutup hari').getByRole('group', { name: 'A-002' });
    await fate.getByLabel('Tempat pertama hari lain').check();
    await tap(page, /^Tutup hari · 1 ×/);
    await tap(page, 'Ya, tutup hari');
    await shows(page, 'Mendapat tempat pertama: A-002', 'Hari sudah ditutup.');
    await shows(kiosk, 'Nomor tidak dibagikan lagi hari ini');
    await shows(phone, 'Tidak selesai');
    // Whoever has a number is still served.
    await office.act(1, 'open');
    await office.act(1, 'next');
    expect((await office.supervisor.send('GET', `/tickets/${today.code}`)).body).toMatchObject({
      state: 'called',
    });

    await office.hub.kill('SIGTERM');
    await office.startAgain(clockAt('2026-11-27', '08:05'));
    await shows(kiosk, 'Apa keperluan Anda?');
    for (let n = 0; n < 2; n += 1) await office.take({ service: 'passport' });
    await typeCode(kiosk, later.shortCode);
    await kiosk.getByRole('heading', { name: 'A-003' }).waitFor();
    await shows(kiosk, 'Anda berikutnya');
    const box = await office.plugIn('box-1', 1);
    expect(await box.press('open')).toMatchObject({ ok: true });
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-003' });
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-001' });
    await section(page, 'Keadilan');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'A-003' })
      .getByText(/Tempat pertama/)
      .waitFor();
    // One pad for all codes: the kiosk asks whether it is a ticket's and a booking's before it asks for the first place.
    const asked = /\/api\/v1\/tickets|status of 4(?:04|09)/;
    expect(office.browsers.complaints.filter((complaint) => !asked.test(complaint))).toEqual([]);
  },
  storyMs,
);
