/** The phone's page: it rings once for each announcement, gives up only when asked twice, and is light to load. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { call, ticket, ticketCalled } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'abcdefghijklmnopqrstuv';
const name = `ticket:${code}`;
const phone = { width: 390, height: 844 };

withChromium('a call is told to screen readers and vibrates once; a recall vibrates again', async () => {
  const { stage, page } = await stands.open(phone);
  await page.addInitScript(() => {
    const rung: unknown[] = [];
    Object.assign(window, { rung });
    navigator.vibrate = (pattern) => rung.push(pattern) > 0;
  });
  const rung = () => page.evaluate(() => (window as unknown as { rung: unknown[] }).rung.length);
  stage.show(name, ticket);
  await page.goto(`${stage.origin}/t/${code}`);
  await page.getByText('7 nomor sebelum Anda').waitFor();
  await page.getByText('11:15').waitFor();
  expect(await rung()).toBe(0);

  stage.show(name, ticketCalled);
  await page.locator('[data-state="called"] [role="status"]', { hasText: 'Silakan ke loket' }).waitFor();
  await expect.poll(rung).toBe(1);
  stage.show(name, { ...ticketCalled, people: 2 });
  stage.show(name, { ...ticketCalled, call: { ...call('A-031', 3), times: 2 } });
  await expect.poll(rung).toBe(2);
});

withChromium('the number is given up only after a second yes', async () => {
  const { stage, page } = await stands.open(phone);
  stage.show(name, ticket);
  stage.answer(({ method }) => {
    if (method !== 'DELETE') return undefined;
    stage.show(name, { ...ticket, state: 'cancelled', ahead: null });
    return { status: 200, body: {} };
  });
  await page.goto(`${stage.origin}/t/${code}`);
  await page.getByRole('button', { name: 'Batalkan nomor saya' }).click();
  await page.getByRole('button', { name: 'Tidak, tetap menunggu' }).click();
  expect(stage.asked).toEqual([]);
  await page.getByRole('button', { name: 'Batalkan nomor saya' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan nomor saya' }).click();
  await page.getByText('Nomor ini sudah dibatalkan.').waitFor();
  expect(stage.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([`DELETE /tickets/${code}`]);
});

withChromium('a link of another day is answered kindly', async () => {
  const { stage, page } = await stands.open(phone);
  stage.refuse('not-found', name);
  await page.goto(`${stage.origin}/t/${code}`);
  await page.getByText('Nomor ini tidak ditemukan').waitFor();
});

withChromium('the page, its font and its socket client are under 100 KB together', async () => {
  const { stage, page } = await stands.open(phone);
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  stage.show(name, ticket);
  await page.goto(`${stage.origin}/t/${code}`);
  await page.getByText('7 nomor sebelum Anda').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThan(100_000);
});
