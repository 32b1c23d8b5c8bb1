/** A browser whose camera sees a film: one picture, over and over, written as YUV4MPEG2. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import QRCode from 'qrcode';
import { pathOf } from '../needs.ts';

const [width, height] = [640, 480];

/** The brightness of each pixel: the code in the middle of a grey wall, as a hand holds it up. */
function brightness(text: string | null): Buffer {
  const picture = Buffer.alloc(width * height, 128);
  if (text === null) return picture;
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const [scale, quiet] = [8, 4];
  const side = (size + 2 * quiet) * scale;
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / scale) - quiet, Math.floor(x / scale) - quiet];
      const dark = row >= 0 && column >= 0 && row < size && column < size && data[row * size + column];
      picture[(top + y) * width + left + x] = dark ? 16 : 235;
    }
  }
  return picture;
}

/** https://wiki.multimedia.cx/index.php/YUV4MPEG2: a line of parameters, and each picture behind `FRAME`. */
function film(text: string | null): Buffer {
  const colours = Buffer.alloc((width * height) / 2, 128);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`),
    brightness(text),
    colours,
  ]);
}

export interface CameraStand {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** `shows`: the text of the code; null: a wall. Without leave the browser answers no for the visitor. */
export async function openCameraStand(shows: string | null): Promise<CameraStand> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-camera-'));
  const file = join(folder, 'camera.y4m');
  writeFileSync(file, film(shows));
  const browser: Browser = await chromium.launch({
    executablePath: pathOf('chromium') ?? '',
    args: [
      ...['--no-sandbox', '--disable-gpu'],
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      `--use-file-for-fake-video-capture=${file}`,
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  return {
    page: await context.newPage(),
    context,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
