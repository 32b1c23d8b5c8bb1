/** Offices with many services, and small windows: nothing is cut off, covered, or out of reach. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DoorView } from '../../server/contract/views-door.ts';
import { needs } from '../needs.ts';
import { peopleAnswers } from './people-scenes.ts';
import * as scenes from './scenes.ts';
import { door, plainDoor } from './scenes-door.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const services = [
  { id: 'Berobat umum', en: 'See a doctor' },
  { id: 'Gigi dan mulut', en: 'See a dentist' },
  { id: 'Ibu dan anak (KIA)', en: 'Mother and child' },
  { id: 'Imunisasi', en: 'Immunisation' },
  { id: 'Laboratorium', en: 'Laboratory test' },
  { id: 'Hasil laboratorium', en: 'Laboratory result' },
  { id: 'Obat rutin', en: 'Repeat medicine' },
  { id: 'Keluarga berencana', en: 'Family planning' },
  { id: 'Surat keterangan sehat', en: 'Health certificate' },
  { id: 'Konsultasi gizi', en: 'Nutrition advice' },
].map((name, index) => ({ id: `service-${index}`, name, prefix: 'ABCDEFGHIJ'.charAt(index), inside: true }));

const boardOf = (count: number) => ({
  ...scenes.lobby,
  names: { ...scenes.names, services: Object.fromEntries(services.map(({ id, name }) => [id, name])) },
  waiting: services.slice(0, count).flatMap(({ id: service }) => [
    { service, lane: 'regular', count: 104, estimate: { from: scenes.at('10:30'), to: scenes.at('10:50') } },
    { service, lane: 'priority', count: 12, estimate: null },
  ]),
});
const doorOf = (count: number, part: Partial<DoorView> = {}): DoorView => ({
  ...door,
  services: services.slice(0, count),
  ...part,
});

/** How far the page is larger than its window, in pixels. */
const beyond = (page: Page) =>
  page.evaluate(() => ({
    wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    high: Math.max(0, document.documentElement.scrollHeight - innerHeight),
  }));
const boxesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const cut = one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2;
      return { text: one.textContent, left, right, top, bottom, cut };
    }),
  );

for (const [count, width, height] of [
  [4, 1920, 1080],
  [7, 1920, 1080],
  [10, 1920, 1080],
  [10, 1080, 1920],
] as const) {
  withChromium(`${count} services wait on a board of ${width} × ${height}: each is whole`, async () => {
    const { stage, page } = await stands.open({ width, height });
    stage.show('lobby', boardOf(count));
    await page.goto(`${stage.origin}/display/`);
    await page.getByText('Berobat umum').waitFor();
    const [board] = await boxesOf(page, 'section:has(h2:has-text("Menunggu"))');
    const entries = await boxesOf(page, 'section:has(h2:has-text("Menunggu")) .what');
    expect(entries).toHaveLength(count);
    for (const { text, top, bottom, right, cut } of entries) {
      expect({ text, cut }).toEqual({ text, cut: false });
      expect(top).toBeGreaterThan(board?.top ?? 0);
      expect(Math.max(bottom - height, right - width)).toBeLessThanOrEqual(0);
    }
    // The number that is called stays at least 12 % of the screen's height.
    const [number] = await boxesOf(page, '.call .number');
    expect((number?.bottom ?? 0) - (number?.top ?? 0)).toBeGreaterThan(0.12 * height);
  });
}

const doors: Record<string, DoorView> = {
  'five services': doorOf(5),
  'nine services': doorOf(9, { places: [] }),
  'nine services with places': doorOf(9),
  'nine services and nothing measured': doorOf(9, { screening: null }),
  'two services, nobody counted': plainDoor,
};
for (const [title, view] of Object.entries(doors)) {
  withChromium(`a door of ${title}: every key is in sight, and large enough for a finger`, async () => {
    const { stage, page } = await stands.open();
    stage.show('door', view);
    stage.answer(() => ({ status: 200, body: {} }));
    await page.goto(`${stage.origin}/kiosk/door.html`);
    await page.getByRole('button', { name: /^Masuk tanpa nomor/ }).waitFor();
    for (const size of [
      { width: 1280, height: 800 },
      { width: 800, height: 1280 },
    ]) {
      await page.setViewportSize(size);
      expect(await beyond(page)).toEqual({ wide: 0, high: 0 });
      const keys = await boxesOf(page, 'main .keys button');
      expect(keys.length).toBeGreaterThan(view.services.length * view.lanes.length);
      for (const { text, top, bottom, left, right, cut } of keys) {
        expect({ text, cut }).toEqual({ text, cut: false });
        expect(bottom).toBeLessThanOrEqual(size.height);
        expect(Math.min(bottom - top, right - left)).toBeGreaterThanOrEqual(64);
      }
      const scrolls = await page.locator('.services').evaluate((one) => one.scrollHeight - one.clientHeight);
      expect(scrolls).toBeLessThanOrEqual(0);
    }
  });
}

