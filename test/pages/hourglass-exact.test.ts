/** The hourglass where things go wrong: a slow first view, a hub put back in time, a board that is opened late. */
import type { Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { at, counterAt, handingOver } from './scenes.ts';
import { openStage } from './stage.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const board = '/display/counter.html?n=3';
const small = { width: 800, height: 480 };
const running = counterAt(handingOver('running'));
/** Longer than the screens' own drawing takes to be at the same moment. */
const frameMs = 34;
/** On a machine that does other things too. */
const patiently = { timeout: 30_000 };

/** The hub's moment that the sand shows, against what the stage's clock says at the same moment of this machine. */
const behind = async (page: Page, endsAt: string, began: { hub: string; ours: number }): Promise<number> => {
  const [left, ours] = await page.evaluate(
    () =>
      new Promise<[number, number]>((done) => {
        const canvas = document.querySelector('canvas') as HTMLCanvasElement;
        new MutationObserver((_, watcher) => {
          watcher.disconnect();
          done([Number(canvas.dataset.left), performance.timeOrigin + performance.now()]);
        }).observe(canvas, { attributes: true, attributeFilter: ['data-left'] });
      }),
  );
  return Date.parse(began.hub) + (ours - began.ours) - (Date.parse(endsAt) - left);
};

/** A machine that is busy with its page when the first messages of the hub come. */
async function slowAtFirst(page: Page, ms: number): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket: WebSocketRoute) => {
    const hub = socket.connectToServer();
    let late: string[] | null = [];
    hub.onMessage((message) => {
      // The greetings of the protocol pass: it is the first view that waits.
      if (late === null || !String(message).startsWith('42')) return socket.send(message);
      late.push(String(message));
      if (late.length === 1)
        setTimeout(() => {
          for (const one of late ?? []) socket.send(one);
          late = null;
        }, ms);
    });
  });
}

withChromium('a board whose first view came late shows the hub’s moment a little later', async () => {
  const began = { hub: at('10:20'), ours: performance.timeOrigin + performance.now() };
  const { stage, page } = await stands.open({ ...small, now: began.hub });
  const endsAt = at('10:59:24');
  stage.show('counter:3', { ...running, handover: { startedAt: at('10:19:24'), endsAt, state: 'running' } });
  await slowAtFirst(page, 900);
  await page.goto(stage.origin + board);
  await page.locator('[role="timer"]').waitFor();
  // The hub tells nothing new meanwhile: nobody presses a key.
  await expect
    .poll(async () => Math.abs(await behind(page, endsAt, began)), patiently)
    .toBeLessThan(2 * frameMs);
});

withChromium('a hub that comes back with its clock put back is believed at once', async () => {
  const { stage, page } = await stands.open({ ...small, now: at('10:21:20'), rate: 0.05 });
  stage.show('counter:3', running);
  await page.goto(stage.origin + board);
  await page.locator('[data-nearness="last"]').waitFor();
  await stage.close();
  await page.getByText(/^Tidak tersambung/).waitFor();
  const again = await openStage({ port: stage.port, now: at('10:19:54'), rate: 0.05 });
  try {
    again.show('counter:3', running);
    await page.locator('[data-live="true"]').waitFor();
    expect(await page.locator('[role="timer"]').innerText()).toMatch(/^1:(30|29)$/);
    await page.locator('[data-nearness="calm"]').waitFor();
  } finally {
    await again.close();
  }
});

withChromium('over without its hub, the board says that it waits, and then what the hub says', async () => {
  const { stage, page, reopen } = await stands.open({ ...small, now: at('10:21:21') });
  stage.show('counter:3', running);
  await page.goto(stage.origin + board);
  await page.locator('[data-handover="running"]').waitFor();
  await stage.close();
  await page.getByText('Menunggu sambungan').waitFor();
  expect(await page.getByText('Waktu habis').count()).toBe(0);
  const ended = { startedAt: at('10:19:24'), endsAt: at('10:21:24'), endedAt: at('10:21:23'), free: true };
  (await reopen()).show('counter:3', counterAt({ handover: { ...ended, state: 'kept' } }));
  await page.getByText('TEPAT WAKTU').waitFor();
});

const verdict = { startedAt: at('10:17:30'), endsAt: at('10:19:30'), state: 'broken' as const, free: true };

withChromium('how it ended is shown for a minute since then, not since the board was opened', async () => {
  const { stage, page } = await stands.open({ ...small, now: at('10:20') });
  stage.show('counter:3', counterAt({ handover: { ...verdict, endedAt: at('10:18:50') } }));
  await page.goto(stage.origin + board);
  await page.getByText('Siap melayani').waitFor();
  expect(await page.getByText('GRATIS').count()).toBe(0);
  stage.show('counter:3', counterAt({ handover: { ...verdict, endedAt: at('10:19:40') } }));
  await page.getByText('GRATIS', { exact: true }).waitFor();
});

withChromium(
  'a minute is a minute of who looks, also where a rehearsal’s hub is sixty times as fast',
  async () => {
    const { stage, page } = await stands.open({ ...small, now: at('10:20'), rate: 60 });
    stage.show('counter:3', counterAt({ handover: { ...verdict, endedAt: at('10:18:50') } }));
    await page.goto(stage.origin + board);
    await page.getByText('GRATIS', { exact: true }).waitFor();
  },
);
