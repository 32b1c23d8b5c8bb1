/**
 * Every screen in every state at every size, opened in chromium, checked, and kept as a picture in `.pictures/` for
 * looking at. `npm run pictures` opens those of the README only, and keeps them in `display/pictures/`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import type { Answering, Stage } from '../pages/stage.ts';
import { openStands, type Stand, type Stands } from '../pages/stand.ts';
import { cutTexts, smallTargets } from './looking.ts';

export type Size = readonly [width: number, height: number];
export const landscape: Size = [1920, 1080];
export const portrait: Size = [1080, 1920];
export const tablet: Size = [1280, 800];
export const phone: Size = [390, 844];

export interface Scene {
  /** `rush`: the picture is `<screen>-rush-1920x1080.png`. */
  readonly state: string;
  readonly path: string;
  readonly sizes: readonly Size[];
  /** By the name that the page watches. */
  readonly views: Readonly<Record<string, object>>;
  /** Views that are refused with this code. */
  readonly refused?: { readonly code: string; readonly names: readonly string[] };
  readonly answer?: Answering;
  /** Hub time, ISO 8601; 10:20 in Makassar unless told otherwise. */
  readonly now?: string;
  /** A text that is on the page before it is looked at. */
  readonly ready: string | RegExp;
  /** Brings the page into the state: presses keys, closes the hub. */
  readonly act?: (page: Page, stage: Stage) => Promise<void>;
  /** The state passes by itself: the page is opened anew at each size; others change their size as a window does. */
  readonly passes?: boolean;
  readonly reducedMotion?: boolean;
  /** The picture at the first size is the README's of this name. */
  readonly readme?: string;
}

export interface Gallery {
  readonly screen: string;
  /** `board`: read from afar, fills its window, 7 : 1. `kiosk`: keys of 64 px. `page`: may be longer than its window. */
  readonly kind: 'board' | 'kiosk' | 'page';
  readonly scenes: readonly Scene[];
}

const root = resolve(import.meta.dirname, '../..');
const kept = join(root, '.pictures');
const forReadme = import.meta.env.MODE === 'readme';

/** Makes a test of each scene. */
export function showGallery({ screen, kind, scenes }: Gallery): void {
  let stands: Stands;
  beforeAll(async () => {
    mkdirSync(kept, { recursive: true });
    stands = await openStands();
  });
  afterEach(() => stands.clear());
  afterAll(() => stands.close());
  const withChromium = needs('chromium');

  async function open(scene: Scene, [width, height]: Size): Promise<Stand> {
    const now = scene.now === undefined ? {} : { now: scene.now };
    const stand = await stands.open({ width, height, ...now });
    await perform(scene, stand);
    return stand;
  }

  async function keep({ page, complaints }: Stand, scene: Scene, [width, height]: Size): Promise<void> {
    await settled(page);
    await page.screenshot({
      path: join(kept, `${screen}-${scene.state}-${width}x${height}.png`),
      // A page that goes on below its window is kept whole.
      fullPage: kind === 'page',
    });
    expect({ size: `${width} × ${height}`, ...(await wrongs(page, kind)) }).toEqual({
      size: `${width} × ${height}`,
      ...nothingWrong,
    });
    // A scene may show what happens when the hub answers no, or is gone; scripts and the policy never complain.
    expect(complaints.filter((one) => !/Failed to load resource|WebSocket/.test(one))).toEqual([]);
  }

  for (const scene of forReadme ? scenes.filter(({ readme }) => readme) : scenes) {
    withChromium(`${screen}, ${scene.state}`, async () => {
      const [first, ...others] = scene.sizes;
      if (!first) throw new Error('a scene has a size');
      const stand = await open(scene, first);
      await keep(stand, scene, first);
      if (forReadme && scene.readme) return await keepForReadme(stand.page, scene.readme);
      await listen(stand.page, kind);
      for (const size of others) {
        if (scene.passes) await stands.clear();
        else await stand.page.setViewportSize({ width: size[0], height: size[1] });
        await keep(scene.passes ? await open(scene, size) : stand, scene, size);
      }
    });
  }
}

async function perform(scene: Scene, { stage, page }: Stand): Promise<void> {
  for (const [name, view] of Object.entries(scene.views)) stage.show(name, view);
  if (scene.refused) stage.refuse(scene.refused.code, ...scene.refused.names);
  if (scene.answer) stage.answer(scene.answer);
  await page.emulateMedia({ reducedMotion: scene.reducedMotion ? 'reduce' : 'no-preference' });
  await page.goto(stage.origin + scene.path);
  if (scene.act) await scene.act(page, stage);
  await page.getByText(scene.ready).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Motion ends within 400 ms; what runs for ever, as sand does, and bars that show a span are not waited for. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) <= 1000);
    return Promise.all(ending.map(({ finished }) => finished.catch(() => null)));
  });

/** What helpers for blind people would stumble over; the same at every size. */
async function listen(page: Page, kind: Gallery['kind']): Promise<void> {
  const axe = new AxeBuilder({ page });
  // Displays are read by people who stand far away: 7 : 1.
  if (kind === 'board') axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}

const nothingWrong = { wide: 0, high: 0, cut: [], small: [] };

/** What an eye and a finger would stumble over at this size. */
async function wrongs(page: Page, kind: Gallery['kind']): Promise<object> {
  const { wide, high } = await page.evaluate(() => ({
    wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    high: Math.max(0, document.documentElement.scrollHeight - innerHeight),
  }));
  return {
    wide,
    high: kind === 'page' ? 0 : high,
    cut: await cutTexts(page),
    small: kind === 'kiosk' ? await smallTargets(page, 64) : [],
  };
}

async function keepForReadme(page: Page, name: string): Promise<void> {
  const folder = join(root, 'display/pictures');
  mkdirSync(folder, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
