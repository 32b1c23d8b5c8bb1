/** Long names of services stay within their keys, at every size of glass, and with low keys too. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { openKiosk } from './kiosk-stand.ts';
import { longNames, manyServices, working } from './scenes-kiosk.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

/** Names of which a part stands beyond its key. */
const beyond = (page: Page) =>
  page.locator('.service').evaluateAll((keys) =>
    keys.flatMap((key) => {
      const box = key.getBoundingClientRect();
      const words = document.createRange();
      return [...key.querySelectorAll('.name, .waiting, .expected')].flatMap((part) => {
        words.selectNodeContents(part);
        const { left, right, top, bottom, width } = words.getBoundingClientRect();
        const within =
          left >= box.left && right <= box.right && top >= box.top - 1 && bottom <= box.bottom + 1;
        return width === 0 || within ? [] : [part.textContent?.trim()];
      });
    }),
  );

const sizes = [
  [1280, 800],
  [1080, 1920],
  [1920, 1080],
  [800, 1280],
] as const;

for (const [which, view] of Object.entries({ three: working, ten: manyServices })) {
  withChromium(`${which} services with long names`, async () => {
    const { page } = await openKiosk(stands, longNames(view));
    for (const low of [false, true]) {
      if (low) await page.getByRole('button', { name: 'Tombol di bawah' }).press('Enter');
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await expect
          .poll(() => beyond(page), { message: `${width} × ${height}`, timeout: 10_000 })
          .toEqual([]);
      }
    }
    await page.setViewportSize({ width: 800, height: 480 });
    await expect.poll(() => beyond(page)).toEqual([]);
  });
}

withChromium('short names are written as large as ever', async () => {
  const { page } = await openKiosk(stands, working);
  const fits = page
    .locator('.service')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.getPropertyValue('--fit')));
  expect(await fits).toEqual(['1', '1', '1']);
});
