/** The start page in chromium: codes that lead phones to each screen, what is connected, and a rehearsal's numbers. */
import decodeQR from 'qr/decode.js';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import * as scenes from './scenes.ts';
import { nothingYet, roomWith, troubled } from './scenes-screens.ts';
import type { Stage } from './stage.ts';
import { openStands, type Stands } from './stand.ts';
import { running, startAnswers, startViews } from './start-scenes.ts';

let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());
const withChromium = needs('chromium');

async function open(views: Readonly<Record<string, object>> = startViews, set?: (stage: Stage) => void) {
  const { stage, page } = await stands.open();
  for (const [name, view] of Object.entries(views)) stage.show(name, view);
  stage.answer(startAnswers);
  set?.(stage);
  await page.goto(`${stage.origin}/`);
  return { stage, page };
}

/** What a phone's camera makes of a code: its strokes as a picture, four pixels a module. */
function scan(viewBox: string, path: string): string {
  const [from = 0, , side = 0] = viewBox.split(' ').map(Number);
  const scale = 4;
  const size = side * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < Number(length) * scale; column += 1) {
        const pixel = ((Number(y) - from) * scale + row) * size + (Number(x) - from) * scale + column;
        data.fill(0, pixel * 4, pixel * 4 + 3);
      }
  return decodeQR({ width: size, height: size, data });
}

withChromium(
  'every screen has a code that leads a phone to it, though this page was opened on the hub itself',
  async () => {
    const { page } = await open();
    await page.getByText('Kode QR 6 loket').first().click();
    await page.getByRole('img', { name: 'Kode QR: Papan loket 6' }).waitFor();
    await page.getByRole('img', { name: 'Kode QR: Lembar nomor darurat' }).waitFor();
    const codes = await page
      .locator('svg[aria-label^="Kode QR"]')
      .evaluateAll((all) =>
        all.map((one) => [
          one.getAttribute('viewBox') ?? '',
          one.querySelector('path')?.getAttribute('d') ?? '',
        ]),
      );
    expect(codes.map(([box = '', path = '']) => scan(box, path))).toEqual(
      [
        '/display/',
        '/display/?zone=hall',
        '/display/?zone=upstairs',
        '/display/plain.html',
        '/kiosk/',
        '/display/door.html',
        '/kiosk/supervisor.html',
        '/kiosk/door.html',
        '/kiosk/emergency.html',
        ...[1, 2, 3, 4, 5, 6].map((n) => `/display/counter.html?n=${n}`),
      ].map((path) => `${running.address}${path}`),
    );
  },
);

withChromium(
  'whoever is not signed in, on the hub’s own machine, is told why there are no codes',
  async () => {
    const { page } = await open({ lobby: scenes.lobby }, (stage) =>
      stage.refuse('not-signed-in', 'box:1', 'supervisor'),
    );
    await page.getByText('Kode QR tampil setelah Anda masuk').waitFor();
    expect(await page.locator('svg[aria-label^="Kode QR"]').count()).toBe(0);
    expect(await page.getByText('Yang tersambung').count()).toBe(0);
  },
);

withChromium('what is connected stands there, what is missing first and since when', async () => {
  const { page, stage } = await open({ ...startViews, supervisor: roomWith(nothingYet) });
  await page.getByText('Belum ada layar yang terbuka').waitFor();
  await page.getByText('Belum ada perangkat yang ditambahkan').waitFor();
  await page.getByText('Loket 0.6.0').waitFor();
  stage.show('supervisor', roomWith(troubled));
  await page.getByText('TV Teras').waitFor();
  const section = page.locator('section', { hasText: 'Yang tersambung' }).last();
  expect((await section.locator('ul').last().locator('li').allInnerTexts()).slice(0, 3)).toEqual([
    'TV Ruang Tunggu\nbelum pernah tersambung',
    'TV Teras\nterputus sejak 10:12',
    'Mesin Nomor',
  ]);
  // A phone that once looked at the board is no screen that anybody misses.
  expect(await section.innerText()).toContain('6 dari 8 tersambung');
});

withChromium('in a rehearsal numbers are taken here, and at work they are not', async () => {
  const { page, stage } = await open();
  await page.getByText('Yang tersambung').waitFor();
  expect(await page.getByText('Latihan: ambil nomor').count()).toBe(0);
  stage.show('lobby', { ...scenes.lobby, office: { ...scenes.lobby.office, rehearsal: true } });
  await page.getByRole('button', { name: 'Paspor · Prioritas' }).click();
  await page.getByText('A-032 diambil.').waitFor();
  const { body } = stage.asked.find(({ path }) => path === '/tickets') ?? {};
  expect(body).toEqual({ service: 'passport', lane: 'priority' });
});
