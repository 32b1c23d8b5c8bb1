/** A lobby whose browser waits for a touch: the key that asks for it, on boards of every shape. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { cutTexts, smallTargets } from '../gallery/looking.ts';
import { needs } from '../needs.ts';
import { lobby } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
const kept = resolve(import.meta.dirname, '../../.pictures');
let stands: Stands;
beforeAll(async () => {
  mkdirSync(kept, { recursive: true });
  stands = await openStands({ silent: true });
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

for (const [width, height] of [
  [1920, 1080],
  [1080, 1920],
  [1280, 720],
] as const) {
  withChromium(
    `the key that asks for a touch, ${width} × ${height}: legible, whole, and a keyboard is enough`,
    async () => {
      const { stage, page, complaints } = await stands.open({ width, height });
      stage.show('lobby', lobby);
      await page.goto(`${stage.origin}/display/`);
      const key = page.getByRole('button', { name: 'Ketuk untuk menyalakan suara' });
      await key.waitFor();
      await page.screenshot({ path: join(kept, `lobby-sound-blocked-${width}x${height}.png`) });
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      expect(await smallTargets(page, 64)).toEqual([]);
      await page.keyboard.press('Enter');
      await key.waitFor({ state: 'detached' });
      await vi.waitFor(() => expect(stage.screens.reports.at(-1)?.sound).toBe('on'));
      expect(complaints).toEqual([]);
    },
  );
}

withChromium(
  'VO14 where another screen says the calls nobody is asked to touch this one, and again when it is gone',
  async () => {
    const { stage, page } = await stands.open();
    stage.screens.answer({ spare: true });
    stage.show('lobby', lobby);
    await page.goto(`${stage.origin}/display/`);
    const key = page.getByRole('button', { name: 'Ketuk untuk menyalakan suara' });
    await vi.waitFor(() => expect(stage.screens.reports.at(-1)?.sound).toBe('blocked'), 15_000);
    await key.waitFor({ state: 'detached' });
    stage.screens.answer({ spare: false });
    // The next report, here of another number, brings the news.
    stage.show('lobby', { ...lobby, calls: lobby.calls.slice(1) });
    await key.waitFor();
  },
);
