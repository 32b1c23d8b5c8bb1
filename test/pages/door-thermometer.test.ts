/** The door station with a thermometer: its reading is filled in, used once, and gone with the person. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DoorView } from '../../server/contract/views-door.ts';
import { needs } from '../needs.ts';
import { at } from './scenes.ts';
import * as scenes from './scenes-door.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const reading = (part: Partial<NonNullable<DoorView['reading']>> = {}): DoorView => ({
  ...scenes.door,
  reading: {
    id: 1,
    device: 'door-1',
    celsius: 36.5,
    kind: 'forehead',
    at: at('10:20'),
    refused: null,
    ...part,
  },
});

async function atDoor(view: DoorView): Promise<Stand> {
  const stand = await stands.open({});
  stand.stage.show('door', view);
  stand.stage.answer(({ path }) =>
    path === '/screenings'
      ? { status: 201, body: { id: 'screening-9', verdict: 'admitted', attempt: 1 } }
      : { status: 200, body: {} },
  );
  await stand.page.goto(`${stand.stage.origin}/kiosk/door.html`);
  await stand.page.getByRole('heading', { name: 'Duduk' }).waitFor();
  return stand;
}

const digits = async (page: Page) =>
  ((await page.locator('output.reading').textContent()) ?? '').replaceAll(/[\s°C]/g, '');
const typed = (page: Page, text: string) => expect.poll(() => digits(page)).toBe(text);
const admit = (page: Page) => page.getByRole('button', { name: /Masuk tanpa nomor/ }).click();
const screenings = ({ stage }: Stand) =>
  stage.asked.filter(({ path }) => path === '/screenings').map(({ body }) => body);

withChromium('a reading is filled in, and one key admits with it and with where it was taken', async () => {
  const stand = await atDoor(reading());
  await typed(stand.page, '36,5');
  await admit(stand.page);
  await expect.poll(() => screenings(stand)).toEqual([{ celsius: 36.5, kind: 'forehead' }]);
});

withChromium('the guard may type another one, which is then nobody’s thermometer’s', async () => {
  const stand = await atDoor(reading());
  await typed(stand.page, '36,5');
  for (const key of ['Backspace', '8']) await stand.page.keyboard.press(key);
  await typed(stand.page, '36,8');
  await admit(stand.page);
  await expect.poll(() => screenings(stand)).toEqual([{ celsius: 36.8 }]);
});

withChromium(
  'once somebody else recorded the person the reading is gone; the next one comes in',
  async () => {
    const stand = await atDoor(reading());
    await typed(stand.page, '36,5');
    stand.stage.show('door', scenes.door);
    await typed(stand.page, '––,–');
    stand.stage.show('door', reading({ id: 2, celsius: 37.2 }));
    await typed(stand.page, '37,2');
  },
);

withChromium('a thermometer that admits by itself and was refused says why', async () => {
  const stand = await atDoor(reading({ refused: 'room-full' }));
  await stand.page.locator('[data-mark=trouble]').waitFor();
  await typed(stand.page, '––,–');
});
