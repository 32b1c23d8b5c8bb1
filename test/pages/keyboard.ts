/** Keys alone: where the focus is, how it gets somewhere, and whether it can be seen there. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses keys one after the other, as fingers do: each is taken before the next. */
export async function keys(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name);
}

/** What has the focus, as it would be read out. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body) return '';
    const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : null;
    return (one.getAttribute('aria-label') ?? label ?? one.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** Tab after Tab until something of that name has the focus, which can be seen at every step. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab', most = 120): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key);
    const here = await focused(page);
    seen.push(here);
    if (here !== '') expect(await ringOf(page), here).toBe('seen');
    if (typeof name === 'string' ? here === name : name.test(here)) return;
  }
  throw new Error(`${name} was never reached: ${seen.join(' | ')}`);
}

/**
 * WCAG 2.2, 2.4.13: an outline of two pixels at least that differs 3 : 1 from what is behind it; of what is focused, or
 * of the box around it that says so.
 */
const ringOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const colour = (css: string): readonly number[] => {
      if (!canvas) return [0, 0, 0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (rgba: readonly number[]) => {
      const [red = 0, green = 0, blue = 0] = rgba
        .slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (from: Element | null): readonly number[] => {
      for (let one = from; one; one = one.parentElement) {
        const found = colour(getComputedStyle(one).backgroundColor);
        if ((found[3] ?? 0) === 255) return found;
      }
      return [255, 255, 255, 255];
    };
    for (let one = document.activeElement; one && one !== document.body; one = one.parentElement) {
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(one);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) continue;
      // Drawn inwards it lies on what is focused itself.
      const around = behind(Number.parseFloat(outlineOffset) < 0 ? one : one.parentElement);
      const [more = 0, less = 0] = [light(colour(outlineColor)), light(around)].sort((a, b) => b - a);
      const ratio = (more + 0.05) / (less + 0.05);
      return ratio >= 3 ? 'seen' : `${ratio.toFixed(1)} : 1`;
    }
    return 'no outline';
  });
