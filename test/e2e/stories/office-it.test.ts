/** Office IT: the first start, a device, a station that was stolen; without any file or command beyond the start. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { plugInBox } from '../box.ts';
import { openBrowsers, shows } from '../browser.ts';
import { choosePorts, type HubProcess, startHub } from '../hub-process.ts';
import { officeFile, temporaryFolder } from '../office-file.ts';
import { pagesBuilt } from '../pages-built.ts';
import { openOffice } from './office.ts';
import { storyOffice } from './office-text.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

/** What the first start prints, without the origin. */
const linkOf = (hub: HubProcess): string => /http:\S+(\/\?set-up=\S+)/.exec(hub.output())?.[1] ?? 'none';

async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel('Kata sandi baru').fill('kata-sandi-pertama');
  await page.getByLabel('Ulangi kata sandi').fill('kata-sandi-pertama');
  await page.getByRole('button', { name: 'Pilih kata sandi' }).click();
}

withChromium(
  'the first start is by a link, an older link is refused as old, and the link is of no more use once the password is chosen',
  async () => {
    const order = {
      folder: temporaryFolder(),
      ...(await choosePorts()),
      office: officeFile(storyOffice()),
    };
    const first = await startHub(order);
    const old = linkOf(first);
    await first.kill('SIGTERM');
    const hub = await startHub(order);
    const fresh = linkOf(hub);
    expect(fresh).toMatch(/^\/\?set-up=/);
    expect(fresh).not.toBe(old);

    const browsers = await openBrowsers(`http://127.0.0.1:${order.http}`);
    const person = await browsers.person();
    const refused = await person.open(old);
    await shows(refused, 'Tautan ini tidak berlaku lagi');
    expect(await refused.getByLabel('Kata sandi baru').count()).toBe(0);
    const start = await person.open(fresh);
    await choosePassword(start);
    await start.getByRole('heading', { name: 'Kotak loket' }).waitFor();

    const stranger = await (await browsers.person()).open(fresh);
    await stranger.getByLabel('Kata sandi kepala').waitFor();
    expect(await stranger.getByLabel('Kata sandi baru').count()).toBe(0);
    for (const path of ['/healthz', '/readyz'])
      expect(await fetch(`http://127.0.0.1:${order.http}${path}`)).toMatchObject({ status: 200 });
    expect(browsers.complaints).toEqual([]);
  },
  storyMs,
);

/** Adds a box on the page, and notes what is shown once. */
async function addBox(page: Page, id: string, counter: string) {
  await page.getByRole('link', { name: 'Perangkat' }).click();
  await page.getByRole('link', { name: 'Tambah perangkat' }).click();
  await page.getByRole('button', { name: /^Kotak loket/ }).click();
  await page.getByLabel('Nama perangkat').fill(id);
  await page.getByLabel('Loket', { exact: true }).selectOption({ label: counter });
  await page.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  const told = page.getByRole('main').locator('dd');
  await told.nth(1).waitFor();
  const [username = '', password = ''] = await told.allInnerTexts();
  await page.getByRole('link', { name: 'Semua perangkat' }).click();
  await page.getByRole('link', { name: 'Tambah perangkat' }).waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain(password);
  return { username, password };
}

withChromium(
  'a device that is added on the page works at once; a device that is removed is cut off and cannot come back',
  async () => {
    const office = await openOffice();
    await office.take({ service: 'passport' });
    const page = await office.supervise();
    const account = await addBox(page, 'tombol-1', 'Loket 1');
    const box = await plugInBox(office.order.mqtt, account);
    const device = page.getByRole('listitem').filter({ hasText: 'tombol-1' });
    await device.getByText('Tersambung').waitFor();

    expect(await box.press('open')).toMatchObject({ ok: true, counter: 1 });
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-001' });
    await box.led('A-001');
    await device.getByRole('img', { name: 'Papan: A-001' }).waitFor();

    await device.getByRole('link').click();
    await page.getByRole('button', { name: 'Hapus perangkat' }).click();
    const sure = page.getByRole('dialog', { name: 'Hapus tombol-1?' });
    await sure.getByRole('button', { name: 'Hapus perangkat' }).click();
    await shows(page, 'Belum ada perangkat.');
    await box.isUnplugged();
    await expect(plugInBox(office.order.mqtt, account)).rejects.toThrow(/Bad username or password/);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

/** A link for a station of this kind, made on the page. */
async function linkFor(page: Page, kind: string, label: string): Promise<string> {
  await page.getByRole('link', { name: 'Petugas' }).click();
  await page.getByRole('button', { name: 'Buat tautan' }).click();
  const sheet = page.getByRole('dialog', { name: 'Tautan untuk stasiun' });
  await sheet.getByLabel('Jenis stasiun').selectOption({ label: kind });
  await sheet.getByLabel('Sebutan').fill(label);
  await sheet.getByRole('button', { name: 'Buat' }).click();
  const link = await sheet.getByRole('textbox', { name: 'Tautan' }).inputValue();
  await sheet.getByRole('button', { name: 'Sudah dicatat' }).click();
  return link.replace(/^http:\/\/[^/]+/, '');
}

withChromium(
  'a station is signed in by a link of the page; revoked, its screen is cut off untouched and its link opens nothing',
  async () => {
    const office = await openOffice();
    const page = await office.supervise();
    const links = {
      door: await linkFor(page, 'Stasiun pintu', 'Pintu utara'),
      kiosk: await linkFor(page, 'Mesin antrean', 'Mesin lobi'),
    };
    const door = await (await office.person()).open(links.door);
    await shows(door, 'Siap untuk orang berikutnya');
    expect(door.url()).not.toContain('token');
    const kiosk = await (await office.person()).open(links.kiosk);
    await shows(kiosk, 'Apa keperluan Anda?');

    for (const label of ['Pintu utara', 'Mesin lobi']) {
      await page.getByRole('button', { name: `Cabut: ${label}` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
    }
    await door.getByRole('heading', { name: 'Masuk', exact: true }).waitFor();
    await shows(kiosk, 'Mesin ini sedang disiapkan petugas');
    const thief = await (await office.person()).open(links.door);
    await shows(thief, 'Tautan itu tidak berlaku lagi.');
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
