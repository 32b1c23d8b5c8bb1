/** Pages and the hub: the mark "not live", the way back, the order of views, and calls that come together. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { at, call, counterAt, handingOver, lobby, office } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const numbers = (page: Page) => page.locator('main').innerText();

withChromium(
  'a page says since when it is not live, and shows what is true when the hub is back',
  async () => {
    const { stage, page, reopen } = await stands.open();
    stage.show('lobby', lobby, { seq: 50 });
    await page.goto(`${stage.origin}/display/`);
    await page.getByText('A-024').first().waitFor();
    expect(await page.getByText('Tidak tersambung').count()).toBe(0);

    await stage.close();
    await page.getByText('Tidak tersambung sejak 10:20').waitFor();
    await page.getByText('Not connected since 10:20').waitFor();

    // A hub that was restarted counts its views from the beginning.
    const again = await reopen();
    again.show('lobby', { ...lobby, calls: [call('A-077', 1)], counters: [] }, { seq: 1 });
    await page.getByText('Tidak tersambung').waitFor({ state: 'detached' });
    await page.getByText('A-077').waitFor();
    expect(await numbers(page)).not.toContain('A-024');
  },
);

withChromium('a hub that says goodbye is found again on the same port, without a reload', async () => {
  const { stage, page, reopen } = await stands.open();
  stage.show('lobby', lobby);
  await page.goto(`${stage.origin}/display/`);
  await page.getByText('A-024').first().waitFor();

  await stage.closePolitely();
  await page.getByText('Tidak tersambung sejak 10:20').waitFor();
  const again = await reopen();
  again.show('lobby', { ...lobby, calls: [call('A-078', 1)], counters: [] });
  await page.getByText('A-078').waitFor();
  await page.getByText('Tidak tersambung').waitFor({ state: 'detached' });
  expect(await numbers(page)).not.toContain('A-024');
});

withChromium('a page that is told goodbye while the hub stays comes back by itself', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  await page.goto(`${stage.origin}/display/`);
  await page.getByText('A-024').first().waitFor();
  stage.sayGoodbye();
  await page.getByText('Tidak tersambung sejak 10:20').waitFor();
  stage.show('lobby', { ...lobby, calls: [call('A-079', 1)] });
  await page.getByText('A-079').waitFor();
});

withChromium('a hub that has gone silent is lost, though no connection was closed', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  let silent = false;
  const ends: Socket[] = [];
  const cable = createServer((near) => {
    const far = connect(stage.port, '127.0.0.1');
    for (const end of [near, far]) ends.push(end.on('error', () => {}));
    near.on('data', (data) => silent || far.write(data));
    far.on('data', (data) => silent || near.write(data));
  });
  await new Promise<void>((listening) => cable.listen(0, '127.0.0.1', listening));
  const { port } = cable.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/display/`);
  await page.getByText('A-024').first().waitFor();

  silent = true;
  await page.getByText('Tidak tersambung sejak 10:20').waitFor();
  stage.show('lobby', { ...lobby, calls: [call('A-088', 2)] });
  silent = false;
  await page.getByText('A-088').waitFor();
  await page.getByText('Tidak tersambung').waitFor({ state: 'detached' });
  for (const end of ends) end.destroy();
  await new Promise((closed) => cable.close(closed));
});

withChromium('a view that is older than the one on show is ignored', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby, { seq: 10 });
  await page.goto(`${stage.origin}/display/`);
  await page.getByText('A-024').first().waitFor();
  stage.show('lobby', { ...lobby, calls: [call('A-001', 1)], counters: [] }, { seq: 9 });
  // Messages come in order: when this one is there, the older view was there before.
  stage.announce(call('A-055', 6));
  await page.getByText('A-055').first().waitFor();
  const shown = await numbers(page);
  expect(shown).toContain('A-024');
  expect(shown).not.toContain('A-001');
});

withChromium('three calls at once: all are among the calls, and each is shown large', async () => {
  const { stage, page } = await stands.open({ width: 1920, height: 1080 });
  stage.show('lobby', { ...lobby, calls: [] });
  await page.goto(`${stage.origin}/display/`);
  await page.getByText('Belum ada panggilan').waitFor();
  const calls = [call('A-101', 1), call('A-102', 2), call('A-103', 3)];
  for (const one of calls) stage.announce(one);
  stage.show('lobby', { ...lobby, calls: calls.toReversed() });

  await page.locator('.call.fresh', { hasText: 'A-101' }).waitFor();
  const shown = await numbers(page);
  for (const number of ['A-101', 'A-102', 'A-103']) expect(shown).toContain(number);
  await page.locator('.call.fresh', { hasText: 'A-102' }).waitFor();
  await page.locator('.call.fresh', { hasText: 'A-103' }).waitFor();
});

withChromium(
  'the number just called is at least 12 % of the screen high, and nothing moves when it changes',
  async () => {
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1920],
    ] as const) {
      const { stage, page } = await stands.open({ width, height });
      stage.show('lobby', lobby);
      await page.goto(`${stage.origin}/display/`);
      const number = page.locator('.call .number');
      await number.waitFor();
      await page.evaluate(() => document.fonts.ready);
      // The height of a capital, not of the line it stands in.
      const before = await number.locator('span').evaluate((element) => {
        const pen = document.createElement('canvas').getContext('2d');
        if (!pen) return 0;
        const { fontSize, fontFamily } = getComputedStyle(element);
        pen.font = `700 ${fontSize} ${fontFamily}`;
        return pen.measureText('A').actualBoundingBoxAscent;
      });
      expect(before / height).toBeGreaterThanOrEqual(0.12);
      const places = () =>
        page
          .locator('main section')
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      const first = await places();
      stage.show('lobby', { ...lobby, calls: [call('P-111', 1), ...lobby.calls] });
      await page.locator('.call', { hasText: 'P-111' }).waitFor();
      expect(await places()).toEqual(first);
    }
  },
);

withChromium('a hand-over runs by the hub’s clock, at the rate of a rehearsal too', async () => {
  const { stage, page } = await stands.open({ now: at('10:19:24'), rate: 60 });
  stage.show('counter:3', counterAt({ ...handingOver('running'), office: { ...office, rehearsal: true } }));
  await page.goto(`${stage.origin}/display/counter.html?n=3`);
  await page.getByText('LATIHAN').waitFor();
  // Two minutes are over in two seconds.
  await page.getByRole('timer').getByText('0:00').waitFor();
  stage.show('counter:3', counterAt(handingOver('broken')));
  await page.getByText('GRATIS').waitFor();
  await page.getByText('FREE OF CHARGE').waitFor();
});
