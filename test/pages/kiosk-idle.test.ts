/** A kiosk that was left: the start comes back by itself, in its first language. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { answering, given, openKiosk, posted, refused, tapKeys } from './kiosk-stand.ts';
import { kiosk } from './scenes.ts';
import type { Answer } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const left: Record<string, (stand: Stand) => Promise<unknown>> = {
  lane: ({ page }) =>
    page
      .getByRole('button', { name: /^Passport/ })
      .first()
      .click(),
  wishes: async (stand) => {
    await left.lane?.(stand);
    await stand.page.getByRole('button', { name: 'Special needs / group' }).click();
  },
  missed: ({ page }) => page.getByRole('button', { name: 'My number was missed' }).click(),
  code: ({ page }) => page.getByRole('button', { name: /^I have a code/ }).click(),
  given: async (stand) => {
    answering(stand, '/tickets', given);
    await left.lane?.(stand);
    await stand.page.getByRole('button', { name: /^No Go on/ }).click();
  },
  refused: async (stand) => {
    answering(stand, '/tickets', refused(503, 'storage'));
    await left.lane?.(stand);
    await stand.page.getByRole('button', { name: /^No Go on/ }).click();
  },
  returned: async (stand) => {
    answering(stand, '/tickets/A-1/return', { status: 200, body: { number: 'A-001' } });
    await left.missed?.(stand);
    await tapKeys(stand, 'A1');
    await stand.page.getByRole('button', { name: 'Go on' }).click();
  },
};

for (const [screen, leave] of Object.entries(left)) {
  withChromium(
    `${screen}: thirty seconds after the last touch the start is back, in its first language`,
    async () => {
      const stand = await openKiosk(stands);
      const { page } = stand;
      await page.clock.install();
      await page.getByRole('button', { name: 'English' }).click();
      await leave(stand);
      await page.locator(`main[data-screen="${screen}"]`).waitFor();
      await page.clock.fastForward(20_000);
      await page.mouse.click(5, 5);
      await page.clock.fastForward(29_000);
      expect(await page.locator('main').getAttribute('data-screen')).toBe(screen);
      await page.clock.fastForward(1500);
      await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
    },
  );
}

withChromium('a request under way is not left: its number comes, however late', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  let answer = (_: Answer): void => {};
  stand.stage.answer(({ path }) =>
    path === '/tickets' ? new Promise<Answer>((resolve) => (answer = resolve)) : undefined,
  );
  await page.clock.install();
  await page.getByRole('button', { name: /^Paspor/ }).click();
  await page.clock.fastForward(25_000);
  await page.getByRole('button', { name: /^Tidak ada/ }).click();
  await page.getByText('Sebentar …').waitFor();
  await page.clock.fastForward(8000);
  expect(await page.locator('main').getAttribute('data-screen')).toBe('making');
  await expect.poll(() => posted(stand)).toHaveLength(1);
  answer(given);
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
});

withChromium('who is still there is asked ten seconds before, and any touch says yes', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  await page.clock.install();
  await page.getByRole('button', { name: /^Paspor/ }).click();
  await page.locator('main[data-screen="lane"]').waitFor();
  await page.clock.fastForward(10_000);
  expect(await page.getByText('Masih di sini?').count()).toBe(0);
  await page.clock.fastForward(11_000);
  await page.getByText('Masih di sini?').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
  await expect.poll(() => page.getByText('Masih di sini?').count()).toBe(0);
  await page.clock.fastForward(15_000);
  expect(await page.locator('main').getAttribute('data-screen')).toBe('lane');
  await page.clock.fastForward(16_000);
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
});

withChromium('a finger that says yes presses nothing beneath the question', async () => {
  const { stage, page: first } = await stands.open();
  stage.show('kiosk', kiosk);
  stage.answer(({ path }) => (path === '/tickets' ? given : undefined));
  const hand = await first.context().browser()?.newContext({ hasTouch: true });
  const page = await hand?.newPage();
  if (!page) throw new Error('there is no browser');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${stage.origin}/kiosk/`);
  await page.clock.install();
  await page.getByRole('button', { name: /^Paspor/ }).tap();
  await page.locator('main[data-screen="lane"]').waitFor();
  await page.clock.fastForward(21_000);
  const question = page.getByRole('alert').filter({ hasText: 'Masih di sini?' });
  const box = await question.boundingBox();
  const place = await page.evaluate(({ x, y, width, height }) => {
    for (let down = y + 4; down < y + height; down += 8)
      for (let across = x + 4; across < x + width; across += 8) {
        const [top, ...beneath] = document.elementsFromPoint(across, down);
        if (top?.closest('[role="alert"]') && beneath.some((one) => one.matches('.answer')))
          return { across, down };
      }
    return null;
  }, box ?? { x: 0, y: 0, width: 0, height: 0 });
  if (!place) throw new Error('the question lies over no answer');
  await page.touchscreen.tap(place.across, place.down);
  await expect.poll(() => question.count()).toBe(0);
  expect(await page.locator('main').getAttribute('data-screen')).toBe('lane');
  await page.clock.fastForward(15_000);
  expect(stage.asked.filter(({ path }) => path === '/tickets')).toEqual([]);
  expect(await page.locator('main').getAttribute('data-screen')).toBe('lane');
  await hand?.close();
});

withChromium('going back keeps the language; the next person begins in the first one', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  answering(stand, '/tickets', given);
  await page.getByRole('button', { name: 'English' }).click();
  await page
    .getByRole('button', { name: /^Passport/ })
    .first()
    .press('Enter');
  await page.getByRole('button', { name: 'Back' }).press('Enter');
  await page.getByRole('heading', { name: 'What do you need?' }).waitFor();
  await left.given?.(stand);
  await page.getByRole('button', { name: 'Done', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
});

withChromium('a kiosk without its hub sends to the officer for paper, and comes back by itself', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  await stand.stage.close();
  await page.getByText('Silakan minta nomor kertas kepada petugas.').waitFor();
  expect(await page.locator('main button').count()).toBe(0);
  const again = await stand.reopen();
  again.show('kiosk', kiosk);
  await page.getByRole('button', { name: /^Paspor/ }).waitFor();
});
