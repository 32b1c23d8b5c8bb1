/** From a wheelchair everything is reached: with low keys, all that is touched lies in the lower half of the glass. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { given, openKiosk, refused, scan, tapKeys } from './kiosk-stand.ts';
import { availability, bookable, booked, stoppedKiosk } from './scenes-bookings.ts';
import { closedKiosk, manyServices, numbered, numberPage } from './scenes-kiosk.ts';
import type { Answer } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

/** Keys that begin above the middle, or end below the glass. */
const beyondReach = (page: Page) =>
  page.locator('button:visible, a[href]:visible').evaluateAll((all) =>
    all.flatMap((one) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      const reached = top >= innerHeight / 2 && bottom <= innerHeight && height >= 63.5;
      return reached ? [] : [`${one.textContent?.trim()}: ${Math.round(top)}–${Math.round(bottom)}`];
    }),
  );
const low = (page: Page) => page.getByRole('button', { name: 'Tombol di bawah' });
const press =
  (...names: readonly (string | RegExp)[]) =>
  async ({ page }: Stand) => {
    for (const name of names) await page.getByRole('button', { name }).first().press('Enter');
  };
const toName = async (stand: Stand) => {
  await press('Pesan hari lain', /^Jumat, 27 November/, /^09:00/)(stand);
  await stand.page.locator('main[data-screen="name"]').waitFor();
};
const toBirth = async (stand: Stand) => {
  await toName(stand);
  await tapKeys(stand, 'SITI');
  await press('Lanjut')(stand);
};
const toPhone = async (stand: Stand) => {
  await toBirth(stand);
  await stand.page.locator('main[data-screen="birth"]').waitFor();
  await stand.page.keyboard.type('05111987');
  await stand.page.keyboard.press('Enter');
};

const everySize = async (page: Page): Promise<void> => {
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
    [1080, 1920],
    [800, 1280],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => beyondReach(page)).toEqual([]);
  }
};

/** Every screen, and the way to it. */
const walk: Record<string, (stand: Stand) => Promise<unknown>> = {
  services: async () => {},
  lane: press(/^Paspor/),
  wishes: press(/^Paspor/, 'Keperluan khusus / rombongan'),
  given: press(/^Paspor/, /^Ya, ada/),
  refused: press(/^Paspor/, /^Tidak ada/),
  missed: press('Nomor saya terlewat'),
  code: press(/^Saya punya kode/),
  days: press('Pesan hari lain'),
  slots: press('Pesan hari lain', /^Jumat, 27 November/),
  name: toName,
  birth: toBirth,
  phone: toPhone,
  booked: async (stand) => {
    await toPhone(stand);
    await press('Tanpa telepon')(stand);
  },
};
const answer = ({ stage }: Stand) =>
  stage.answer(({ path, body }): Answer | undefined => {
    if (path === '/availability') return { status: 200, body: availability };
    if (path === '/bookings') return { status: 201, body: booked };
    if (path !== '/tickets') return undefined;
    const priority = (body as { lane?: string }).lane === 'priority';
    return priority ? given : refused(409, 'quota-full', { nextDay: '2026-11-27' });
  });

for (const [screen, go] of Object.entries(walk)) {
  withChromium(`${screen}: every key is in the lower half, on standing and lying glass`, async () => {
    const stand = await openKiosk(stands, bookable);
    const { page } = stand;
    answer(stand);
    await low(page).press('Enter');
    await go(stand);
    await page.locator(`main[data-screen="${screen}"]`).waitFor();
    await everySize(page);
  });
}

withChromium(
  'the number that somebody has already, and the question whether somebody is there, too',
  async () => {
    const stand = await openKiosk(stands, bookable);
    const { page } = stand;
    const code = 'x'.repeat(22);
    stand.stage.answer(({ path }) =>
      path === `/tickets/${code}` ? { status: 200, body: numberPage({ outside: true }) } : undefined,
    );
    await page.clock.install();
    await low(page).press('Enter');
    await scan(stand, code);
    await page.locator('main[data-screen="yours"]').waitFor();
    await everySize(page);
    await press('Selesai', /^Paspor/)(stand);
    await page.locator('main[data-screen="lane"]').waitFor();
    await page.clock.fastForward(21_000);
    await page.getByText('Masih di sini?').waitFor();
    await everySize(page);
  },
);

for (const [state, view] of Object.entries({ closed: closedKiosk, stopped: stoppedKiosk })) {
  withChromium(`${state} for today: the ways that are left`, async () => {
    const { page } = await openKiosk(stands, view);
    await low(page).press('Enter');
    await everySize(page);
  });
}

withChromium('ten services too', async () => {
  const { page } = await openKiosk(stands, manyServices);
  await low(page).press('Enter');
  for (const [width, height] of [
    [1280, 800],
    [1080, 1920],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => beyondReach(page)).toEqual([]);
  }
});

withChromium('a paper that may be missing is asked for again within reach', async () => {
  const stand = await openKiosk(stands, bookable);
  const { page } = stand;
  const paper = { printer: 'prn-1', ready: true, elsewhere: null, state: 'unsure' };
  const url = 'https://antrean.example/t/xxxxxxxxxxxxxxxxxxxxxx';
  stand.stage.answer(({ path }) =>
    path === '/tickets' ? { status: 201, body: { ...numbered, paper, url } } : undefined,
  );
  await low(page).press('Enter');
  await press(/^Paspor/, /^Ya, ada/)(stand);
  await page.getByRole('button', { name: 'Cetak ulang' }).waitFor();
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
    [1080, 1920],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => beyondReach(page)).toEqual([]);
  }
});

withChromium(
  'the keys stay low for the whole visit, and the next person finds them where they were',
  async () => {
    const stand = await openKiosk(stands, bookable);
    const { page } = stand;
    answer(stand);
    await page.clock.install();
    await low(page).press('Enter');
    await press(/^Paspor/, /^Ya, ada/, 'Selesai')(stand);
    await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
    expect(await low(page).getAttribute('aria-pressed')).toBe('true');
    await page.clock.fastForward(31_000);
    await expect.poll(() => low(page).getAttribute('aria-pressed')).toBe('false');
  },
);

withChromium('on low glass, which has no lower half worth the name, it is not offered', async () => {
  const { stage, page } = await stands.open({ width: 800, height: 480 });
  stage.show('kiosk', bookable);
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByRole('button', { name: /^Paspor/ }).waitFor();
  expect(await low(page).count()).toBe(0);
});
