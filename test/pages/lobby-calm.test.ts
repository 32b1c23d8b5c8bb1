/** The lobby board moves nothing: numbers, counts and counters change where they stand; pictures make way for a call. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { LobbyView } from '../../server/contract/views.ts';
import { needs } from '../needs.ts';
import { call, office } from './scenes.ts';
import { atWork, closed, inThree, notices, picture, together, vast } from './scenes-lobby.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

/** What moved from here on, as the browser counts it. */
async function watchMoves(page: Page): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const moved: unknown[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as {
        value: number;
        sources: { node: Node | null }[];
      }[])
        moved.push([entry.value, ...entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 40))]);
    }).observe({ type: 'layout-shift' });
  });
  return () => page.evaluate(() => (globalThis as unknown as { moved: unknown[] }).moved);
}

const counting = (count: number, part: Partial<LobbyView> = {}): LobbyView => ({
  ...atWork,
  ...part,
  waiting: atWork.waiting.map((queue) => ({ ...queue, count })),
});

for (const [width, height] of [
  [1920, 1080],
  [1080, 1920],
] as const)
  withChromium(`nothing moves on a board of ${width} × ${height} whatever changes on it`, async () => {
    const { stage, page } = await stands.open({ width, height });
    stage.show('lobby', counting(9, { notices: [] }));
    await page.goto(`${stage.origin}/display/`);
    await page.getByText('A-024').first().waitFor();
    // The typeface is there and has been measured: what moves from now on moves before people's eyes.
    await page.evaluate(async () => {
      await document.fonts.load("700 16px 'Atkinson Hyperlegible Next Variable'");
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
    const moves = await watchMoves(page);

    const counters = counting(9).counters;
    for (const [index, count] of [9, 10, 99, 100, 9].entries()) {
      const number = `A-${100 + index * 111}`;
      stage.announce(call(number, index + 1));
      const calls = [call(number, index + 1), ...atWork.calls].slice(0, 8);
      const numbered = counters.map((one) => (one.counter === index + 1 ? { ...one, number } : one));
      stage.show('lobby', counting(count, { calls, counters: numbered, notices: [] }));
      await page
        .locator('.count', { hasText: String(count) })
        .first()
        .waitFor();
      await page.locator('main', { hasText: number }).waitFor();
    }
    // A counter closes and opens, and a notice appears: others say something else, and nobody moves.
    stage.show('lobby', counting(9, { counters: counters.slice(1), notices: [] }));
    await page.locator('section li', { hasText: 'A-023' }).first().waitFor();
    stage.show('lobby', counting(9, { notices: notices ?? [] }));
    await page.getByText('Kantor tutup Jumat').waitFor();
    stage.show('lobby', counting(10, { notices: notices ?? [] }));
    await page.locator('.count', { hasText: '10' }).first().waitFor();
    expect(await moves()).toEqual([]);
  });

withChromium('three calls within a fifth of a second are all marked at once, and each is large', async () => {
  const { stage, page } = await stands.open({ width: 1920, height: 1080 });
  stage.show('lobby', atWork);
  await page.goto(`${stage.origin}/display/?sound=off`);
  await page.getByText('A-024').first().waitFor();
  for (const one of together) stage.announce(one);
  await page.locator('.call.fresh', { hasText: 'A-025' }).waitFor();
  const cards = page.locator('section:has(h2:has-text("Panggilan terakhir")) li.fresh');
  expect((await cards.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual(['P-008', 'C-019']);
  // Before any view says so they stand at their counters too.
  const rows = page.locator('section:has(h2:has-text("Loket")) li.called');
  expect((await rows.allInnerTexts()).map((text) => text.split(/\s+/)[1])).toEqual([
    'A-025',
    'P-008',
    'C-019',
  ]);
  await page.locator('.call.fresh', { hasText: 'P-008' }).waitFor();
  await page.locator('.call.fresh', { hasText: 'C-019' }).waitFor();
});

withChromium(
  'a call that was made while the hub was away is new when it is back, and an old one is not',
  async () => {
    const { stage, page, reopen } = await stands.open();
    stage.show('lobby', atWork);
    await page.goto(`${stage.origin}/display/`);
    await page.getByText('A-024').first().waitFor();
    await stage.close();
    await page.getByText('Tidak tersambung').waitFor();
    const again = await reopen();
    const missed = [call('A-032', 1, '10:20'), call('A-031', 3, '10:19:20'), ...atWork.calls].slice(0, 8);
    again.show('lobby', { ...atWork, calls: missed });
    await page.locator('.call.fresh', { hasText: 'A-032' }).waitFor();
    expect(await page.locator('li.fresh').count()).toBe(0);
  },
);

withChromium('a board of a zone names it and does not show what another zone calls', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby:hall', { ...atWork, zone: 'hall', counters: atWork.counters.slice(0, 2) });
  await page.goto(`${stage.origin}/display/?zone=hall`);
  await page.getByText('Kantor Imigrasi Contoh · hall').waitFor();
  stage.announce(call('A-777', 5));
  stage.announce(call('A-778', 2));
  await page.locator('.call.fresh', { hasText: 'A-778' }).waitFor();
  expect(await page.getByText('A-777').count()).toBe(0);
});

withChromium(
  'a counter that just called is in sight, on whatever page of seventy-four it stands',
  async () => {
    const { stage, page } = await stands.open({ width: 1920, height: 1080 });
    stage.show('lobby', vast);
    await page.goto(`${stage.origin}/display/`);
    await page.getByRole('img', { name: '1 / 3' }).waitFor();
    stage.announce(call('A-173', 74));
    await page.getByRole('img', { name: '3 / 3' }).waitFor();
    await page.locator('li.called', { hasText: '74' }).waitFor();
  },
);

withChromium('a closed office says when it opens; a call of tomorrow morning takes its place', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', closed);
  await page.goto(`${stage.origin}/display/`);
  await page.getByText('Kantor tutup', { exact: true }).waitFor();
  await page.getByText('07:30').waitFor();
  await page.getByText('Senin, 30 November').waitFor();
  stage.show('lobby', atWork);
  await page.locator('.call', { hasText: 'A-024' }).waitFor();
});

withChromium('of three languages the first stays, and the others take turns beside it', async () => {
  const { stage, page } = await stands.open();
  await page.clock.install();
  stage.show('lobby', { ...inThree, office: { ...office, languages: ['id', 'en', 'zh'] } });
  await page.goto(`${stage.origin}/display/`);
  await page.getByText('Now calling').waitFor();
  await page.clock.runFor(12_500);
  await page.getByText('正在叫号').waitFor();
  expect(await page.getByText('Now calling').count()).toBe(0);
  expect(await page.getByText('Nomor dipanggil').count()).toBe(1);
});

const medium = (name: string) => ({ src: `/media/${name}.png`, kind: 'picture' as const, still: 60_000 });

withChromium(
  'pictures stand while nobody is called, a broken one is passed over, and a call takes their place',
  async () => {
    const { stage, page } = await stands.open({ now: '2026-11-26T02:40:00.000Z' });
    await page.route('**/media/good.png', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: picture }),
    );
    stage.show('lobby', { ...atWork, media: [medium('broken'), medium('good')] });
    await page.goto(`${stage.origin}/display/`);
    await page.locator('.media.loaded img[src="/media/good.png"]').waitFor();
    // The last call is not forgotten meanwhile.
    await page.locator('section:has(h2:has-text("Panggilan terakhir")) li', { hasText: 'A-024' }).waitFor();
    stage.announce(call('A-031', 3));
    await page.locator('.call.fresh', { hasText: 'A-031' }).waitFor();
    expect(await page.locator('.media').count()).toBe(0);
  },
);

withChromium('where no picture can be shown the board is as without them', async () => {
  const { stage, page } = await stands.open({ now: '2026-11-26T02:40:00.000Z' });
  stage.show('lobby', { ...atWork, media: [medium('broken'), medium('gone')] });
  await page.goto(`${stage.origin}/display/`);
  await page.locator('.call', { hasText: 'A-024' }).waitFor();
});
