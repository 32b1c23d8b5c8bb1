/** The phone's page: what it tells once, what screen readers say, and how it is given up. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { at, call, ticket } from './scenes.ts';
import { called, phoneCode as code, expected, near } from './scenes-phone.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const name = `ticket:${code}`;
const phone = { width: 390, height: 844 };
/** On a machine that does other things too. */
const patiently = { timeout: 20_000 };

/** A phone that writes down each vibration. */
async function onPhone() {
  const stand = await stands.open(phone);
  const { stage, page } = stand;
  await page.addInitScript(() => {
    const rung: unknown[] = [];
    Object.assign(window, { rung });
    navigator.vibrate = (pattern) => rung.push(pattern) > 0;
  });
  const rung = () => page.evaluate(() => (window as unknown as { rung: unknown[] }).rung);
  return { ...stand, rung, open: () => page.goto(`${stage.origin}/t/${code}`) };
}

withChromium('a call is told to screen readers and vibrates once; a recall vibrates again', async () => {
  const { stage, page, rung, open } = await onPhone();
  stage.show(name, expected);
  await open();
  await page.getByText('7 nomor sebelum Anda').waitFor();
  await page.getByText('10:40–11:00').waitFor();
  expect(await rung()).toEqual([]);

  stage.show(name, called);
  await page.locator('[data-state="called"] [role="alert"]', { hasText: 'Silakan ke loket' }).waitFor();
  await expect.poll(rung, patiently).toEqual([[400, 150, 400, 150, 400]]);
  stage.show(name, { ...called, people: 2 });
  await page.getByText('2 orang').waitFor();
  expect((await rung()).length).toBe(1);
  stage.show(name, { ...called, call: { ...call('A-031', 3), times: 2 } });
  await expect.poll(async () => (await rung()).length, patiently).toBe(2);
});

withChromium('what was told is not told again by a page that is loaded anew', async () => {
  const { stage, page, rung, open } = await onPhone();
  stage.show(name, near);
  await open();
  await expect.poll(rung, patiently).toEqual([[250]]);
  stage.show(name, called);
  await expect.poll(async () => (await rung()).length, patiently).toBe(2);
  await page.reload();
  await page.getByText('Silakan ke loket').waitFor();
  stage.show(name, { ...called, people: 2 });
  await page.getByText('2 orang').waitFor();
  expect(await rung()).toEqual([]);
});

withChromium('nearly the turn: three before it, or ten minutes; told once, and in the title', async () => {
  const { stage, page, rung, open } = await onPhone();
  stage.show(name, expected);
  await open();
  await page.getByText('7 nomor sebelum Anda').waitFor();
  expect(await page.title()).toBe('A-031 · Nomor antrean');
  stage.show(name, { ...expected, ahead: 4, estimate: null });
  await page.getByText('4 nomor sebelum Anda').waitFor();
  expect(await rung()).toEqual([]);
  stage.show(name, { ...expected, ahead: 3, estimate: null });
  await expect.poll(rung, patiently).toEqual([[250]]);
  await expect.poll(() => page.title(), patiently).toBe('(3) A-031 · Nomor antrean');
  stage.show(name, { ...near, ahead: 2 });
  await page.getByText('2 nomor sebelum Anda').waitFor();
  expect((await rung()).length).toBe(1);
  stage.show(name, called);
  await expect.poll(() => page.title(), patiently).toBe('● A-031 · Nomor antrean');
});

withChromium('whoever is called from a time on is not told long before it', async () => {
  const { stage, page, rung, open } = await onPhone();
  stage.show(name, { ...ticket, ahead: 0, notBefore: at('13:00') });
  await open();
  await page.getByText('Dipanggil mulai 13:00').waitFor();
  expect(await rung()).toEqual([]);
});

/** Counts tones, and answers the question for notifications with yes. */
async function listening(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      heard.push(`${Math.round(this.frequency.value)}`);
      start.call(this, when);
    };
    ServiceWorkerRegistration.prototype.showNotification = async (title, options) => {
      heard.push(`${title} | ${options?.body}`);
    };
  });
}
const heardBy = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

withChromium('sound and notification come only after "tell me", and then with the call', async () => {
  const { stage, page, open } = await onPhone();
  await listening(page);
  stage.show(name, near);
  await open();
  await page.getByText('2 nomor sebelum Anda').waitFor();
  expect(await heardBy(page)).toEqual([]);
  await page.getByRole('button', { name: 'Beri tahu saya' }).click();
  await page.getByText('Anda diberi tahu dengan bunyi').waitFor();
  expect(await heardBy(page)).toEqual(['660']);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  stage.show(name, called);
  await expect
    .poll(() => heardBy(page), patiently)
    .toEqual(expect.arrayContaining(['523', '659', '784', 'Dipanggil: A-031 | Loket 3, Wawancara, Ke kiri']));
});

withChromium('a running clock and a promise change nothing of what screen readers say', async () => {
  const { stage, page, open } = await onPhone();
  stage.show(name, expected);
  await open();
  await page.getByText('7 nomor sebelum Anda').waitFor();
  await page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    const region = document.querySelector('[data-state] [role="status"]');
    new MutationObserver(() => spoken.push(region?.textContent ?? '')).observe(region as Node, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.length);
  stage.show(name, { ...expected, estimate: { from: at('10:41'), to: at('11:02'), homeBy: at('11:20') } });
  await page.getByText('10:41–11:02').waitFor();
  stage.show(name, { ...expected, promise: 'at-risk' });
  await page.getByText('Janji ini mungkin terlambat').waitFor();
  expect(await spoken()).toBe(0);
  stage.show(name, { ...expected, ahead: 6 });
  await page.getByText('6 nomor sebelum Anda').waitFor();
  expect(await spoken()).toBe(1);
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
