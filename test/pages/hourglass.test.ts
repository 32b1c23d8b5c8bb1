/** The hourglass on the board above a counter: the hub's time on every screen, whatever the screens' own clocks say. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { at, counterAt, handingOver } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const board = '/display/counter.html?n=3';
const running = counterAt(handingOver('running'));
const small = { width: 800, height: 480 };

/** A machine whose calendar and clock are wrong by so much. */
const wrongBy = (page: Page, ms: number) =>
  page.addInitScript((off) => {
    const real = Date.now;
    Date.now = () => real() + off;
  }, ms);

/** At which moment of this machine's true clock the drawn sand will be through, in milliseconds. */
const throughAt = (page: Page, rate: number) =>
  page.evaluate(
    (hubRate) =>
      new Promise<number>((done) => {
        const canvas = document.querySelector('canvas');
        new MutationObserver((_, watcher) => {
          watcher.disconnect();
          done(performance.timeOrigin + performance.now() + Number(canvas?.dataset.left) / hubRate);
        }).observe(canvas as Node, { attributes: true, attributeFilter: ['data-left'] });
      }),
    rate,
  );

async function second({ stage, page }: Stand, off: number): Promise<Page> {
  const other = await page.context().newPage();
  await other.setViewportSize(small);
  await wrongBy(other, off);
  await other.goto(stage.origin + board);
  return other;
}

for (const rate of [1, 60]) {
  withChromium(`two screens with different clocks show the same sand, at a rate of ${rate}`, async () => {
    const stand = await stands.open({ ...small, rate, now: at(rate === 1 ? '10:20' : '10:19:26') });
    const { stage, page } = stand;
    stage.show('counter:3', {
      ...running,
      handover: { startedAt: at('10:19:24'), endsAt: at('10:59:24'), state: 'running' },
    });
    await wrongBy(page, -3 * 3600_000);
    await page.goto(stage.origin + board);
    const other = await second(stand, 5 * 86_400_000);
    await other.locator('[role="timer"]').waitFor();
    // Each message lets the pages know the hub's time better.
    const apart = async () => {
      stage.show('counter:3', {
        ...running,
        handover: { startedAt: at('10:19:24'), endsAt: at('10:59:24'), state: 'running' },
      });
      const [one, two] = await Promise.all([throughAt(page, rate), throughAt(other, rate)]);
      return Math.abs(one - two);
    };
    // One frame of the sand.
    await expect.poll(apart, { timeout: 30_000 }).toBeLessThan(34);
    const seconds = [page, other].map((one) => one.locator('[role="timer"]').innerText());
    const [here, there] = (await Promise.all(seconds)).map((text) => {
      const [minutes = 0, rest = 0] = text.split(':').map(Number);
      return minutes * 60 + rest;
    });
    expect(Math.abs((here ?? 0) - (there ?? 0))).toBeLessThanOrEqual(rate);
  });
}

/** Where the sand begins in the middle of the upper glass, as a share of the drawing's height. */
const surface = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas') as HTMLCanvasElement;
    const { width, height } = canvas;
    const { data = new Uint8ClampedArray() } =
      canvas.getContext('2d')?.getImageData(Math.round(width * 0.62), 0, 1, Math.round(height / 2)) ?? {};
    for (let y = 0; y < height / 2; y += 1) if ((data[y * 4 + 3] ?? 0) > 128) return y / height;
    return 1;
  });

withChromium('a page that is opened or loaded anew late shows the level of that moment', async () => {
  const { stage, page } = await stands.open({ width: 1280, height: 800, now: at('10:20:24') });
  stage.show('counter:3', running);
  await page.goto(stage.origin + board);
  // Half of two minutes: of the glass's 164 units the neck is at 82, the sand's edge 41 above it, its hollow 8 deep.
  await expect.poll(() => surface(page), { timeout: 30_000 }).toBeGreaterThan(0.25);
  expect(await surface(page)).toBeLessThan(0.31);
  await page.reload();
  await page.getByText(/^0:5\d|1:00$/).waitFor();
  expect(await surface(page)).toBeGreaterThan(0.25);
  expect(await surface(page)).toBeLessThan(0.32);
});

