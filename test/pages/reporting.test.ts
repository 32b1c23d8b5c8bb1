/** What screens say of themselves, how they show which one they are, and how they come to a newer build of the pages. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { displayReport } from '../../server/contract/displays.ts';
import { needs } from '../needs.ts';
import { pairing } from './people-scenes.ts';
import { call, calledAt3, counterAt, kiosk, lobby } from './scenes.ts';
import { entrance } from './scenes-door.ts';
import type { Stage } from './stage.ts';
import { wav } from './stage-screens.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const last = (stage: Stage) => stage.screens.reports.at(-1);
const says = (stage: Stage, expected: object) =>
  vi.waitFor(() => expect(last(stage)).toMatchObject(expected), { timeout: 10_000 });

withChromium(
  'each screen reports itself: page, zone, counter, the number on it, its size, its build',
  async () => {
    const { stage, page } = await stands.open({ width: 1280, height: 720 });
    stage.show('lobby:hall', { ...lobby, zone: 'hall', calls: [call('A-024', 3)] });
    await page.goto(`${stage.origin}/display/?zone=hall`);
    await says(stage, {
      page: 'lobby',
      zone: 'hall',
      counter: null,
      number: 'A-024',
      sound: 'on',
      size: '1280 × 720',
    });
    expect(displayReport.safeParse(last(stage)).error).toBeUndefined();
    expect(last(stage)?.build).toMatch(/^[0-9a-f]{16}$/);
    stage.announce(call('A-031', 1));
    await says(stage, { number: 'A-031' });
  },
);

withChromium(
  'counter board, door board and ticket kiosk report themselves too, without a voice',
  async () => {
    const { stage, page } = await stands.open();
    stage.show('counter:3', counterAt(calledAt3));
    stage.show('entrance', entrance);
    stage.show('kiosk', kiosk);
    await page.goto(`${stage.origin}/display/counter.html?n=3`);
    await says(stage, {
      page: 'counter',
      counter: 3,
      number: counterAt(calledAt3).number,
      sound: 'none',
      zone: null,
    });
    await page.goto(`${stage.origin}/display/door.html`);
    await says(stage, { page: 'door', counter: null, number: null, sound: 'none' });
    await page.goto(`${stage.origin}/kiosk/`);
    await says(stage, { page: 'kiosk', counter: null, number: null, sound: 'none' });
  },
);

withChromium(
  'a screen is the same one after it was loaded again, and where the browser keeps nothing it still reports',
  async () => {
    const { stage, page } = await stands.open();
    stage.show('lobby', lobby);
    await page.goto(`${stage.origin}/display/`);
    await says(stage, { page: 'lobby' });
    const first = last(stage)?.id;
    expect(first).toMatch(/^[0-9a-f]{20}$/);
    const before = stage.screens.reports.length;
    await page.reload();
    await vi.waitFor(() => expect(stage.screens.reports.length).toBeGreaterThan(before));
    expect(last(stage)?.id).toBe(first);

    await page.addInitScript(() => {
      const no = () => {
        throw new DOMException('no', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: no });
      Object.defineProperty(window, 'sessionStorage', { get: no });
    });
    await page.reload();
    await vi.waitFor(() => expect(last(stage)?.id).not.toBe(first));
    expect(last(stage)?.id).toMatch(/^[0-9a-f]{20}$/);
  },
);

withChromium('a machine whose clock is three minutes late says so', async () => {
  const { stage, page } = await stands.open({ now: '2026-11-26T02:20:00.000Z' });
  stage.show('lobby', lobby);
  await page.addInitScript(() => {
    Date.now = () => Date.parse('2026-11-26T02:17:00.000Z');
  });
  await page.goto(`${stage.origin}/display/`);
  await vi.waitFor(() => expect(Math.round((last(stage)?.clockOffset ?? 0) / 60_000)).toBe(-3));
});

withChromium('a screen shows the name it is asked for, large, and takes it away by itself', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  await page.goto(`${stage.origin}/display/`);
  await says(stage, { page: 'lobby' });
  await page.clock.install();
  stage.screens.identify('TV ruang tunggu');
  const name = page.getByText('TV ruang tunggu');
  await name.waitFor();
  expect((await name.boundingBox())?.height ?? 0).toBeGreaterThan(100);
  await page.clock.fastForward(10_000);
  await name.waitFor({ state: 'detached' });
});

withChromium('a hub that knows nothing of reports changes nothing', async () => {
  const { stage, page, complaints } = await stands.open();
  stage.screens.answer({ silent: true });
  stage.show('lobby', lobby);
  await page.goto(`${stage.origin}/display/`);
  await says(stage, { page: 'lobby' });
  stage.announce(call('A-031', 1));
  await page.locator('.fresh', { hasText: 'A-031' }).first().waitFor();
  expect(stage.screens.fetched).toEqual([]);
  expect(complaints).toEqual([]);
});

/** How often the page was loaded. */
const loads = (page: Page) => {
  let count = 0;
  page.on('load', () => {
    count += 1;
  });
  return () => count;
};

