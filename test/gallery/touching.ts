/** Pages that stand on a tablet: the sizes, a darker room, a hub that is gone, and keys that a finger finds. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from '../pages/stage.ts';
import type { Size } from './gallery.ts';

export const tabletUpright: Size = [800, 1280];
export const tabletSmall: Size = [1024, 768];

export type Act = (page: Page, stage: Stage) => Promise<void>;

/** What the page follows: the machine's theme. */
export const dark: Act = (page) => page.emulateMedia({ colorScheme: 'dark' });

/** The hub is gone; the page keeps what it showed and says so. */
export const hubLost: Act = async (page, stage) => {
  await page.locator('[data-live="true"]').waitFor();
  await stage.close();
  await page.locator('[data-live="false"]').waitFor();
};

/** One after the other. */
export const inTurn =
  (...acts: readonly Act[]): Act =>
  async (page, stage) => {
    for (const act of acts) await act(page, stage);
  };

/** Targets that are lower or narrower than `least` pixels; a box to tick is as large as its label. */
const tooSmall = (page: Page, within: string, least: number): Promise<string[]> =>
  page.evaluate(
    ([scope, pixels]) => {
      // What a file is chosen with lies over the whole field that it may be dropped on.
      const touched = 'button, a[href], input:not([type="hidden"], [type="file"]), select, textarea, summary';
      return [...document.querySelectorAll(scope)]
        .flatMap((part) => [...part.querySelectorAll<HTMLElement>(touched)])
        .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden'))
        .map((one) =>
          one.matches('[type="checkbox"], [type="radio"]') ? (one.closest('label') ?? one) : one,
        )
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1)
        .filter(({ box }) => Math.min(box.width, box.height) < pixels - 0.5)
        .map(({ one, box }) => {
          const name = one.getAttribute('aria-label') ?? one.textContent?.trim();
          return `${one.tagName} ${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`;
        });
    },
    [within, least] as const,
  );

/** A finger finds every key: 44 pixels everywhere, and `more` where it says so. */
export const fingers =
  (more: Readonly<Record<string, number>> = {}): Act =>
  async (page) => {
    for (const [scope, least] of Object.entries({ body: 44, ...more }))
      expect(await tooSmall(page, scope, least)).toEqual([]);
  };
