/** The supervisor without a mouse: every section is reached, something is done in each, and the focus is never lost. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { busyHub } from '../gallery/supervisor-hub.ts';
import { needs } from '../needs.ts';
import { manyDevices } from './device-scenes.ts';
import { focused, keys, tabTo } from './keyboard.ts';
import { threatened } from './scenes-forecast.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { busyRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const view = { ...busyRoom, ahead: threatened.ahead, devices: [...manyDevices], requestsOpen: 1 };
async function supervisor(section = 'room'): Promise<Stand> {
  const stand = await stands.open();
  stand.stage.show('supervisor', view);
  stand.stage.answer(async (asked) => (await busyHub(asked)) ?? { status: 200, body: {} });
  await stand.page.emulateMedia({ reducedMotion: 'reduce' });
  await stand.page.goto(`${stand.stage.origin}/kiosk/supervisor.html#${section}`);
  await stand.page.locator('nav').first().waitFor();
  return stand;
}
const done = ({ stage }: Stand) =>
  stage.asked
    .filter(({ method, path }) => method !== 'GET' && path !== '/office/preview')
    .map(({ method, path, body }) => [method, path, body]);
const hash = ({ page }: Stand) => new URL(page.url()).hash;

withChromium(
  'the first Tab skips to the content; arrows walk through the sections, Enter opens one',
  async () => {
    const stand = await supervisor();
    const { page } = stand;
    await keys(page, 'Tab');
    expect(await focused(page)).toBe('Langsung ke isi');
    await keys(page, 'Enter');
    expect(await focused(page)).toBe('Ruangan');
    await tabTo(page, /^Buka loket 4/);
    await tabTo(page, /^Ruangan/, 'Shift+Tab');
    const links = await page.locator('nav ul a').count();
    for (let step = 0; step < links; step += 1) {
      await keys(page, 'ArrowDown', 'Enter');
      const here = await focused(page);
      await expect.poll(() => page.locator('main h1').textContent()).toBe(here.replace(/\s*\d+$/, ''));
    }
    // Round and round: after the last comes the first.
    expect(hash(stand)).toBe('#room');
    await keys(page, 'ArrowUp', 'Enter');
    expect(hash(stand)).toBe('#settings');
  },
);

/** Section, the way to something that is done there with keys alone, and what it comes to. */
const actions: readonly (readonly [string, string | RegExp, readonly string[], readonly unknown[]])[] = [
  ['room', 'Buka loket 4', ['Enter'], ['POST', '/counters/4/open', {}]],
  ['claims', 'Tidak dipungut C-018', ['Enter'], ['POST', '/claims/k2/close', { as: 'not-charged' }]],
  ['outside', 'Terima K7M2QX', ['Enter'], ['POST', expect.stringMatching(/decide$/), { decision: 'accept' }]],
];
for (const [section, name, names, what] of actions) {
  withChromium(`${section}: done with keys alone, and the focus stays in the section`, async () => {
    const stand = await supervisor(section);
    const { page } = stand;
    await page.getByRole('button', { name }).first().waitFor();
    await tabTo(page, name);
    await keys(page, ...names);
    await expect.poll(() => done(stand)).toEqual([what]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });
}

withChromium('day: an Enter too many does not close it; a second yes does', async () => {
  const stand = await supervisor('day');
  const { page } = stand;
  await page.getByText('A-063').first().waitFor();
  await tabTo(page, /^Tutup hari/);
  await keys(page, 'Enter');
  await expect.poll(() => focused(page)).toBe('Kembali');
  await keys(page, 'Enter');
  await page.getByText('Mesin antrean berhenti memberi nomor').waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toMatch(/^Tutup hari/);
  await keys(page, 'Enter');
  await expect.poll(() => focused(page)).toBe('Kembali');
  await tabTo(page, 'Ya, tutup hari', 'Shift+Tab');
  expect(done(stand)).toEqual([]);
  await keys(page, 'Enter');
  await expect.poll(() => done(stand)).toEqual([['POST', '/day/close', { tomorrow: [] }]]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

withChromium('fairness: a note is written and the entry closed', async () => {
  const stand = await supervisor('fairness');
  const { page } = stand;
  await tabTo(page, 'Catatan kepala A-070');
  await page.keyboard.type('sudah dibicarakan');
  await tabTo(page, /^Selesai ditinjau/);
  await keys(page, 'Enter');
  await expect
    .poll(() => done(stand))
    .toEqual([['POST', '/out-of-turn/x2/close', { note: 'sudah dibicarakan' }]]);
});

withChromium('bookings and figures: another day, another time', async () => {
  const stand = await supervisor('figures');
  const { page, stage } = stand;
  await page.getByText('Dibandingkan dengan').first().waitFor();
  await tabTo(page, 'Bulan ini');
  await keys(page, 'Enter');
  await page.getByRole('heading', { name: '1–26 November 2026' }).waitFor();
  expect(await focused(page)).toBe('Bulan ini');
  await page.goto(`${stage.origin}/kiosk/supervisor.html#bookings`);
  await page.getByText('K7QD2M').first().waitFor();
});

withChromium(
  'people: a dialog keeps the focus, Escape closes it, and the key that opened it has it again',
  async () => {
    const { page } = await supervisor('people');
    await page.getByText('Ni Luh Ayu Pramesti').waitFor();
    await tabTo(page, 'Tambah petugas');
    await keys(page, 'Enter');
    await page.getByRole('dialog').waitFor();
    for (let step = 0; step < 15; step += 1) {
      await keys(page, 'Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main nav, nav') === null)).toBe(true);
    }
    await keys(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Tambah petugas');
  },
);

withChromium('devices and settings are walked through, and the focus is seen at every step', async () => {
  const { page } = await supervisor('devices');
  await page.getByText('Kotak meja 1').waitFor();
  await tabTo(page, /^Tambah perangkat/);
  await tabTo(page, /Kotak meja 4/);
  const settings = await supervisor('settings');
  await settings.page.getByRole('heading', { name: 'Kantor', exact: true }).waitFor();
  await tabTo(settings.page, /^Layanan/);
  await keys(settings.page, 'Enter');
  await settings.page.getByRole('button', { name: /^Paspor/ }).waitFor();
});
