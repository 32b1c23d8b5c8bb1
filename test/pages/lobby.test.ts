/** The lobby board's last calls: what was called before the number shown large. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { call, lobby } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

withChromium('the last calls have each number once, and not the one shown large', async () => {
  const { stage, page } = await stands.open();
  const calls = [
    call('A-024', 3, '10:19'),
    call('P-007', 4, '10:18'),
    call('A-024', 1, '10:17'),
    call('P-007', 2, '10:16'),
    call('C-018', 5, '10:15'),
  ];
  stage.show('lobby', { ...lobby, calls });
  await page.goto(`${stage.origin}/display/`);
  await page.locator('.call', { hasText: 'A-024' }).waitFor();
  const last = page.locator('section', { hasText: 'Panggilan terakhir' }).getByRole('listitem');
  const numbers = async () => (await last.allInnerTexts()).map((text) => text.split(/\s+/));
  expect(await numbers()).toEqual([
    ['P-007', 'Loket', 'Counter', '4', '10:18'],
    ['C-018', 'Loket', 'Counter', '5', '10:15'],
  ]);
  // Called once more: it is shown large, and nowhere else.
  stage.announce(call('P-007', 4, '10:20', 2));
  await page.locator('.call.fresh', { hasText: 'P-007' }).waitFor();
  expect((await numbers()).map(([number]) => number)).toEqual(['A-024', 'C-018']);
});
