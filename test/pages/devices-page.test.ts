/** One device in full: live messages, a press from afar, what presses mean, a new password, removal. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { glance, thirdDevice } from './device-scenes.ts';
import { doneOn, openDevices, room } from './devices-stand.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());
const devices = (hash?: string, width?: number) => openDevices(stands, hash, width);

withChromium('a device in full: its messages live, its board, and a press from afar', async () => {
  const stand = await devices('=ctr-03');
  const { stage, page } = stand;
  await page.getByRole('img', { name: 'Papan: P-003' }).waitFor();
  await page.getByText('Seharusnya menunjukkan P-004').waitFor();
  await page.getByText('belum ada artinya').waitFor();
  await page.getByText('Belum waktunya.').waitFor();
  const [newest] = thirdDevice.messages;
  if (!newest) throw new Error('no message');
  stage.show('device:ctr-03', {
    ...thirdDevice,
    messages: [{ ...newest, text: 'P005' }, ...thirdDevice.messages],
  });
  await page.getByText('P005').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'cmnd/ctr-03' }).first().textContent()).toContain(
    'P005',
  );
  await page.getByRole('button', { name: 'Tombol 2, Tekan lama' }).click();
  await page.getByText('Diterima: A-063').waitFor();
  await page.getByRole('button', { name: 'Tunjukkan yang mana' }).click();
  await page.getByText('Perangkat sedang menunjukkan diri.').waitFor();
  expect(doneOn(stand)).toEqual([
    { method: 'POST', path: '/devices/ctr-03/press', body: { gesture: 'long', input: '2' } },
    { method: 'POST', path: '/devices/ctr-03/identify', body: {} },
  ]);
});

withChromium('what a press means is changed, and the rest of the settings stays', async () => {
  const stand = await devices('=ctr-03');
  const { page } = stand;
  await page.getByRole('button', { name: 'Hapus baris 1' }).click();
  await page.getByRole('button', { name: 'Tambah baris' }).click();
  await page.getByRole('combobox', { name: 'Arti' }).last().selectOption('Alihkan');
  await page.getByLabel('Keterangan arti').fill('interview');
  await page.getByRole('button', { name: 'Simpan' }).first().click();
  await page.getByText('Tersimpan.').waitFor();
  expect(doneOn(stand)).toEqual([
    {
      method: 'PATCH',
      path: '/devices/ctr-03',
      body: {
        settings: {
          board: { width: 4, characters: 'seven-segment' },
          keys: { '2:long': { key: 'undo' }, single: { key: 'transfer', arg: 'interview' } },
        },
      },
    },
  ]);
});

withChromium('a new password and a removal are asked about first; an Enter too many is a no', async () => {
  const stand = await devices('=ctr-03');
  const { page } = stand;
  await page.getByRole('button', { name: 'Kata sandi baru' }).click();
  await page.keyboard.press('Enter');
  expect(doneOn(stand)).toEqual([]);
  await page.getByRole('button', { name: 'Kata sandi baru' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kata sandi baru' }).click();
  await page.getByText('once-only', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Hapus perangkat' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus perangkat' }).click();
  await page.getByRole('heading', { name: 'Perangkat', exact: true, level: 2 }).waitFor();
  expect(doneOn(stand).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /devices/ctr-03/password',
    'DELETE /devices/ctr-03',
  ]);
});

withChromium('a device that somebody else removes is said to be gone', async () => {
  const { stage, page } = await devices('=ctr-03');
  await page.getByText('Pesan terakhir').waitFor();
  stage.show('supervisor', { ...room, devices: [glance('ctr-01')] });
  await page.getByText('Perangkat itu sudah tidak ada.').waitFor();
});
