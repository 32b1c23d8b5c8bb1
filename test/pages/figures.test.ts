/** The supervisor's figures: beside earlier times always, told in words as well as drawn, and handed on as asked for. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { amount, changeOf, duration } from '../../kiosk/supervisor/figures/amounts.ts';
import { periodIn, periodOf, soFar, step } from '../../kiosk/supervisor/figures/period.ts';
import { sectionOf } from '../../kiosk/supervisor/section.ts';
import { needs } from '../needs.ts';
import { dayReport, figureAnswers, firstReport } from './scenes-figures.ts';
import type { Answering } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { busyRoom } from './supervisor-scenes.ts';

const today = '2026-11-26';
const october = { from: '2026-10-05', to: '2026-10-05' };

describe('which time', () => {
  test('weeks begin on Monday, months are whole, and both end today while they go on', () => {
    const week = periodOf('week', today, october);
    expect(week).toEqual({ kind: 'week', from: '2026-11-23', to: '2026-11-29' });
    expect(periodOf('week', '2026-11-29', october).from).toBe('2026-11-23');
    expect(periodOf('month', today, october)).toEqual({
      kind: 'month',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(soFar(week, today)).toEqual({ from: '2026-11-23', to: today });
    expect(soFar({ kind: 'range', from: '2026-12-01', to: '2026-12-02' }, today).to).toBe('2026-12-02');
  });

  test('a step goes by whole months, by weeks, or by as many days; and comes back to what it is called', () => {
    const month = step(periodOf('month', today, october), -1, today);
    expect(month).toEqual({ kind: 'range', from: '2026-10-01', to: '2026-10-31' });
    expect(step(month, 1, today).kind).toBe('month');
    expect(step({ kind: 'range', from: '2026-01-01', to: '2026-01-31' }, 1, today).to).toBe('2026-02-28');
    const week = step(periodOf('week', today, october), -1, today);
    expect([week.from, week.to]).toEqual(['2026-11-16', '2026-11-22']);
    expect(step(week, 1, today).kind).toBe('week');
    expect(step(periodOf('today', today, october), -1, today)).toEqual({
      ...{ kind: 'date', from: '2026-11-25', to: '2026-11-25' },
    });
    expect(step({ kind: 'range', from: '2026-11-01', to: '2026-11-03' }, 1, today).from).toBe('2026-11-04');
  });

  test('it is named as people say it', () => {
    expect(periodIn({ from: today, to: today }, 'id')).toBe('Kamis, 26 November 2026');
    expect(periodIn({ from: '2026-11-01', to: '2026-11-30' }, 'id')).toBe('1–30 November 2026');
    expect(sectionOf('#figures')).toBe('figures');
  });
});

test.each([
  [0, '0 dtk', '0 secs'],
  [40, '40 dtk', '40 secs'],
  [160, '2 mnt 40 dtk', '2 mins 40 secs'],
  [180, '3 mnt', '3 mins'],
  [725, '12 mnt', '12 mins'],
  [3599, '1 j', '1 hr'],
  [3900, '1 j 05 mnt', '1 hr 05 mins'],
])('%d seconds are %s, %s', (seconds, indonesian, english) => {
  expect([duration(seconds, 'id'), duration(seconds, 'en')]).toEqual([indonesian, english]);
});

test('figures are written as they are read: shares, hidden ones, and those that were not counted', () => {
  expect(amount(1234, 'count', 'id')).toBe('1.234');
  expect(amount(0.9653, 'share', 'id')).toBe('97%');
  // Not everything was kept, so it is not 100 %.
  expect(amount(0.9982, 'share', 'id')).toBe('99,8%');
  expect(amount('few', 'people', 'id')).toBe('<5');
  expect(amount(null, 'seconds', 'id')).toBe('–');
});

test('fewer waits are better, fewer kept promises are worse, and more numbers are neither', () => {
  const points = (count: string) => `${count} poin`;
  const now = { now: 1260, before: 1500, yearBefore: null };
  expect(changeOf(now, 'before', 'seconds', 'less', 'id', points)).toEqual({
    ...{ way: 'down', by: '4 mnt', sense: 'better' },
  });
  expect(changeOf(now, 'yearBefore', 'seconds', 'less', 'id', points)).toBeNull();
  const share = { now: 0.918, before: 0.955, yearBefore: 0.9179 };
  expect(changeOf(share, 'before', 'share', 'more', 'id', points)).toEqual({
    ...{ way: 'down', by: '4 poin', sense: 'worse' },
  });
  expect(changeOf(share, 'yearBefore', 'share', 'more', 'id', points)?.way).toBe('same');
  const issued = { now: 153, before: 141, yearBefore: 'few' } as const;
  expect(changeOf(issued, 'before', 'count', null, 'id', points)).toEqual({
    ...{ way: 'up', by: '12', sense: null },
  });
  expect(changeOf(issued, 'yearBefore', 'count', null, 'id', points)).toBeNull();
});

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function figures(
  answering: Answering = figureAnswers,
  width = 1280,
  section = 'figures',
): Promise<Stand> {
  const stand = await stands.open({ width, height: 800 });
  const { stage, page } = stand;
  stage.show('supervisor', busyRoom);
  stage.answer(answering);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${stage.origin}/kiosk/supervisor.html#${section}`);
  await page.locator('nav').waitFor();
  return stand;
}

const reports = ({ stage }: Stand) =>
  stage.asked.filter(({ path }) => path.startsWith('/reports')).map(({ path, query }) => `${path}?${query}`);
const violations = async ({ page }: Stand) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const large = ({ page }: Stand, id: string) => page.locator(`[data-figure=${id}]`);
/** Whether anything is drawn on a chart. */
const isDrawn = ({ page }: Stand, plot: string) =>
  page.locator(`[data-plot=${plot}] canvas`).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return data?.some((part) => part > 0) ?? false;
  });

