/** The settings in a browser: nothing is saved before it was looked at, and what is wrong is found at its field. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { changesBetween } from '../../server/adapters/office-file/changes.ts';
import { editOffice } from '../../server/adapters/office-file/edit.ts';
import { writtenOffice } from '../../server/adapters/office-file/written.ts';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import type { OfficeEdit } from '../../server/contract/http-office.ts';
import { contohText, replaced } from '../contract/office-fixture.ts';
import { needs } from '../needs.ts';
import type { Answer, Asked } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { quietRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const older = replaced(contohText, 'promise: PT2H', 'promise: PT3H');
const versions = [
  { seq: 9, at: '2026-11-26T02:20:00.000Z', by: 'supervisor', changes: 1, fromFile: false },
  { seq: 1, at: '2026-11-20T01:05:00.000Z', by: 'start', changes: 0, fromFile: true },
];

interface Hub {
  /** The office file that runs. */
  source: string;
  strands: string[];
  /** What was saved, and on which version it was based. */
  readonly saved: { readonly source: string; readonly match: string }[];
}

/** Answers as the hub does, for one office. */
function answering(hub: Hub) {
  return ({ method, path, body }: Asked): Answer | undefined => {
    if (path === '/office/history') return { status: 200, body: versions };
    if (path === '/office/history/1')
      return { status: 200, body: { ...versions[1], source: older, changes: [] } };
    if (method !== 'POST' || path !== '/office/preview') return undefined;
    const { source = hub.source, edits = [] } = body as { source?: string; edits?: OfficeEdit[] };
    const text = editOffice(source, edits);
    if (text === null) return { status: 400, body: { code: 'malformed' } };
    const file = readOfficeFile(text);
    const written = writtenOffice(text);
    const answer = {
      version: `v${hub.source.length}`,
      source: text,
      written,
      changes: written === null ? [] : changesBetween(writtenOffice(hub.source), written),
      mistakes: file.ok ? [] : file.mistakes,
      strands: hub.strands,
    };
    return { status: 200, body: answer };
  };
}

async function settings(width = 1280, height = 800): Promise<Stand & { hub: Hub }> {
  const stand = await stands.open({ width, height });
  const { stage, page } = stand;
  const hub: Hub = { source: contohText, strands: [], saved: [] };
  stage.show('supervisor', quietRoom);
  stage.answer(answering(hub));
  await page.route('**/api/v1/office', async (route) => {
    const match = route.request().headers()['if-match'] ?? '';
    const isNow = match === `"v${hub.source.length}"`;
    const source = route.request().postData() ?? '';
    if (isNow) {
      hub.saved.push({ source, match });
      hub.source = source;
    }
    await route.fulfill({ status: isNow ? 200 : 409, json: isNow ? {} : { code: 'moved-on' } });
  });
  await page.goto(`${stage.origin}/kiosk/supervisor.html#settings`);
  await page.getByRole('heading', { name: 'Kantor', exact: true }).waitFor();
  return { ...stand, hub };
}

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Bagian' }).getByRole('button', { name, exact: true }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Opens the passport and promises 90 minutes. */
async function promise90(page: Page): Promise<void> {
  await part(page, 'Layanan');
  await page.getByRole('button', { name: /^Paspor/ }).click();
  await page.getByLabel('Janji waktu', { exact: true }).fill('90');
  await page.getByLabel('Janji waktu: satuan').selectOption({ label: 'menit' });
}

withChromium(
  'a change is looked at in words, and saved in the file’s own, its comments as they were',
  async () => {
    const { page, hub } = await settings();
    await promise90(page);
    await press(page, 'Periksa dan simpan');
    const dialog = page.getByRole('dialog', { name: 'Yang akan berubah' });
    await dialog.getByText('Layanan › Paspor › Janji waktu').waitFor();
    expect(await dialog.locator('[data-change="services.passport.promise"] .value').innerText()).toMatch(
      /2 jam[\s\S]*90 menit/,
    );
    expect(hub.saved).toEqual([]);
    await press(page, 'Simpan');
    await page.getByText('Tersimpan. Pengaturan baru sudah berlaku.').waitFor();
    expect(hub.saved).toEqual([
      { source: replaced(contohText, 'promise: PT2H', 'promise: PT90M'), match: `"v${contohText.length}"` },
    ]);
    await part(page, 'Kantor');
    await page.getByText('Belum ada perubahan').or(page.getByText('Tersimpan')).waitFor();
  },
);