withChromium('more services than fit scroll by themselves; entering without a number stays', async () => {
  const { stage, page } = await stands.open({ width: 1024, height: 600 });
  stage.show('door', doorOf(10));
  stage.answer(() => ({ status: 200, body: {} }));
  await page.goto(`${stage.origin}/kiosk/door.html`);
  const without = page.getByRole('button', { name: /^Masuk tanpa nomor/ });
  await without.waitFor();
  const box = await without.boundingBox();
  expect((box?.y ?? 600) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
  const last = page.getByRole('button', { name: 'Konsultasi gizi', exact: true });
  await last.scrollIntoViewIfNeeded();
  const key = await last.boundingBox();
  expect((key?.y ?? 600) + (key?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
  expect((await beyond(page)).high).toBe(0);
});

withChromium('where nothing is measured there is no pad, and what is not counted is readable', async () => {
  const { stage, page } = await stands.open();
  stage.show('door', plainDoor);
  stage.answer(() => ({ status: 200, body: {} }));
  await page.goto(`${stage.origin}/kiosk/door.html`);
  await page.getByText('belum dihitung').waitFor();
  expect(await page.getByRole('button', { name: '5', exact: true }).count()).toBe(0);
  const said = await page.getByText('belum dihitung').boundingBox();
  const below = await page.getByRole('button', { name: 'Hitung ulang' }).boundingBox();
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
});

const desks = { idle: scenes.idleDesk, calling: scenes.callingDesk, serving: scenes.servingDesk };
for (const [title, view] of Object.entries(desks)) {
  withChromium(`a desk ${title} wraps on a phone, and keeps who is signed in on a small screen`, async () => {
    const { stage, page } = await stands.open({ width: 360, height: 740 });
    stage.show('desk:3', view);
    const officer = { id: 'o1', name: 'Siti Rahmawati' };
    stage.answer(({ method }) =>
      method === 'GET'
        ? { status: 200, body: { role: 'counter', counter: 3, officer } }
        : { status: 409, body: { code: 'too-soon', callsMissing: 2 } },
    );
    await page.goto(`${stage.origin}/kiosk/desk.html?n=3`);
    await page.getByText('Masuk sebagai Siti Rahmawati').waitFor();
    expect((await beyond(page)).wide).toBe(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press('Enter');
    await page.getByText('Belum waktunya. Panggil 2 kali lagi dahulu.').waitFor();
    expect(await beyond(page)).toEqual({ wide: 0, high: 0 });
    const out = await page.getByRole('button', { name: 'Keluar' }).boundingBox();
    expect((out?.y ?? 768) + (out?.height ?? 0)).toBeLessThanOrEqual(768);
  });
}

withChromium('signing in at a desk fits on a phone', async () => {
  const { stage, page } = await stands.open({ width: 360, height: 740 });
  stage.refuse('not-signed-in', 'desk:3');
  stage.answer(peopleAnswers(() => undefined));
  await page.goto(`${stage.origin}/kiosk/desk.html?n=3`);
  await page.getByLabel('PIN').waitFor();
  expect(await beyond(page)).toEqual({ wide: 0, high: 0 });
});

withChromium('the code on a phone stands apart from the languages', async () => {
  const { stage, page } = await stands.open({ width: 360, height: 740 });
  const code = 'abcdefghijklmnopqrstuv';
  stage.show(`ticket:${code}`, { ...scenes.ticketCalled, shortCode: 'CG344H' });
  await page.goto(`${stage.origin}/t/${code}`);
  const said = await page.getByText('Kode CG344H').boundingBox();
  const language = await page.getByRole('button', { name: 'Bahasa Indonesia' }).boundingBox();
  if (!said || !language) throw new Error('one of them is not shown');
  const beside = language.x - (said.x + said.width);
  const below = language.y - (said.y + said.height);
  expect(Math.max(beside, below)).toBeGreaterThanOrEqual(0);
  expect(beside >= 16 || below >= 0).toBe(true);
  expect((await beyond(page)).wide).toBe(0);
});
