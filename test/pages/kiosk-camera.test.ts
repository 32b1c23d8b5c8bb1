/** A booking's QR code shown to the kiosk's camera, through the browser's own camera and the real reader. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { builtPages } from './built-pages.ts';
import { openCameraStand } from './camera-stand.ts';
import { given } from './kiosk-stand.ts';
import { kiosk } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const withChromium = needs('chromium');
let dist = '';
beforeAll(async () => {
  dist = await builtPages();
});
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const code = 'Bk7_abcdefghijklmnop-q';

interface AtCamera {
  readonly page: Page;
  readonly stage: Stage;
  readonly complaints: readonly string[];
}

/** At the pad, at a kiosk whose camera sees this text. `before` runs in the page before its own scripts. */
async function atPad(shows: string | null, before?: () => void): Promise<AtCamera> {
  const stage = await openStage({ dist });
  const stand = await openCameraStand(shows);
  endings.push(stage.close, stand.close);
  const { page } = stand;
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions policy/i.test(message.text())) complaints.push(message.text());
  });
  if (before) await page.addInitScript(before);
  stage.show('kiosk', kiosk);
  stage.answer(({ path }) => (path === '/tickets' ? given : undefined));
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByRole('button', { name: /^Saya punya kode/ }).press('Enter');
  return { page, stage, complaints };
}
const toCamera = ({ page }: AtCamera) =>
  page.getByRole('button', { name: 'Tunjukkan QR ke kamera' }).press('Enter');
/** Tells what each track of the camera is, from then on. */
const watchTracks = () => {
  const tracks: MediaStreamTrack[] = [];
  Object.assign(globalThis, { tracks });
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    tracks.push(...stream.getTracks());
    return stream;
  };
};
const states = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
  );

withChromium('the code of a booking is read, its number is given, and the camera is off again', async () => {
  const at = await atPad(`https://antrean.example/b/${code}`, watchTracks);
  await toCamera(at);
  await at.page.getByRole('heading', { name: 'A-031' }).waitFor();
  const sent = at.stage.asked.filter(({ method, path }) => method === 'POST' && path === '/tickets');
  expect(sent.map(({ body }) => body)).toEqual([{ booking: code }]);
  expect(await states(at.page)).toEqual(['ended']);
  expect(at.complaints).toEqual([]);
});

withChromium('a code of somebody else is told so, and looking goes on', async () => {
  const at = await atPad('https://example.org/menu');
  await toCamera(at);
  await at.page.getByText('QR itu bukan dari antrean ini').waitFor();
  expect(at.stage.asked.some(({ path }) => path === '/tickets')).toBe(false);
});

withChromium('the picture is a mirror, it is accessible, and going back puts the light out', async () => {
  const at = await atPad(null, watchTracks);
  const { page } = at;
  await toCamera(at);
  await page.locator('.glass.seeing').waitFor();
  expect(await states(page)).toEqual(['live']);
  expect(await page.locator('video').evaluate((one) => getComputedStyle(one).transform)).toContain('-1');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.getByRole('button', { name: 'Ketik kodenya' }).press('Enter');
  await page.getByRole('heading', { name: 'Apa kode Anda?' }).waitFor();
  expect(await states(page)).toEqual(['ended']);
});

withChromium('a kiosk that is left before a camera turns it off by itself', async () => {
  const at = await atPad(null, watchTracks);
  const { page } = at;
  await page.clock.install();
  await toCamera(at);
  await page.locator('main[data-screen="camera"] video').waitFor();
  await expect.poll(() => states(page)).toEqual(['live']);
  await page.clock.fastForward(31_000);
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
  expect(await states(page)).toEqual(['ended']);
});

const refusing = (name: string) =>
  `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${name}'));`;
for (const [name, said] of [
  ['NotAllowedError', 'Kamera tidak boleh dipakai di mesin ini'],
  ['NotReadableError', 'Kamera sedang tidak dapat dipakai'],
  ['NotFoundError', 'Tidak ada kamera di mesin ini'],
] as const) {
  withChromium(`${name}: plain words, and the pad`, async () => {
    const at = await atPad(null);
    await at.page.evaluate(refusing(name));
    await toCamera(at);
    await at.page.getByRole('heading', { name: said }).waitFor();
    await at.page.getByRole('button', { name: 'Ketik kodenya' }).press('Enter');
    await at.page.getByRole('heading', { name: 'Apa kode Anda?' }).waitFor();
  });
}

withChromium(
  'without a camera, or over plain HTTP, none is offered, and its reader is not fetched',
  async () => {
    const without = await atPad(null, () => {
      navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
    });
    const insecure = await atPad(null, () => {
      Object.defineProperty(globalThis, 'isSecureContext', { value: false });
    });
    const offered = await atPad(null);
    await offered.page.getByRole('button', { name: 'Tunjukkan QR ke kamera' }).waitFor();
    for (const { page } of [without, insecure]) {
      await page.getByRole('heading', { name: 'Apa kode Anda?' }).waitFor();
      expect(await page.getByRole('button', { name: 'Tunjukkan QR ke kamera' }).count()).toBe(0);
      const fetched = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(fetched.filter((name) => /decode/.test(name))).toEqual([]);
    }
  },
);