withChromium('a mistake stands at its field, in its part, and leads there from the preview', async () => {
  const { page, hub } = await settings();
  await promise90(page);
  await page.getByLabel('Huruf nomor').fill('a');
  await page.getByText('1 perlu diperbaiki').waitFor();
  await part(page, 'Kantor');
  await press(page, 'Periksa dan simpan');
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Simpan' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: /^Layanan › Paspor › Huruf nomor · Baris 16/ }).click();
  const field = page.getByLabel('Huruf nomor');
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await page
    .locator('[data-place="services.prefix"]')
    .getByText('Isi dengan satu sampai tiga huruf besar.')
    .waitFor();
  expect(hub.saved).toEqual([]);
});

withChromium('changes that are not saved are left only after a yes', async () => {
  const { page } = await settings();
  await promise90(page);
  const bookings = page.getByRole('link', { name: 'Pemesanan' });
  await bookings.click();
  await press(page, 'Tetap di sini');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(new URL(page.url()).hash).toBe('#settings');
  expect(await page.getByLabel('Janji waktu', { exact: true }).inputValue()).toBe('90');
  await bookings.click();
  await press(page, 'Ya, buang perubahan');
  await page.getByRole('heading', { name: 'Pemesanan', exact: true, level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Pengaturan' }).click();
  await page.getByText('Belum ada perubahan').waitFor();
  await page.getByRole('link', { name: 'Pemesanan' }).click();
  await page.getByRole('heading', { name: 'Pemesanan', exact: true, level: 1 }).waitFor();
});

withChromium('changes that are not saved keep the page from closing without a question', async () => {
  const { page } = await settings();
  await promise90(page);
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.accept();
});

withChromium('CO1 who would be stranded is named, and nothing can be saved', async () => {
  const { page, hub } = await settings();
  hub.strands = ['A-012', 'P-003'];
  await promise90(page);
  await press(page, 'Periksa dan simpan');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('A-012, P-003').waitFor();
  expect(await dialog.getByRole('button', { name: 'Simpan' }).isDisabled()).toBe(true);
});

withChromium(
  'CO4 somebody else has saved: said, and the own changes made in what they have saved',
  async () => {
    const { page, hub } = await settings();
    await promise90(page);
    await press(page, 'Periksa dan simpan');
    await page.getByRole('dialog').getByText('Layanan › Paspor › Janji waktu').waitFor();
    hub.source = replaced(contohText, 'capacity: 120', 'capacity: 90 ');
    hub.source += '# theirs\n';
    await press(page, 'Simpan');
    await page.getByText('Orang lain sudah menyimpan perubahan').waitFor();
    expect(hub.saved).toEqual([]);
    await press(page, 'Terapkan pada yang baru');
    await press(page, 'Simpan');
    await page.getByText('Tersimpan. Pengaturan baru sudah berlaku.').waitFor();
    const theirs = replaced(contohText, 'capacity: 120', 'capacity: 90 ');
    expect(hub.source).toBe(`${replaced(theirs, 'promise: PT2H', 'promise: PT90M')}# theirs\n`);
  },
);

withChromium('forms and text are two ways to the same file', async () => {
  const { page } = await settings();
  await promise90(page);
  await press(page, 'Sebagai teks');
  const text = page.getByLabel('Berkas kantor (YAML)');
  await expect.poll(() => text.inputValue()).toBe(replaced(contohText, 'promise: PT2H', 'promise: PT90M'));
  await text.fill(replaced(contohText, 'capacity: 120', 'capacity: many'));
  await page.getByRole('button', { name: 'Baris 6' }).click();
  await page.getByText('Isi dengan bilangan bulat dari 1 sampai 100000.').waitFor();
  await text.fill('id: [');
  await press(page, 'Formulir');
  await page.getByText('Teks ini belum dapat dibaca.').waitFor();
  await text.fill(replaced(contohText, 'capacity: 120', 'capacity: 80 '));
  await press(page, 'Formulir');
  await part(page, 'Kantor');
  expect(await page.getByLabel('Daya tampung ruangan').inputValue()).toBe('80');
});

withChromium('what was changed before is listed, and put back through the preview', async () => {
  const { page, hub } = await settings();
  await press(page, 'Riwayat');
  await page.getByRole('button', { name: /dari berkas saat mulai/ }).click();
  await page.getByRole('button', { name: /^Kembalikan pengaturan/ }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('[data-change="services.passport.promise"] .value').innerText()).toMatch(
    /2 jam[\s\S]*3 jam/,
  );
  await press(page, 'Simpan');
  await expect.poll(() => hub.source).toBe(older);
});

withChromium('a part that is out of use is gone from the file, and comes back as it was', async () => {
  const { page } = await settings();
  await part(page, 'Suhu di pintu');
  const use = page.getByLabel('Suhu diukur di pintu');
  await use.uncheck();
  await page.getByText('1 perubahan').waitFor();
  expect(await page.getByLabel('Peringatan di atas (°C)').count()).toBe(0);
  await use.check();
  await page.getByText('Belum ada perubahan').waitFor();
  expect(await page.getByLabel('Peringatan di atas (°C)').inputValue()).toBe('37');
});

/** No violation, nothing too small to touch, nothing that the policy blocked. */
async function judge({ page, complaints }: Stand, title: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.settings').analyze();
  expect(violations.map(({ id, nodes }) => [title, id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await small(page), title).toEqual([]);
  expect(complaints).toEqual([]);
}
const patience = 60_000;

for (const names of [
  ['Kantor', 'Jam dan hari libur', 'Langkah', 'Layanan', 'Jalur'],
  ['Kuota', 'Loket', 'Janji temu', 'Hasil', 'Jalur serial'],
])
  withChromium(
    `accessible and large enough to touch: ${names.join(', ')}`,
    async () => {
      const stand = await settings();
      const { page } = stand;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const name of names) {
        await part(page, name);
        const first = page.locator('.settings .form [aria-expanded]').first();
        if ((await first.count()) > 0) await first.click();
        await judge(stand, name);
      }
    },
    patience,
  );

withChromium(
  'accessible and large enough to touch: the text, the history, the preview, in the dark too',
  async () => {
    const stand = await settings();
    const { page } = stand;
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
    await promise90(page);
    await page.getByLabel('Huruf nomor').fill('a');
    await page.getByText('1 perlu diperbaiki').waitFor();
    await judge(stand, 'mistake');
    await press(page, 'Sebagai teks');
    await judge(stand, 'text');
    await press(page, 'Riwayat');
    await page.getByRole('button', { name: /kepala/ }).waitFor();
    await judge(stand, 'history');
    await press(page, 'Formulir');
    await press(page, 'Periksa dan simpan');
    await page.getByRole('dialog').getByText('90 menit').waitFor();
    await judge(stand, 'preview');
  },
  patience,
);

withChromium('on a phone nothing is wider than the screen, and a choice leads to the parts', async () => {
  const { page } = await settings(390, 844);
  for (const name of ['Jam dan hari libur', 'Kuota', 'Loket']) {
    await page.locator('.settings .choice select').selectOption({ label: name });
    await page.getByRole('heading', { name, exact: true }).waitFor();
    const first = page.locator('.settings .form [aria-expanded]').first();
    if ((await first.count()) > 0) await first.click();
    expect(
      await page.locator('.settings').evaluate((part) => part.scrollWidth > part.clientWidth),
      name,
    ).toBe(false);
    expect(await small(page), name).toEqual([]);
  }
});

/** What is less than 44 px high or wide; of a tick, its line counts. */
const small = (page: Page): Promise<string[]> =>
  page.locator('.settings :is(button, input, select, textarea)').evaluateAll((controls) =>
    controls.flatMap((control) => {
      const isTick = control.getAttribute('type') === 'checkbox';
      const target = isTick ? (control.closest('label') ?? control) : control;
      const { width, height } = target.getBoundingClientRect();
      return width > 0 && (width < 44 || height < 44) ? [control.outerHTML] : [];
    }),
  );