withChromium(
  'without its hub the sand runs on, not live, and the page judges nothing by itself',
  async () => {
    const { stage, page } = await stands.open({ ...small, now: at('10:21:21'), rate: 1 });
    stage.show('counter:3', running);
    await page.goto(stage.origin + board);
    await page.locator('[data-handover="running"]').waitFor();
    await stage.close();
    await page.getByText(/^Tidak tersambung/).waitFor();
    await page.getByText('Menunggu sambungan').waitFor();
    expect(await page.locator('[role="timer"]').innerText()).toBe('0:00');
    expect(await page.getByText('GRATIS', { exact: true }).count()).toBe(0);
  },
);

const moments = [
  ['10:20:20', 'calm', 'Sisa waktu', /^1:0\d$/],
  ['10:20:58', 'near', 'Hampir habis', /^0:2\d$/],
  ['10:21:16', 'last', 'Detik terakhir', /^\d$/],
  ['10:21:24', 'over', 'Waktu habis', /^0:00$/],
] as const;

for (const [now, nearness, word, number] of moments)
  withChromium(`at ${now} the board says in words, a shape and a number how near the end is`, async () => {
    // So slow that it is the same moment also on a machine that takes long to load a page.
    const { stage, page } = await stands.open({ ...small, now: at(now), rate: 0.05 });
    stage.show('counter:3', running);
    await page.goto(stage.origin + board);
    await page.locator(`[data-nearness="${nearness}"]`).waitFor();
    await page.getByText(word).waitFor();
    expect(await page.locator('[role="timer"]').innerText()).toMatch(number);
  });

withChromium(
  'kept and free of charge fill the board, and the number comes back with the next call',
  async () => {
    const { stage, page } = await stands.open(small);
    const handover = {
      startedAt: at('10:18:30'),
      endsAt: at('10:20:30'),
      endedAt: at('10:19:54'),
      state: 'kept' as const,
      free: true,
    };
    stage.show('counter:3', counterAt({ handover }));
    await page.goto(stage.origin + board);
    await page.getByText('TEPAT WAKTU').waitFor();
    await page.getByText('selesai dalam 1:24').waitFor();
    await page.getByText('KEPT').waitFor();
    stage.show('counter:3', counterAt(handingOver('broken')));
    await page.getByText('GRATIS', { exact: true }).waitFor();
    await page.getByText('FREE OF CHARGE').waitFor();
    await page.getByText('C-018').waitFor();
    stage.show(
      'counter:3',
      counterAt({ ...handingOver('broken'), handover: { ...handover, state: 'broken', free: false } }),
    );
    await page.getByText('LEWAT WAKTU').waitFor();
    expect(await page.getByText('GRATIS', { exact: true }).count()).toBe(0);
    stage.show('counter:3', counterAt({ number: 'C-019' }));
    await page.getByText('C-019').waitFor();
  },
);

withChromium(
  'whoever wants no motion sees the sand sink in steps of five seconds, while the number goes on',
  async () => {
    const { stage, page } = await stands.open({ ...small, now: at('10:20:18'), rate: 0.5 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    stage.show('counter:3', running);
    await page.goto(stage.origin + board);
    const picture = () =>
      page.evaluate(() => (document.querySelector('canvas') as HTMLCanvasElement).toDataURL());
    await page.getByText('1:04', { exact: true }).waitFor();
    const drawn = await picture();
    await page.getByText('1:02', { exact: true }).waitFor();
    expect((await picture()) === drawn).toBe(true);
    await page.getByText('1:00', { exact: true }).waitFor();
    expect((await picture()) === drawn).toBe(false);
  },
);