withChromium('the figures that matter stand first, each with its change and what that means', async () => {
  const stand = await figures();
  const words = async (id: string) => (await large(stand, id).innerText()).replaceAll(/\s+/g, ' ');
  await large(stand, 'issued').waitFor();
  expect(await words('issued')).toContain('153');
  expect(await words('issued')).toMatch(/▲ naik 12 sebelumnya 141 ▼ turun 5 tahun lalu 158/);
  expect(await words('waitMedian')).toMatch(/21 mnt.*▼ turun 4 mnt membaik sebelumnya 25 mnt/);
  expect(await words('waitP90')).toMatch(/1 j 05 mnt.*▲ naik 5 mnt memburuk sebelumnya 1 j/);
  expect(await words('promiseShare')).toMatch(/97%.*▲ naik 2 poin membaik/);
  await stand.page
    .getByText('Dibandingkan dengan Rabu, 25 November 2026 dan setahun sebelumnya, Rabu, 26 November 2025.')
    .waitFor();
  expect(reports(stand)).toEqual(['/reports/2026-11-26?']);
});

withChromium('charts are drawn, say their essence, and have their figures behind one tap', async () => {
  const stand = await figures();
  const { page } = stand;
  for (const plot of ['numbers', 'waits', 'waitsByStep', 'servicesByStep', 'promises'])
    await expect.poll(() => isDrawn(stand, plot), { timeout: 10_000 }).toBe(true);
  await page
    .getByRole('img', {
      name: 'Nomor per jam. Nomor diberikan: tertinggi 42 (08:00). Selesai dilayani: tertinggi 31 (10:00).',
    })
    .waitFor();
  await page.getByRole('img', { name: 'Janji waktu. 139 dari 144 janji ditepati.' }).waitFor();
  const key = page.getByRole('button', { name: 'Lihat angkanya : Waktu tunggu per langkah' });
  await key.press('Enter');
  const row = page.locator('[data-plot=waitsByStep] tbody tr').nth(1);
  expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toContain('Pemeriksaan berkas 08:00 30');
  expect(await violations(stand)).toEqual([]);
  expect(stand.complaints).toEqual([]);
});

withChromium('nothing of the charts is loaded before the figures are looked at', async () => {
  const stand = await figures(figureAnswers, 1280, 'room');
  const { page } = stand;
  const loaded = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(' '),
    );
  await page.getByText('Di dalam').first().waitFor();
  expect(await loaded()).not.toContain('drawing');
  await page.getByRole('link', { name: 'Angka', exact: true }).click();
  await expect.poll(loaded).toContain('drawing');
});

withChromium(
  'a month so far has charts by day, and what a step back asks for is the whole month',
  async () => {
    const stand = await figures();
    const { page } = stand;
    await large(stand, 'issued').waitFor();
    await page.getByRole('button', { name: 'Bulan ini' }).click();
    await page.getByRole('heading', { name: '1–26 November 2026' }).waitFor();
    for (const plot of ['numbersByDay', 'waitsByDay', 'promisesByDay'])
      await expect.poll(() => isDrawn(stand, plot), { timeout: 10_000 }).toBe(true);
    await page.getByRole('button', { name: 'Mundur' }).click();
    await page.getByRole('heading', { name: '1–31 Oktober 2026' }).waitFor();
    await expect
      .poll(() => reports(stand).slice(1))
      .toEqual(['/reports?from=2026-11-01&to=2026-11-26', '/reports?from=2026-10-01&to=2026-10-31']);
  },
);