withChromium(
  'a screen of an older build loads itself anew, once, and again only after ten minutes',
  async () => {
    const { stage, page } = await stands.open();
    const loaded = loads(page);
    stage.screens.answer({ build: 'another' });
    stage.show('counter:3', counterAt(calledAt3));
    await page.goto(`${stage.origin}/display/counter.html?n=3`);
    await vi.waitFor(() => expect(loaded()).toBe(2), { timeout: 15_000 });
    const before = stage.screens.reports.length;
    await page.clock.install();
    await page.reload();
    await vi.waitFor(() => expect(stage.screens.reports.length).toBeGreaterThan(before));
    for (const minutes of [1, 2, 3]) {
      await page.clock.runFor(62_000);
      await vi.waitFor(() => expect(stage.screens.reports.length).toBeGreaterThan(before + minutes));
    }
    expect(loaded()).toBe(3);
    await page.clock.fastForward(10 * 60_000);
    await vi.waitFor(() => expect(loaded()).toBe(4));
  },
);

withChromium('it waits until the call that is being said was heard to its end', async () => {
  const { stage, page } = await stands.open();
  const loaded = loads(page);
  stage.screens.sounds(() => wav(6));
  stage.show('lobby', lobby);
  await page.goto(`${stage.origin}/display/`);
  await says(stage, { page: 'lobby', sound: 'on' });
  stage.screens.answer({ build: 'another' });
  stage.announce(call('A-031', 1));
  await vi.waitFor(() => expect(loaded()).toBe(2), { timeout: 30_000 });
  expect(stage.screens.heard).toEqual(['call-A-031-1']);
});

withChromium('a ticket kiosk waits until nobody is at it', async () => {
  const { stage, page } = await stands.open();
  const loaded = loads(page);
  stage.show('kiosk', kiosk);
  stage.answer(({ path }) => (path === '/session' ? { status: 200, body: { role: 'kiosk' } } : undefined));
  await page.clock.install();
  await page.goto(`${stage.origin}/kiosk/`);
  await says(stage, { page: 'kiosk' });
  await page.clock.fastForward(11 * 60_000);
  await page.getByRole('button', { name: 'Paspor' }).first().click();
  await page.locator('main:not([data-screen="services"])').waitFor();
  const before = stage.screens.reports.length;
  stage.screens.answer({ build: 'another' });
  await page.clock.runFor(21_000);
  await vi.waitFor(() => expect(stage.screens.reports.length).toBeGreaterThan(before));
  await page.clock.runFor(6000);
  expect(loaded()).toBe(1);
  await page.clock.runFor(36_000);
  await vi.waitFor(() => expect(loaded()).toBe(2));
});

withChromium(
  'a board that was opened to be paired shows a code until it is signed in, and is then a board',
  async () => {
    const { stage, page } = await stands.open({ width: 1920, height: 1080 });
    stage.show('lobby', lobby);
    let confirmed = false;
    stage.answer(({ method, path }) => {
      if (path === '/pairings') return { status: 201, body: pairing };
      if (method === 'POST' && path === '/session' && !confirmed)
        return { status: 409, body: { code: 'pairing-pending' } };
      return confirmed
        ? { status: 200, body: { role: 'display' } }
        : { status: 401, body: { code: 'not-signed-in' } };
    });
    await page.goto(`${stage.origin}/display/#pair`);
    const code = page.getByText('CDF-239');
    await code.waitFor();
    expect(stage.asked.find(({ path }) => path === '/pairings')?.body).toEqual({ role: 'display' });
    const before = stage.screens.reports.length;
    confirmed = true;
    await code.waitFor({ state: 'detached' });
    // Connected anew, the hub knows whose reports these are.
    await vi.waitFor(() => expect(stage.screens.reports.length).toBeGreaterThan(before));
    await page.reload();
    await says(stage, { page: 'lobby' });
    expect(await code.count()).toBe(0);
  },
);
