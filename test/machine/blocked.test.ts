/** A browser as in the hall, on a display, without any flag that lets it sound: it asks for one touch, or the policy does. */
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, vi } from 'vitest';
import { needs, pathOf } from '../needs.ts';
import { builtPages } from '../pages/built-pages.ts';
import { call, lobby } from '../pages/scenes.ts';
import { openStage, type Stage } from '../pages/stage.ts';
import { listenIn } from '../pages/voice-ears.ts';
import { machineBrowser, policyFor } from './policy.ts';
import { openDisplay, type XDisplay } from './x-display.ts';

const onDisplay = needs('chromium', 'Xvfb');
let display: XDisplay;
let dist: string;
beforeAll(async () => {
  if (!pathOf('chromium') || !pathOf('Xvfb')) return;
  [display, dist] = await Promise.all([openDisplay(), builtPages()]);
});
afterAll(() => display?.close());

/** The lobby on the display; nothing of the test touches it, which would count as a person's touch. */
async function lobbyInHall(policy: (origin: string) => string | null): Promise<{ stage: Stage; page: Page }> {
  const stage = await openStage({ dist });
  onTestFinished(() => stage.close());
  stage.show('lobby', lobby);
  const browser = machineBrowser(policy(stage.origin));
  onTestFinished(() => browser.remove());
  const context: BrowserContext = await chromium.launchPersistentContext('', {
    executablePath: browser.file,
    headless: false,
    args: ['--kiosk'],
    ignoreDefaultArgs: ['--mute-audio'],
    env: { ...process.env, DISPLAY: display.name },
    viewport: null,
  });
  onTestFinished(() => context.close());
  const page = context.pages()[0] ?? (await context.newPage());
  await listenIn(page);
  await page.goto(`${stage.origin}/display/`);
  return { stage, page };
}

const reported = (stage: Stage, sound: string) =>
  vi.waitFor(() => expect(stage.screens.reports.at(-1)?.sound).toBe(sound), { timeout: 20_000 });
const heard = (stage: Stage, ...ids: string[]) =>
  vi.waitFor(() => expect(stage.screens.heard).toEqual(ids), { timeout: 20_000 });
const key = (page: Page) => page.getByRole('button', { name: 'Ketuk untuk menyalakan suara' });

onDisplay(
  'a browser that may not sound says so before the first call, and asks for a tap; then it speaks',
  async () => {
    const { stage, page } = await lobbyInHall(() => null);
    await reported(stage, 'blocked');
    await key(page).waitFor();
    expect(stage.screens.heard).toEqual([]);
    await key(page).click();
    await reported(stage, 'on');
    await key(page).waitFor({ state: 'detached' });
    stage.announce(call('A-031', 1));
    await heard(stage, 'call-A-031-1');
  },
);

onDisplay('a touch anywhere is as good, and so is a key of a keyboard', async () => {
  const { stage, page } = await lobbyInHall(() => null);
  await key(page).waitFor();
  await page.mouse.click(300, 120);
  await reported(stage, 'on');
  await page.reload();
  await reported(stage, 'blocked');
  await page.keyboard.press('Space');
  await reported(stage, 'on');
});

onDisplay(
  'with the policy of a machine that was set up it speaks without a touch, and asks for none',
  async () => {
    const { stage, page } = await lobbyInHall(policyFor);
    await reported(stage, 'on');
    stage.announce(call('A-031', 1));
    await heard(stage, 'call-A-031-1');
    expect(await key(page).count()).toBe(0);
    expect(stage.screens.reports.map(({ sound }) => sound)).not.toContain('blocked');
  },
);
