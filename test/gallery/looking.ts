/** What an eye would find wrong on a page: texts that are cut off, keys too small for a finger. */
import type { Page } from 'playwright-core';

/** Texts that do not fit the box that hides what is over. Scrolling boxes hide nothing. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => {
        const style = getComputedStyle(one);
        // What only screen readers are told is a box of one pixel.
        if (one.clientWidth <= 1 || one.clientHeight <= 1 || style.visibility === 'hidden') return false;
        if (one.closest('svg, [aria-hidden="true"]') || !one.textContent?.trim()) return false;
        const wide = hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
        const high = hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
        return wide || high;
      })
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent?.trim().slice(0, 60)}`);
  });

/** Keys, links and fields that are lower or narrower than `least` pixels. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((pixels) => {
    const touched = 'button, a[href], input:not([type="hidden"]), select, textarea, [role="button"]';
    return [...document.querySelectorAll<HTMLElement>(touched)]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .filter(({ box }) => Math.min(box.width, box.height) < pixels - 0.5)
      .map(
        ({ one, box }) => `${one.textContent?.trim()}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      );
  }, least);
