/** What the phone's page says at once: a call once, once more when it is repeated, and nothing that is over. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { call, ticketDone } from './scenes.ts';
import { called, phoneCode as code, near } from './scenes-phone.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const name = `ticket:${code}`;
/** On a machine that does other things too. */
const patiently = { timeout: 20_000 };

async function onPhone() {
  const stand = await stands.open({ width: 390, height: 844 });
  return { ...stand, open: () => stand.page.goto(`${stand.stage.origin}/t/${code}`) };
}

/** What a screen reader would say at once: each alert that comes, and each change of one. */
const alerted = (page: Page) =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      const regions = changes
        .flatMap(({ target, addedNodes }) => [target, ...addedNodes])
        .map((node) => {
          const element = node instanceof Element ? node : node.parentElement;
          return element?.closest('[role="alert"]') ?? element?.querySelector('[role="alert"]');
        });
      for (const region of new Set(regions)) if (region?.textContent?.trim()) said.push(region.textContent);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });

withChromium('screen readers say a call once, and once more when it is called again', async () => {
  const { stage, page, open } = await onPhone();
  stage.show(name, near);
  await open();
  await page.getByText('2 nomor sebelum Anda').waitFor();
  await alerted(page);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  stage.show(name, called);
  await expect.poll(said, patiently).toEqual([expect.stringContaining('Silakan ke loket')]);
  stage.show(name, { ...called, people: 2 });
  await page.getByText('2 orang').waitFor();
  expect((await said()).length).toBe(1);
  stage.show(name, { ...called, call: { ...call('A-031', 3), times: 2 } });
  await expect.poll(async () => (await said()).length, patiently).toBe(2);
});

withChromium('a notification is taken back when it is no longer true', async () => {
  const { stage, page, open } = await onPhone();
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const putAway: string[] = [];
    Object.assign(window, { putAway });
    ServiceWorkerRegistration.prototype.getNotifications = async (filter) =>
      [{ close: () => putAway.push(String(filter?.tag)) }] as unknown as Notification[];
  });
  const away = () => page.evaluate(() => (window as unknown as { putAway: string[] }).putAway);
  stage.show(name, called);
  await open();
  await page.getByText('Silakan ke loket').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  expect(await away()).toEqual([]);
  stage.show(name, { ...ticketDone });
  await expect.poll(away, patiently).toEqual([`loket /t/${code}`]);
});
