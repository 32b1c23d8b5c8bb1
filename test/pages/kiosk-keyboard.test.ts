/** The kiosk without a finger: the tab key, arrows and Enter do everything; and how few taps it takes with one. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { given, openKiosk, posted } from './kiosk-stand.ts';
import { kiosk } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const answering = ({ stage }: Stand) =>
  stage.answer(({ path }) => {
    if (path === '/tickets') return given;
    return path === '/tickets/P-007/return' ? { status: 200, body: { number: 'P-007' } } : undefined;
  });

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const seen = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle !== 'none');

/** Presses one key until the focus is where it should be, which is seen, and then Enter. */
async function goTo(page: Page, key: string, name: RegExp): Promise<void> {
  for (let times = 0; times < 60; times += 1) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) {
      expect(await seen(page)).toBe(true);
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`${key} never comes to ${name}; the focus is on ${await focused(page)}`);
}

withChromium('from the start to a number with the tab key', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  answering(stand);
  await goTo(page, 'Tab', /Pengambilan paspor/);
  await page.getByText('Apakah ada yang perlu didahulukan?').waitFor();
  await goTo(page, 'Tab', /^Ya, ada/);
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
  await goTo(page, 'Tab', /^Selesai$/);
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([{ service: 'collection', lane: 'priority' }]);
});

withChromium('from the start to a number with the arrows, in another language', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  answering(stand);
  await goTo(page, 'ArrowDown', /^English$/);
  await goTo(page, 'ArrowUp', /Drive-thru/);
  await page.getByText('Should somebody be served first?').waitFor();
  await goTo(page, 'ArrowRight', /^No/);
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([{ service: 'drive-thru' }]);
});

withChromium(
  'a code and a missed number are typed on the keys of the glass without touching it',
  async () => {
    const stand = await openKiosk(stands);
    const { page } = stand;
    answering(stand);
    await goTo(page, 'Tab', /^Saya punya kode/);
    await page.getByRole('heading', { name: 'Apa kode Anda?' }).waitFor();
    for (const sign of 'K7PD2M') await goTo(page, 'Tab', new RegExp(`^${sign}$`));
    await goTo(page, 'Tab', /^Lanjut$/);
    await page.getByRole('heading', { name: 'A-031' }).waitFor();
    await goTo(page, 'Tab', /^Selesai$/);
    await goTo(page, 'Tab', /^Nomor saya terlewat$/);
    await page.getByRole('heading', { name: 'Nomor berapa yang terlewat?' }).waitFor();
    for (const sign of 'P007') await goTo(page, 'Tab', new RegExp(`^${sign}$`));
    await goTo(page, 'Tab', /^Lanjut$/);
    await page.getByText('Anda menunggu lagi').waitFor();
  },
);

withChromium('a new question is where a reader of the screen begins', async () => {
  const stand = await openKiosk(stands);
  await stand.page.getByRole('button', { name: /^Paspor/ }).press('Enter');
  await stand.page.locator('main[data-screen="lane"]').waitFor();
  await expect.poll(() => stand.page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

const ways = kiosk.services.flatMap(({ id, name }) =>
  kiosk.lanes.map((lane, index) => ({
    service: id,
    said: name.id ?? '',
    lane: index === 0 ? null : lane.id,
    answer: index === 0 ? /^Tidak ada/ : /^Ya, ada/,
  })),
);
for (const { service, said, lane, answer } of ways) {
  withChromium(`${said}, ${lane ?? 'no lane'}: at most three taps from the start to the number`, async () => {
    const stand = await openKiosk(stands);
    const { page } = stand;
    answering(stand);
    const key = page.getByRole('button', { name: new RegExp(`^${said}`) }).first();
    const taps = [() => key.click(), () => page.getByRole('button', { name: answer }).click()];
    for (const tap of taps) await tap();
    await page.getByRole('heading', { name: 'A-031' }).waitFor();
    expect(taps.length).toBeLessThanOrEqual(3);
    expect(posted(stand).map(({ body }) => body)).toEqual([lane === null ? { service } : { service, lane }]);
  });
}

withChromium('two quick taps on different keys give one number', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  answering(stand);
  const middles = await page.locator('.service').evaluateAll((all) =>
    all.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );
  // Both in one moment: the second is for a key that is no longer there.
  await page.evaluate((all) => {
    for (const { x, y } of all.slice(0, 2))
      document
        .elementFromPoint(x, y)
        ?.dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX: x, clientY: y }),
        );
  }, middles);
  await page.getByText('Apakah ada yang perlu didahulukan?').waitFor();
  await page.evaluate(() => {
    for (const key of document.querySelectorAll('.answer'))
      key.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 0 }));
  });
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand)).toHaveLength(1);
});