withChromium('a range is chosen by its two dates, which never cross', async () => {
  const stand = await figures();
  const { page } = stand;
  await page.getByRole('button', { name: 'Rentang' }).click();
  await page.getByLabel('Sampai', { exact: true }).fill('2026-10-10');
  await page.getByLabel('Dari', { exact: true }).fill('2026-10-01');
  await page.getByRole('heading', { name: '1–10 Oktober 2026' }).waitFor();
  await page.getByLabel('Dari', { exact: true }).fill('2026-10-20');
  await page.getByRole('heading', { name: 'Selasa, 20 Oktober 2026' }).waitFor();
  expect(await page.getByLabel('Sampai', { exact: true }).inputValue()).toBe('2026-10-20');
});

withChromium('an empty date, one that is still to come, and an office without a past say so', async () => {
  const stand = await figures();
  const { page } = stand;
  await page.getByRole('button', { name: 'Tanggal', exact: true }).click();
  await page.getByLabel('Tanggal', { exact: true }).fill('2026-11-22');
  await page.getByText('Tidak ada nomor yang diberikan pada waktu ini.').waitFor();
  expect(await page.locator('canvas').count()).toBe(0);
  const before = reports(stand).length;
  await page.getByLabel('Tanggal', { exact: true }).fill('2026-11-27');
  await page.getByText('Belum ada angka: tanggal ini belum tiba.').waitFor();
  expect(reports(stand)).toHaveLength(before);
  stand.stage.answer(() => ({ status: 200, body: firstReport }));
  await page.getByRole('button', { name: 'Hari ini' }).click();
  await page.getByText('Belum ada pembanding:').waitFor();
  expect(await large(stand, 'issued').innerText()).not.toContain('sebelumnya');
  expect(await violations(stand)).toEqual([]);
});

withChromium('while it counts it says so, what is shown stays, and only the last choice counts', async () => {
  const send: (() => void)[] = [];
  const stand = await figures(async (asked) => {
    if (asked.query.includes('from=')) await new Promise<void>((sent) => send.push(sent));
    return figureAnswers(asked);
  });
  const { page } = stand;
  await large(stand, 'issued').waitFor();
  await page.getByRole('button', { name: 'Bulan ini' }).click();
  await page.getByText('Menghitung…').waitFor();
  expect(await large(stand, 'issued').innerText()).toContain('153');
  await page.getByText('Masih menghitung. Rentang yang panjang perlu waktu.').waitFor();
  await page.getByRole('button', { name: 'Hari ini' }).click();
  await page.getByText('Dihitung pukul 16:05').waitFor();
  const late = page.waitForResponse(/from=/);
  for (const one of send) one();
  await (await late).finished();
  // The page has had its turn with the answer.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  expect(await large(stand, 'issued').innerText()).toContain('153');
});

withChromium('outside the office small groups are hidden, in every file too', async () => {
  const stand = await figures();
  const { page } = stand;
  await large(stand, 'issued').waitFor();
  await page.getByLabel(/Untuk pihak luar/).check();
  await page.getByText('Kelompok kecil tidak digambar.').first().waitFor();
  await page.getByRole('cell', { name: '<5' }).first().waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF' }).click();
  await saved;
  expect(reports(stand)).toEqual([
    '/reports/2026-11-26?',
    '/reports/2026-11-26?outside=1',
    '/reports/2026-11-26?outside=1&lang=id',
  ]);
  expect(await violations(stand)).toEqual([]);
});

withChromium('the text is copied; where nothing can be copied it is shown to be', async () => {
  const stand = await figures();
  const { page } = stand;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await large(stand, 'issued').waitFor();
  await page.getByRole('button', { name: 'Salin teks' }).click();
  await page.getByText('Teks laporan sudah disalin.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"at":"2026-11-26T08:05');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await page.getByRole('button', { name: 'Salin teks' }).click();
  const field = page.getByRole('textbox', { name: 'Teks laporan' });
  await field.waitFor();
  expect(await field.inputValue()).toContain('"at":"2026-11-26T08:05');
  expect(await violations(stand)).toEqual([]);
});

withChromium('a refusal is said in words, and can be tried again', async () => {
  const stand = await figures(() => ({ status: 503, body: { code: 'unavailable' } }));
  await stand.page.getByRole('button', { name: 'Coba lagi' }).waitFor();
  stand.stage.answer(() => ({ status: 200, body: dayReport }));
  await stand.page.getByRole('button', { name: 'Coba lagi' }).click();
  await large(stand, 'issued').waitFor();
  expect(await stand.page.getByRole('button', { name: 'Coba lagi' }).count()).toBe(0);
});

withChromium('figures fit a tablet and a phone, in the dark too, and English reads them', async () => {
  for (const width of [768, 390]) {
    const stand = await figures(figureAnswers, width);
    const { page } = stand;
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expect.poll(() => isDrawn(stand, 'promises'), { timeout: 10_000 }).toBe(true);
    await page.getByRole('button', { name: 'Buka semua' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Numbers issued', { exact: true }).first().waitFor();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    expect(await violations(stand)).toEqual([]);
  }
});
