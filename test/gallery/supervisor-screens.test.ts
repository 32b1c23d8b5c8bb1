/** The supervisor's screens, voice, notices and media: all well, in trouble, nothing yet, and without the hub. */
import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import * as scenes from '../pages/scenes-screens.ts';
import { phone, type Scene, showGallery, tablet } from './gallery.ts';
import { dark, hubLost, tabletUpright } from './touching.ts';

/** A picture of a hall with a counter: broad strokes, so that a preview can be told from an empty frame. */
function picture(width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) {
      const isCounter = y > height * 0.62 && y < height * 0.86 && x > width * 0.12 && x < width * 0.88;
      const [red, green, blue] = isCounter
        ? [31, 122, 97]
        : [180 + (y * 60) / height, 205, 225 - (x * 40) / width];
      row.set([red ?? 0, green ?? 0, blue ?? 0].map(Math.round), 1 + x * 3);
    }
    return row;
  });
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

async function withPictures(page: Page): Promise<void> {
  await page.route(/\/media\/.*\.(?:jpg|webp|png)/, (route) =>
    route.fulfill({ contentType: 'image/png', body: picture(320, 180) }),
  );
  await page.reload();
  await page.locator('main img').first().waitFor();
}

const scene = (
  state: string,
  displays: Parameters<typeof scenes.roomWith>[0],
  more: Partial<Scene>,
): Scene => ({
  state,
  path: '/kiosk/supervisor.html#screens',
  sizes: [tablet, tabletUpright, phone],
  views: { supervisor: scenes.roomWith(displays) },
  answer: scenes.hubWith(),
  ready: 'selamat-datang.jpg',
  act: withPictures,
  ...more,
});

showGallery({
  screen: 'supervisor-screens',
  kind: 'page',
  scenes: [
    scene('all-well', scenes.allWell, {
      readme: 'supervisor-screens',
      sizes: [tablet, tabletUpright, phone, [1920, 1080]],
    }),
    scene('trouble', scenes.troubled, { ready: 'Ulangi panggilan A-024' }),
    scene('trouble-dark', scenes.troubled, {
      sizes: [tablet],
      act: async (page, stage) => {
        await withPictures(page);
        await dark(page, stage);
      },
    }),
    scene('nothing-yet', scenes.nothingYet, {
      answer: scenes.hubWith(
        { ...scenes.written, counters: [{ number: 1 }], notices: [], media: [] },
        scenes.noMedia,
      ),
      ready: 'Belum ada gambar atau video.',
      act: async () => undefined,
    }),
    scene('media', scenes.allWell, {
      ready: 'lebaran-2026.webp',
      act: async (page) => {
        await withPictures(page);
        await page.getByRole('heading', { name: 'Gambar dan video' }).evaluate((one) => one.scrollIntoView());
      },
    }),
    scene('hub-lost', scenes.allWell, { sizes: [tablet, phone], act: hubLost, ready: 'Tidak tersambung' }),
    scene('notice', scenes.allWell, {
      ready: 'Sampai dan termasuk',
      act: async (page) => {
        await page.getByRole('button', { name: 'Tambah pengumuman' }).click();
        await page.getByRole('dialog').waitFor();
      },
    }),
    scene('room', scenes.troubled, {
      path: '/kiosk/supervisor.html',
      sizes: [tablet, phone],
      ready: '2 panggilan belum terdengar',
      act: async () => undefined,
    }),
  ],
});
