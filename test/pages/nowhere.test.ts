/** Addresses that name nothing are said in words, and lead to what there is. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { idleDesk, lobby } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

withChromium('a counter that is not there is said by its number, with those that are', async () => {
  for (const path of ['/display/counter.html', '/kiosk/desk.html']) {
    const { stage, page } = await stands.open();
    stage.show('lobby', lobby);
    await page.goto(`${stage.origin}${path}?n=77`);
    await page.getByText('Loket 77 tidak ada di kantor ini').waitFor();
    await page.getByText('There is no counter 77 in this office').waitFor();
    const links = page.getByRole('link');
    await expect.poll(() => links.allInnerTexts()).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(await links.nth(3).getAttribute('href')).toBe('?n=4');
  }
});

withChromium('a zone that is not there is said by its name, with the way to the whole lobby', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  await page.goto(`${stage.origin}/display/?zone=nowhere`);
  await page.getByText('Zona “nowhere” tidak ada di kantor ini').waitFor();
  await page.getByRole('link', { name: 'Papan lobi seluruh kantor' }).click();
  await page.getByText('A-024').first().waitFor();
});

withChromium('a desk whose address names no counter asks which, and works none', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  stage.show('desk:1', { ...idleDesk, counter: 1 });
  stage.show('desk:4', { ...idleDesk, counter: 4 });
  await page.goto(`${stage.origin}/kiosk/desk.html`);
  await page.getByText('Loket yang mana?').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Loket 4' }).click();
  await page.getByRole('heading', { name: 'Loket 4' }).waitFor();
  expect(stage.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
});
