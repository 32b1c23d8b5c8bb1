/** The list of devices in words, trying without hardware, and every place of it accessible. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { doneOn, isSound, openDevices } from './devices-stand.ts';
import { box } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());
const devices = (hash?: string, width?: number) => openDevices(stands, hash, width);

withChromium(
  'the list says in words who is there, since when not, and what is wrong with its topic',
  async () => {
    const { page } = await devices();
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await row('Kotak meja 4').getByText('Tidak tersambung sejak 09:41').waitFor();
    await row('Tombol meja 2').getByText('Baterai 74%').waitFor();
    await row('Tombol meja 2').getByText('Tidur; terakhir 10:12').waitFor();
    await row('Printer mesin tiket').getByText('Kertas habis · 10:16 · 2 kertas menunggu').waitFor();
    await row('ctr-03').getByText('tasmota/discovery/A4CF12AB34CD/config').waitFor();
    await row('ctr-03').getByText('Seharusnya menunjukkan P-004').waitFor();
    await row('Kotak meja 1').getByRole('img', { name: 'Papan: A-061' }).waitFor();
    await page.getByText('2 tidak tersambung').waitFor();
    await page.getByText('1 bermasalah').waitFor();
  },
);

withChromium(
  'without hardware: the box blinks as the board does, and Next held long takes back',
  async () => {
    const stand = await devices();
    const { page, stage } = stand;
    const board = page.getByRole('img', { name: 'Papan LED: A-061' });
    // Whoever only looks at the list plugs nothing in.
    expect(await board.count()).toBe(0);
    await page
      .getByRole('region', { name: 'Coba tanpa perangkat keras' })
      .getByLabel('Loket')
      .selectOption('1');
    await board.waitFor();
    const blinking = () =>
      board
        .locator('.on')
        .first()
        .evaluate((one) => getComputedStyle(one).animationDuration);
    expect(await blinking()).toBe('1s');
    await page.getByRole('button', { name: 'Berikutnya' }).hover();
    await page.mouse.down();
    await expect.poll(() => doneOn(stand).length, { timeout: 4000 }).toBe(1);
    await page.mouse.up();
    await page.getByRole('button', { name: 'Panggil ulang' }).click();
    await expect
      .poll(() => doneOn(stand))
      .toEqual([
        { method: 'POST', path: '/boxes/1/press', body: { key: 'undo' } },
        { method: 'POST', path: '/boxes/1/press', body: { key: 'recall' } },
      ]);
    stage.show('box:1', { ...box, counter: 1, led: 'A-061', blinkMs: null });
    await expect.poll(blinking).not.toBe('1s');
  },
);

const kinds = ['Kotak loket', 'Tombol', 'Papan', 'Printer', 'Termometer', 'Gerbang'] as const;
for (const width of [1280, 768, 390]) {
  for (const hash of ['', '=+', '=ctr-03', '=ctr-01', '=nobody']) {
    withChromium(`#devices${hash}, ${width} px: accessible, and nothing sticks out`, async () => {
      const stand = await devices(hash, width);
      await stand.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await isSound(stand, width);
    });
  }
}
withChromium('every kind’s form is accessible', async () => {
  const stand = await devices('=+');
  const { page } = stand;
  for (const kind of kinds) {
    await page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
    await isSound(stand, 1280);
    await page.getByRole('button', { name: 'Pilih jenis lain' }).click();
  }
});
