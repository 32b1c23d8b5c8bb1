/** The phone's page on bad networks: it opens without the hub, says of when its number is, and never keeps an old build. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { ticketDone } from './scenes.ts';
import { phoneCode as code, expected } from './scenes-phone.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const name = `ticket:${code}`;

async function seenOnce() {
  const stand = await stands.open({ width: 390, height: 844 });
  stand.stage.show(name, expected);
  await stand.page.goto(`${stand.stage.origin}/t/${code}`);
  await stand.page.getByText('7 nomor sebelum Anda').waitFor();
  await stand.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  return stand;
}

withChromium(
  'without a hub the page opens with the last number, and says of when it is and that it is not live',
  async () => {
    const { stage, page, reopen } = await seenOnce();
    await stage.close();
    await page.reload();
    await page.getByText('7 nomor sebelum Anda').waitFor();
    await page.getByText('Keadaan Kamis, 26 November, 10:20').waitFor();
    await page.getByText('Tidak tersambung').waitFor();
    expect(await page.locator('[data-live]').getAttribute('data-live')).toBe('false');

    const again = await reopen();
    again.show(name, { ...expected, ahead: 2 });
    await page.getByText('2 nomor sebelum Anda').waitFor();
    await page.getByText('Keadaan Kamis').waitFor({ state: 'detached' });
  },
);

withChromium('a number that is over is forgotten by the phone', async () => {
  const { stage, page } = await seenOnce();
  stage.refuse('not-found', name);
  await page.reload();
  await page.getByText('Nomor ini tidak ditemukan').waitFor();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('loket-ticket')), { timeout: 20_000 })
    .not.toContain('A-031');
});

withChromium(
  'another ticket never shows the one before, and the page comes from the hub when there is one',
  async () => {
    const { stage, page } = await seenOnce();
    const other = 'zyxwvutsrqponmlkjihgfe';
    stage.show(`ticket:${other}`, { ...expected, number: 'C-007' });
    const answered = page.waitForResponse((response) => response.url().endsWith(other));
    await page.goto(`${stage.origin}/t/${other}`);
    await page.getByText('C-007').waitFor();
    expect(await page.getByText('A-031').count()).toBe(0);
    expect((await answered).fromServiceWorker()).toBe(true);
    const kept = await page.evaluate(() => localStorage.getItem('loket-ticket'));
    expect(kept).not.toContain(code);
  },
);

withChromium('nothing that the hub answers is kept by the worker, only the page and its files', async () => {
  const { page } = await seenOnce();
  const paths = await page.evaluate(async () => {
    const [store = ''] = await caches.keys();
    const requests = await (await caches.open(store)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  expect(paths).toContain('/t/-');
  expect(paths.filter((path) => path !== '/t/-' && !path.startsWith('/assets/'))).toEqual([]);
});

withChromium('what another build kept is not shown: it may have had another shape', async () => {
  const { stage, page } = await seenOnce();
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('loket-ticket') ?? '{}');
    const seen = { ...kept.seen, view: { office: kept.seen.view.office } };
    localStorage.setItem('loket-ticket', JSON.stringify({ ...kept, build: 'another', seen }));
  });
  await stage.close();
  await page.reload();
  await page.getByText('Tidak tersambung').waitFor();
  expect(await page.getByText('A-031').count()).toBe(0);
});

withChromium(
  'with the hub gone the end of a visit is shown as it was, in one file with all else',
  async () => {
    const { stage, page, reopen } = await seenOnce();
    const asked: string[] = [];
    await page.route('**/assets/**', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return route.abort();
    });
    stage.show(name, ticketDone);
    await page.getByText('Bagaimana pelayanan kami?').waitFor();
    expect(asked).toEqual([]);
    await stage.close();
    await page.getByText('Tidak tersambung').waitFor();
    await page.getByText('Bagaimana pelayanan kami?').waitFor();
    const again = await reopen();
    again.show(name, { ...ticketDone, rating: 'good' });
    await page.getByText('Terima kasih atas penilaian').waitFor();
  },
);
